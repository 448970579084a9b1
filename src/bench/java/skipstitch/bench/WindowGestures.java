package skipstitch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import skipstitch.bench.BenchWindow.Frame;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.Edge;
import skipstitch.network.presets.Presets;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Origin;
import skipstitch.session.Results;
import skipstitch.session.Session;

/**
 * How long a file takes to open, and how long the window's thread is busy with one frame while a person edits, at three
 * sizes of network: medians, and the 95th percentile. Needs a display; {@code xvfb-run} gives one.
 */
final class WindowGestures {
    private static final int[] SIZES = {50, 300, 1000};
    private static final int FRAMES = 120;
    private static final int REPEATS = 40;
    private static final int OPENINGS = 5;

    private final BenchWindow window;
    private final Session session;
    private final int nodes;

    private WindowGestures(BenchWindow window, int nodes) {
        this.window = window;
        this.session = window.session();
        this.nodes = nodes;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> { });
        BenchWindow window = BenchWindow.open(Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()));
        window.settle();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        if (args.length == 0 || args[0].equals("scroll")) {
            new WindowScrolling(window).measure();
        }
        if (args.length == 0 || args[0].equals("prove")) {
            new WindowProving(window).measure();
        }
        int[] sizes = Arrays.stream(args).filter(each -> Character.isDigit(each.charAt(0))).mapToInt(Integer::parseInt).toArray();
        for (int size : args.length > 0 ? sizes : SIZES) {
            new WindowGestures(window, size).measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        BenchNetworks.Sample sample = BenchNetworks.of(nodes);
        open(sample);
        carry(sample.skip());
        drop(sample.skip());
        move();
    }

    /** A file is read, its lanes drawn, run and painted; each time with other weights, of which no memo knows anything. */
    private void open(BenchNetworks.Sample sample) throws Exception {
        Path file = Files.createTempFile("bench", SkipFile.ENDING);
        List<double[]> parts = new ArrayList<>();
        for (int seed = 1; seed <= OPENINGS; seed++) {
            SkipFile.write(file, sample.document(seed));
            Optional<Results> before = BenchWindow.fx(() -> session.results().get());
            long start = System.nanoTime();
            Document read = SkipFile.read(file).document();
            double reading = since(start);
            window.frame(() -> session.open(new Origin(read, "", "", Optional.of(file))));
            double drawn = since(start);
            window.until(() -> session.results().get().isPresent() && !session.results().get().equals(before));
            parts.add(new double[] {reading, drawn, since(start), session.results().get().orElseThrow().millis()});
            window.settle();
        }
        Files.delete(file);
        System.out.printf(Locale.ROOT, "opening a file of %,d nodes to its pictures: %.0f ms (read after %.0f, shapes on "
                + "screen after %.0f; of the rest the forward passes of both lanes: %.0f; the first: %.0f; all by the clock)%n",
                nodes, median(parts, 2), median(parts, 0), median(parts, 1), median(parts, 3), parts.getFirst()[2]);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<double[]> parts, int which) {
        return parts.stream().mapToDouble(part -> part[which]).sorted().skip(parts.size() / 2).findFirst().orElseThrow();
    }

    /** The skip is lifted, carried to and fro over the lane, and put back. */
    private void carry(Edge skip) {
        List<Frame> grabs = new ArrayList<>();
        List<Frame> drags = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            Point2D end = endOf(skip);
            grabs.add(grab(end));
            for (int frame = 0; frame < FRAMES / REPEATS; frame++) {
                drags.add(window.frame(() -> drag(over(end))));
            }
            cancel(end);
        }
        report("grab → all answers shown", grabs);
        report("drag pulse, carrying a skip", drags);
        Point2D end = endOf(skip);
        grab(end);
        if (BenchWindow.fx(() -> session.carrying().carry().get().isEmpty())) {
            throw new IllegalStateException("Nothing is in the hand");
        }
        List<Frame> scrolls = new ArrayList<>();
        Point2D border = BenchWindow.fx(() -> new Point2D(lanes().getMaxX() - 4, end.getY()));
        for (int frame = 0; frame < FRAMES / 2; frame++) {
            scrolls.add(window.frame(() -> drag(border)));
        }
        cancel(end);
        window.frame(() -> session.lookFrom(Optional.empty()));
        window.rest(20);
        report("drag pulse, carrying a skip at the border, where the lanes scroll along", scrolls);
    }

    private void cancel(Point2D at) {
        window.frame(() -> {
            window.mouse(MouseEvent.MOUSE_PRESSED, at, MouseButton.SECONDARY);
            window.mouse(MouseEvent.MOUSE_RELEASED, at, MouseButton.SECONDARY);
            window.mouse(MouseEvent.MOUSE_RELEASED, at, MouseButton.PRIMARY);
        });
        // An edge that goes back takes its time.
        window.rest(20);
    }

    private int dragged;

    /** Another point of the lane in each frame, out of the border's reach. */
    private Point2D over(Point2D from) {
        Bounds lanes = lanes();
        double inner = lanes.getWidth() - 140;
        return new Point2D(lanes.getMinX() + 70 + (dragged++ * 37) % inner, from.getY() + dragged % 40);
    }

    private Bounds lanes() {
        return window.node("lanes").localToScene(window.node("lanes").getBoundsInLocal());
    }

    private void drag(Point2D to) {
        window.mouse(MouseEvent.MOUSE_DRAGGED, to, MouseButton.PRIMARY);
    }

    private Frame grab(Point2D end) {
        window.frame(() -> window.mouse(MouseEvent.MOUSE_MOVED, end, MouseButton.NONE));
        return window.frame(() -> {
            window.mouse(MouseEvent.MOUSE_PRESSED, end, MouseButton.PRIMARY);
            drag(end.add(6, 6));
        });
    }

    private Point2D endOf(Edge skip) {
        return BenchWindow.fx(() -> window.node("add:edge:" + skip.to() + ":" + skip.inlet()).lookup(".edge-head")
                .localToScene(0, 0));
    }

    private void drop(Edge skip) {
        List<Frame> drops = new ArrayList<>();
        List<Frame> undos = new ArrayList<>();
        Carried carried = new Carried.End(skip);
        for (int i = 0; i < REPEATS; i++) {
            BenchWindow.fx(() -> {
                session.carrying().lift(carried);
                session.carrying().aim(Optional.of(fitting()));
                return true;
            });
            window.rest(3);
            drops.add(window.frame(() -> session.carrying().drop()));
            window.settle();
            undos.add(window.frame(session::undo));
            window.settle();
        }
        report("drop → all new shapes on screen", drops);
        report("undo of it", undos);
    }

    private Target fitting() {
        return session.carrying().carry().get().orElseThrow().landings().all().stream()
                .filter(landing -> landing.target() instanceof Target.OnEdge && landing.add() instanceof Answer.Fits
                        && landing.concat() instanceof Answer.Fits && landing.remark().isEmpty())
                .map(Landing::target).findFirst().orElseThrow();
    }

    /** A card is moved to and fro, and put back. */
    private void move() {
        List<Frame> moves = new ArrayList<>();
        Point2D card = BenchWindow.fx(() -> cardInView());
        window.frame(() -> window.mouse(MouseEvent.MOUSE_MOVED, card, MouseButton.NONE));
        window.frame(() -> {
            window.mouse(MouseEvent.MOUSE_PRESSED, card, MouseButton.PRIMARY);
            drag(card.add(8, 8));
        });
        for (int i = 0; i < FRAMES; i++) {
            double x = 8 * (i % 20);
            double y = 8 * (i % 7);
            moves.add(window.frame(() -> drag(card.add(x, y))));
        }
        cancel(card);
        report("drag pulse, moving a card", moves);
    }

    private Point2D cardInView() {
        Bounds lanes = lanes();
        return session.comparison().get().drawn().nodes().stream().flatMap(node -> window.find("add:" + node.id()).stream())
                .filter(view -> view.getStyleClass().contains("node-card") && !view.getStyleClass().contains("pill"))
                .map(view -> view.localToScene(50, 30))
                .filter(at -> at.getX() > lanes.getMinX() + 60 && at.getX() < lanes.getMaxX() - 60
                        && at.getY() > lanes.getMinY() && at.getY() < lanes.getMinY() + lanes.getHeight() / 2)
                .findFirst().orElseThrow();
    }

    private void report(String gesture, List<Frame> frames) {
        System.out.printf(Locale.ROOT, "%s at %,d nodes: %.1f ms (95 %%: %.1f; the first: %.1f; by the clock: %.1f)%n",
                gesture, nodes, percentile(frames, Frame::busy, 50), percentile(frames, Frame::busy, 95), frames.getFirst().busy(),
                percentile(frames, Frame::whole, 50));
    }

    private static double percentile(List<Frame> frames, ToDoubleFunction<Frame> millis, int percent) {
        return frames.stream().mapToDouble(millis).sorted().skip(frames.size() * percent / 100).findFirst().orElseThrow();
    }
}
