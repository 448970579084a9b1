package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInPictureTest {

    @ParameterizedTest
    @EnumSource
    void eachIsPackagedUnderItsTitle(BuiltInPicture builtIn) {
        assertThat(builtIn.load()).hasToString(builtIn.title() + ", 256×256");
        assertThat(BuiltInPicture.withId(builtIn.id())).contains(builtIn);
    }

    @Test
    void eachPictureAmongTheAssetsIsOffered() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/pictures"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(BuiltInPicture.values()).map(builtIn -> builtIn.id() + ".png").toList());
        }
    }

    @Test
    void anUnknownIdIsNone() {
        assertThat(BuiltInPicture.withId("House")).isEmpty();
    }
}
