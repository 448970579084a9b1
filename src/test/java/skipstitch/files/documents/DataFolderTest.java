package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths below are absolute elsewhere")
class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    private static String folder(String system, Map<String, String> environment) {
        return DataFolder.of(system, environment, HOME).path().toString();
    }

    @Test
    void eachPlatformHasItsUsualPlace() {
        assertThat(folder("Linux", Map.of())).isEqualTo("/home/ada/.local/share/skipstitch");
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo("/data/skipstitch");
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", ""))).isEqualTo("/home/ada/.local/share/skipstitch");
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "relative"))).isEqualTo("/home/ada/.local/share/skipstitch");
        assertThat(folder("Mac OS X", Map.of())).isEqualTo("/home/ada/Library/Application Support/Skipstitch");
        assertThat(folder("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo("/roaming/Skipstitch");
        assertThat(folder("Windows 11", Map.of())).isEqualTo("/home/ada/AppData/Roaming/Skipstitch");
    }
}
