package skipstitch.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Off-heap memory is nobody's but ours to free. */
class MemoryTest {
    /** One leaked map of 8×16×16 a run would be 80 MB. */
    private static final long ALLOWED_GROWTH = 8L << 20;

    @Test
    @EnabledOnOs(OS.LINUX)
    void tenThousandRunsOfChangingNetworksKeepResidentMemoryFlat() throws IOException {
        String[] measured = inProcessOfItsOwn().strip().split(" ");
        assertThat(Long.parseLong(measured[0])).as("bytes grown").isLessThan(ALLOWED_GROWTH);
        assertThat(Long.parseLong(measured[1])).as("bytes held")
                .isGreaterThan(ChangingNetworks.BOUND / 2).isLessThanOrEqualTo(ChangingNetworks.BOUND);
    }

    /**
     * In this process, what other tests leave behind and a heap that is committed but not yet touched come and go by
     * a hundred megabytes. There the heap is all touched from the start, and the compiler that takes and returns
     * tens of megabytes at its own time is off.
     */
    private static String inProcessOfItsOwn() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath", System.getProperty("java.class.path"),
                "-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                ChangingNetworks.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
