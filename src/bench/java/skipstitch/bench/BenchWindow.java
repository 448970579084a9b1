package skipstitch.bench;

import com.sun.javafx.scene.SceneHelper;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import skipstitch.session.EngineStart;
import skipstitch.session.Origin;
import skipstitch.session.Runner;
import skipstitch.session.Session;
import skipstitch.ui.MainView;
import skipstitch.ui.Theme;

/**
 * The real window, its gestures timed. What is timed is done at the start of a frame; the time ends when that frame
 * is handed over to be painted: events, picking, styles, layout and synchronisation are in it.
 */
final class BenchWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Session session;
    private final Scene scene;
    private final Queue<Runnable> atFrame = new ArrayDeque<>();

    private BenchWindow(Origin opened) {
        Theme.loadFonts();
        session = new Session(new Runner(Platform::runLater), EngineStart::open, opened);
        scene = new Scene(new MainView(session, Theme.LIGHT), WIDTH, HEIGHT);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                Runnable next = atFrame.poll();
                if (next != null) {
                    next.run();
                }
            }
        }.start();
    }

    static BenchWindow open(Origin opened) {
        return fx(() -> new BenchWindow(opened));
    }

    static <T> T fx(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.join();
    }

    Session session() {
        return session;
    }

    /**
     * A frame, in milliseconds.
     *
     * @param busy what the window's thread worked, whatever else the machine did meanwhile
     * @param whole from start to end
     */
    record Frame(double busy, double whole) {
        private static long cpuNanos() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    /** A frame at whose start something is done. */
    Frame frame(Runnable action) {
        CompletableFuture<Frame> done = new CompletableFuture<>();
        Platform.runLater(() -> atFrame.add(() -> {
            long start = System.nanoTime();
            long busySince = Frame.cpuNanos();
            try {
                action.run();
                Runnable[] once = new Runnable[1];
                once[0] = () -> {
                    scene.removePostLayoutPulseListener(once[0]);
                    Platform.runLater(() -> done.complete(new Frame(
                            (Frame.cpuNanos() - busySince) / 1e6, (System.nanoTime() - start) / 1e6)));
                };
                scene.addPostLayoutPulseListener(once[0]);
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(failure);
            }
        }));
        return done.join();
    }

    /** Frames in which nothing is done, until something is so. */
    void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        boolean[] is = new boolean[1];
        while (!is[0]) {
            frame(() -> is[0] = condition.getAsBoolean());
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("Waited in vain; "
                        + fx(() -> session.notice().get() + ", " + session.status().get()));
            }
        }
    }

    /** Until the lanes have run and what is selected is shown. */
    void settle() {
        until(() -> session.status().get() == Session.Status.IDLE && session.inspection().get().isPresent());
        rest(8);
    }

    void rest(int frames) {
        for (int i = 0; i < frames; i++) {
            frame(() -> { });
        }
    }

    /** Where a point of a node is on the screen. Window's thread. */
    Point2D at(String id, double x, double y) {
        return node(id).localToScene(x, y);
    }

    Optional<Node> find(String id) {
        return find(scene.getRoot(), id);
    }

    Node node(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no '" + id + "'"));
    }

    /** By hand, for the ids of nodes have colons in them, which no selector has. */
    private static Optional<Node> find(Node from, String id) {
        if (id.equals(from.getId())) {
            return Optional.of(from);
        }
        return from instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> find(child, id).stream()).findFirst() : Optional.empty();
    }

    /** A mouse event as the system would send it. Window's thread. */
    void mouse(EventType<MouseEvent> type, Point2D at, MouseButton button) {
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_MOVED;
        SceneHelper.processMouseEvent(scene, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : button, 1, false, false, false, false,
                down && button == MouseButton.PRIMARY, false, down && button == MouseButton.SECONDARY, false, false, false,
                new PickResult(scene, at.getX(), at.getY())));
    }

    /** A notch of the wheel at a point of a node. Window's thread. */
    void wheel(String id, Point2D at, double delta, boolean control) {
        Node node = node(id);
        Point2D scene = node.localToScene(at);
        Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                false, control, false, false, false, false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(node, scene.getX(), scene.getY())));
    }
}
