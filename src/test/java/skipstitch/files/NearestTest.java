package skipstitch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "flaw, lawn, 2", "'', abc, 3", "abc, '', 3", "same, same, 0", "ab, ba, 2"})
    void countsEditsOfOneCharacter(String a, String b, int edits) {
        assertThat(Nearest.distance(a, b)).isEqualTo(edits);
    }

    @Test
    void putsTheNearestFirstAndKeepsTheOrderOfEquals() {
        assertThat(Nearest.of("cat", List.of("dog", "cart", "bat", "cat")))
                .containsExactly("cat", "cart", "bat", "dog");
    }
}
