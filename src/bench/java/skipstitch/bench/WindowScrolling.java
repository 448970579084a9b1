package skipstitch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;
import skipstitch.bench.BenchWindow.Frame;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Origin;

/** How long the window's thread is busy with one frame while a person scrolls through a large tensor's channels. */
final class WindowScrolling {
    private static final int FRAMES = 240;
    private static final NodeId MERGE = NodeId.of("merge");

    private final BenchWindow window;

    WindowScrolling(BenchWindow window) {
        this.window = window;
    }

    void measure() {
        scroll(512, 7, 0);
        scroll(512, 7, 6);
        scroll(32, 572, 4);
        scroll(32, 572, 10);
    }

    /**
     * Both branches of a concatenation have so many channels.
     *
     * @param zoom steps closer than all channels are shown first
     */
    private void scroll(int channels, int side, int zoom) {
        NetworkBuilder net = new NetworkBuilder("wide");
        NodeId x = net.chain("conv", Layer.Conv.same(channels, 3), net.input(1, side, side));
        net.merge(MERGE.value(), new Layer.Add(), x, net.chain("relu", new Layer.Relu(), x));
        Document document = Document.of(net.build(), ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 1);
        window.frame(() -> window.session().open(new Origin(document, "", "", Optional.empty())));
        window.settle();
        window.frame(() -> window.session().viewing().open(MERGE, Variant.CONCAT));
        window.until(() -> window.session().viewing().closeup().get().isPresent());
        window.rest(20);
        for (int i = 0; i < zoom; i++) {
            window.frame(() -> window.wheel("sheet", new Point2D(100, 100), 40, true));
        }
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            double delta = i % 60 < 40 ? -40 : 40;
            frames.add(window.frame(() -> window.wheel("sheet", new Point2D(100, 100), delta, false)));
        }
        System.out.printf(Locale.ROOT, "scroll pulse, %,d channels of %d², zoomed in %d steps: %.1f ms (95 %%: %.1f; "
                        + "longest: %.1f; the first: %.1f; by the clock: %.1f)%n",
                2 * channels, side, zoom, percentile(frames, Frame::busy, 50), percentile(frames, Frame::busy, 95), percentile(frames, Frame::busy, 100), frames.getFirst().busy(),
                percentile(frames, Frame::whole, 50));
        window.frame(() -> window.session().viewing().close());
    }

    private static double percentile(List<Frame> frames, ToDoubleFunction<Frame> millis, int percent) {
        return frames.stream().mapToDouble(millis).sorted().skip(Math.min(frames.size() - 1, frames.size() * percent / 100))
                .findFirst().orElseThrow();
    }
}
