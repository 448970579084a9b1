package skipstitch.bench.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Network;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.Origin;
import skipstitch.session.Runner;
import skipstitch.session.Session;
import skipstitch.session.Session.Status;
import skipstitch.session.Shown;

/**
 * Opens a network and switches its merges in a session, without a window: weights are drawn, norms calibrated, a lane
 * run, pictures of nodes made. Each time with other weights, so that the memo knows nothing but pictures. Arguments are
 * names of presets.
 */
final class Opening {
    private static final int TIMES = 5;
    private static final long EVERY_NANOS = 500_000;

    private final ExecutorService window;
    private final Session session;

    private Opening(ExecutorService window, Session session) {
        this.window = window;
        this.session = session;
    }

    public static void main(String[] args) throws Exception {
        ExecutorService window = Executors.newSingleThreadExecutor();
        Session session = window.submit(() -> new Session(new Runner(window), EngineStart::open,
                Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()))).get();
        Opening opening = new Opening(window, session);
        opening.untilIdle();
        for (String name : args.length == 0 ? List.of("densenet-121") : List.of(args)) {
            opening.measure(name, Presets.find(name).orElseThrow().network());
        }
        System.exit(0);
    }

    private void measure(String name, Network network) throws Exception {
        List<Double> opened = new ArrayList<>();
        List<Double> switched = new ArrayList<>();
        for (int seed = 2; seed < 2 + TIMES; seed++) {
            Document document = Document.of(network, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), seed)
                    .withLanes(Shown.CONCAT.variants());
            opened.add(timed(() -> session.open(new Origin(document, name, "", Optional.empty()))));
            switched.add(timed(() -> session.show(Shown.ADD)));
        }
        System.out.printf(Locale.ROOT, "| `%s` | %s | %s |%n", name, median(opened), median(switched));
    }

    private double timed(Runnable request) throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        window.submit(request).get();
        untilIdle();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The window's thread is asked, for it is the one that knows. */
    private void untilIdle() throws ExecutionException, InterruptedException {
        while (!window.submit(() -> session.status().get() == Status.IDLE).get()) {
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /** With the first, when code is not compiled yet. */
    private static String median(List<Double> millis) {
        double median = millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
        return String.format(Locale.ROOT, "%.0f (%.0f)", median, millis.getFirst());
    }
}
