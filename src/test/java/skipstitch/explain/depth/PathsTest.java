package skipstitch.explain.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The paths through a chain with shortcuts. */
class PathsTest {

    @Test
    void thereAreTwoToTheNumberOfBlocks() {
        for (int blocks = 0; blocks <= DepthSettings.MOST; blocks++) {
            Paths paths = Paths.of(blocks);
            assertThat(paths.count()).isEqualTo(1L << blocks);
            assertThat(paths.byLength()).hasSize(blocks + 1);
        }
    }

    @Test
    void theirLengthsAreCountedAsIfAllPathsWereWalked() {
        int blocks = 11;
        Paths paths = Paths.of(blocks);
        for (int length = 0; length <= blocks; length++) {
            int wanted = length;
            assertThat(paths.byLength().get(length)).as("length %d", length)
                    .isEqualTo(IntStream.range(0, 1 << blocks).filter(path -> Integer.bitCount(path) == wanted).count());
        }
    }

    @Test
    void ofNineUnitsThereAre512WithMeanLengthFourAndAHalf() {
        assertThat(Paths.of(9).count()).isEqualTo(512);
        assertThat(Paths.of(9).meanLength()).isEqualTo(4.5);
    }

    @Test
    void ofFiftyBlocksMostPathsAreAboutHalfAsLong() {
        Paths paths = Paths.of(50);
        assertThat(paths.spread()).isEqualTo(7);
        assertThat(paths.share(18, 32)).isCloseTo(0.967, within(0.001));
        assertThat(paths.share(19, 31)).isLessThan(0.95);
    }
}
