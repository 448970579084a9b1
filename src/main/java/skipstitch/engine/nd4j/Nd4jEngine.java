package skipstitch.engine.nd4j;

import java.util.List;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.MemoEngine;

/** The way in. */
public final class Nd4jEngine {

    private Nd4jEngine() {}

    /**
     * Loads the native library, which takes a second or two, and tests it on known answers.
     *
     * @throws EngineUnavailable if there is none for this machine, or it computes wrongly on it
     */
    public static Engine open() throws EngineUnavailable {
        return open(Long.MAX_VALUE);
    }

    /**
     * The same, with a bound on memory.
     *
     * @param mostBytes that activations may take; half of the machine's memory bounds them anyway
     * @throws EngineUnavailable if there is none for this machine, or it computes wrongly on it
     */
    public static Engine open(long mostBytes) throws EngineUnavailable {
        return open(() -> Nd4jBackend.load(mostBytes), KnownAnswers.ALL);
    }

    /** What loads the native library. */
    interface Loading {
        Nd4jBackend load();
    }

    static Engine open(Loading loading, List<KnownAnswers.Answer> answers) throws EngineUnavailable {
        Nd4jBackend backend = load(loading);
        try {
            KnownAnswers.check(backend, answers);
        } catch (EngineUnavailable | RuntimeException | Error failure) {
            backend.close();
            throw failure;
        }
        return new MemoEngine<>(backend);
    }

    private static Nd4jBackend load(Loading loading) throws EngineUnavailable {
        try {
            return loading.load();
        } catch (LinkageError | RuntimeException failure) {
            // Which of them ND4J throws depends on what is missing and on whether it was tried before.
            throw new EngineUnavailable("The native library of ND4J could not be loaded on "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " ("
                    + root(failure) + ").", failure);
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : ": " + root.getMessage().lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + message;
    }
}
