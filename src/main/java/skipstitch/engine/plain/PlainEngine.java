package skipstitch.engine.plain;

import skipstitch.engine.Engine;
import skipstitch.engine.MemoEngine;

/** The way in. */
public final class PlainEngine {
    private PlainEngine() {}

    /** A fresh engine with an empty memo. */
    public static Engine open() {
        return new MemoEngine<>(new PlainBackend());
    }
}
