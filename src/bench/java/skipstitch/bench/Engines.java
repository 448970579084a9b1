package skipstitch.bench;

import skipstitch.engine.Engine;
import skipstitch.engine.plain.PlainEngine;

/** The engine that is measured, and what its JVM needs. */
final class Engines {
    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";
    static final String HEAP = "-Xmx2g";

    private Engines() {}

    static Engine open() {
        return PlainEngine.open();
    }
}
