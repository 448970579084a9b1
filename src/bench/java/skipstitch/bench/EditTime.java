package skipstitch.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Costs;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Drawings;
import skipstitch.network.layout.Layout;
import skipstitch.network.presets.Preset;
import skipstitch.session.EngineStart;
import skipstitch.session.Runner;
import skipstitch.session.Session;
import skipstitch.ui.MainView;
import skipstitch.ui.Theme;

/**
 * What an edit costs the window's thread: a node is put into the middle of a warm network shown in two lanes, or
 * taken out again. Prints what the parts took.
 */
final class EditTime {
    private static final int EDITS = 30;
    private static final int WARM = 15;
    private static final long PATIENCE_NANOS = 2_000_000;

    private EditTime() {}

    public static void main(String[] args) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> { });
        Platform.setImplicitExit(false);
        for (int nodes : new int[] {50, 300, 1000}) {
            measure(nodes);
        }
        Platform.exit();
        System.exit(0);
    }

    private static void measure(int nodes) {
        Network plain = Drawings.residuals(nodes);
        Network longer = withOneMore(plain);
        Session session = onWindowsThread(() -> new Session(new Runner(Platform::runLater), EngineStart::open,
                preset(plain), BuiltInPicture.HOUSE.load()));
        double[] shapes = new double[EDITS];
        double[] layout = new double[EDITS];
        double[] whole = new double[EDITS];
        double[] pulse = new double[EDITS];
        Pulses pulses = onWindowsThread(() -> new Pulses(session));
        for (int edit = 0; edit < EDITS; edit++) {
            Network network = edit % 2 == 0 ? longer : plain;
            await(session);
            int at = edit;
            pulse[edit] = onWindowsThread(() -> {
                long start = System.nanoTime();
                List<Lane> lanes = Drawings.lanes(network);
                lanes.forEach(Costs::of);
                shapes[at] = since(start);
                start = System.nanoTime();
                Layout.of(network, lanes);
                layout[at] = since(start);
                start = System.nanoTime();
                session.open(preset(network));
                whole[at] = since(start);
                return pulses.next();
            }).join();
        }
        System.out.printf("%d nodes, ms: fastest (median): shapes and costs of all lanes %s, layout %s; the whole edit %s; "
                + "the pulse after it %s%n", nodes, summary(shapes), summary(layout), summary(whole), summary(pulse));
        onWindowsThread(() -> {
            pulses.close();
            session.close();
            return true;
        });
    }

    /** Times what a pulse spends on CSS and layout. */
    private static final class Pulses implements AutoCloseable {
        private final Stage stage = new Stage();
        private CompletableFuture<Double> asked = new CompletableFuture<>();
        private long began;

        Pulses(Session session) {
            Scene scene = new Scene(new MainView(session, Theme.LIGHT), 1000, 900);
            scene.addPreLayoutPulseListener(() -> began = System.nanoTime());
            scene.addPostLayoutPulseListener(() -> asked.complete(since(began)));
            stage.setScene(scene);
            stage.show();
        }

        CompletableFuture<Double> next() {
            asked = new CompletableFuture<>();
            return asked;
        }

        @Override
        public void close() {
            stage.hide();
        }
    }

    private static Network withOneMore(Network network) {
        List<Node> nodes = new ArrayList<>(network.nodes());
        int middle = nodes.size() / 2;
        while (nodes.get(middle).inlets().size() != 1) {
            middle++;
        }
        Node split = nodes.get(middle);
        Node more = new Node(NodeId.of("more"), "", "", new Layer.Relu(), split.inlets());
        nodes.set(middle, split.withInlets(List.of(Inlet.main(more.id()))));
        nodes.add(more);
        return new Network(network.name(), nodes);
    }

    private static Preset preset(Network network) {
        return new Preset(network.name(), network.name(), "", network);
    }

    private static void await(Session session) {
        while (onWindowsThread(() -> session.status().get() != Session.Status.IDLE)) {
            LockSupport.parkNanos(PATIENCE_NANOS);
        }
    }

    private static <T> T onWindowsThread(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.join();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static String summary(double[] millis) {
        double[] warm = Arrays.copyOfRange(millis, WARM, millis.length);
        Arrays.sort(warm);
        return String.format("%.1f (%.1f)", warm[0], warm[warm.length / 2]);
    }
}
