package skipstitch.session;

import java.util.Optional;
import skipstitch.engine.Engine;
import skipstitch.engine.plain.PlainEngine;

public record EngineStart(Engine engine, Optional<Notice> notice) {
    public static EngineStart open() {
        return new EngineStart(PlainEngine.open(), Optional.empty());
    }
}
