package skipstitch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skipstitch.document.Intervene;
import skipstitch.document.TurnKnob;
import skipstitch.files.BuiltInPicture;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;
import skipstitch.session.Origin;

/** How long it takes by the clock from a turn of the knob, or a dab of paint, to new pixels in both lanes. */
final class WindowProving {
    private static final int TURNS = 80;

    private final BenchWindow window;

    WindowProving(BenchWindow window) {
        this.window = window;
    }

    void measure() {
        for (String preset : List.of("residual-block", "encoder-decoder")) {
            window.frame(() -> window.session().open(Origin.of(Presets.find(preset).orElseThrow(),
                    BuiltInPicture.HOUSE.load())));
            window.settle();
            NodeId merge = BenchWindow.fx(() -> window.session().merge().get());
            say(preset, "knob", turn -> window.session().edit(new TurnKnob(1 + turn % 40 / 50.0, turn + 1)));
            say(preset, "dab", turn -> window.session().edit(Intervene.painting(new Edge(merge, 0), new Edge(merge, 1),
                    Paint.dab(new Pixel(0, turn % 8 + 4, turn % 7 + 4), 1, 0.1f), turn + 1)));
        }
    }

    @FunctionalInterface
    private interface Turn {
        void make(int turn);
    }

    private void say(String preset, String what, Turn turn) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            int at = i;
            var before = BenchWindow.fx(() -> window.session().inspection().get());
            long start = System.nanoTime();
            window.frame(() -> turn.make(at));
            // The frame in which the new tensors are there has painted them when it ends.
            window.until(() -> window.session().inspection().get() != before);
            if (i >= TURNS / 4) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        millis.sort(null);
        System.out.printf(Locale.ROOT, "%s to new pixels in both lanes, %s: %.1f ms (95 %%: %.1f)%n", what, preset,
                millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100));
    }
}
