package skipstitch.engine.nd4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What must be set before the first class of ND4J is loaded. What a person set by system property or
 * environment stays.
 */
public final class NativeSettings {
    private static final String SPINS_BEFORE_SLEEP = "2000";
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    /** Held, for the logging framework holds loggers weakly and forgets their levels with them. */
    private static final List<Logger> CHATTY = List.of(Logger.getLogger("org.nd4j"), Logger.getLogger("org.bytedeco"));

    private NativeSettings() {}

    /** Once is enough; more often does no harm. */
    public static void apply() {
        CHATTY.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
        // JavaCPP bounds off-heap memory by the size of the heap, and the process's memory by twice that: a bound
        // that has nothing to do with what is there, and is met in the midst of a pass. The engine bounds
        // activations itself, before a pass.
        setIfAbsent("org.bytedeco.javacpp.maxbytes", "0");
        setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
        if (System.getenv("OMP_WAIT_POLICY") == null) {
            // Threads that wait for one another spin for milliseconds by default, and so keep each other from
            // running when the machine has other work. Sleeping after some microseconds costs nothing measurable.
            NativeEnvironment.setIfAbsent("GOMP_SPINCOUNT", SPINS_BEFORE_SLEEP);
        }
        Path usual = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
        if (System.getProperty(CACHE) == null && !isUsable(usual)) {
            cacheFolders(System.getenv(), System.getProperty("java.io.tmpdir"), System.getProperty("user.name"))
                    .stream().filter(NativeSettings::isUsable).findFirst()
                    .ifPresent(folder -> System.setProperty(CACHE, folder.toString()));
        }
    }

    /** Where native libraries may be unpacked when the home folder cannot be written: best first. */
    static List<Path> cacheFolders(Map<String, String> environment, String temporary, String user) {
        Path last = Path.of(temporary, "skipstitch-" + user, "native");
        String named = environment.getOrDefault("XDG_CACHE_HOME", environment.getOrDefault("LOCALAPPDATA", ""));
        return named.isBlank() ? List.of(last) : List.of(Path.of(named, "skipstitch", "native"), last);
    }

    private static boolean isUsable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
