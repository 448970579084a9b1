package skipstitch.session;

import java.util.Optional;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.nd4j.tape.Nd4jTapes;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Tapes;

/**
 * The engine that a session runs on: ND4J, or plain Java where ND4J's native library is missing or computes
 * wrongly.
 *
 * @param engine what computes
 * @param tapes  what goes both ways
 * @param notice why it is not ND4J
 */
public record EngineStart(Engine engine, Tapes tapes, Optional<Notice> notice) {

    /** With gradients by plain Java. */
    public EngineStart(Engine engine, Optional<Notice> notice) {
        this(engine, new PlainTapes(), notice);
    }

    /** Starts and tests ND4J, which takes a second or two: not on the window's thread. */
    public static EngineStart open() {
        return opening(Nd4jEngine::open);
    }

    /**
     * What goes both ways through a network, of the same make.
     *
     * @param threads that one tape may take
     */
    public Tapes tapes(int threads) {
        return notice.isEmpty() ? new Nd4jTapes(threads) : new PlainTapes();
    }

    /** Opens an engine. */
    @FunctionalInterface
    public interface Opening {
        Engine open() throws EngineUnavailable;
    }

    /** Plain Java where this engine cannot be had. */
    public static EngineStart opening(Opening wanted) {
        try {
            return new EngineStart(wanted.open(), new Nd4jTapes(Runtime.getRuntime().availableProcessors()),
                    Optional.empty());
        } catch (EngineUnavailable e) {
            return new EngineStart(PlainEngine.open(), Optional.of(new Notice(Notice.Kind.WARNING,
                    "Plain Java computes instead of ND4J, slower but exact. " + e.getMessage())));
        }
    }
}
