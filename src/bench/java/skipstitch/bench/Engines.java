package skipstitch.bench;

import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.nd4j.Nd4jEngine;

/** The engine that is measured, and what its JVM needs. */
final class Engines {
    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";
    static final String HEAP = "-Xmx2g";
    /** ONNX Runtime recurses as deep as the command line is long when it starts, and a fork has a long one. */
    static final String STACK = "-Xss16m";

    /** So that old activations are freed while a benchmark runs, as they are in a long session. */
    private static final long MOST_BYTES = 512L << 20;

    private Engines() {}

    static Engine open() {
        try {
            return Nd4jEngine.open(MOST_BYTES);
        } catch (EngineUnavailable unavailable) {
            throw new IllegalStateException("There is nothing to measure", unavailable);
        }
    }
}
