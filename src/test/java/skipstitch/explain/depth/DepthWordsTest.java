package skipstitch.explain.depth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Variant;

/** What is said of chains. */
class DepthWordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1.04, 1.0", "0.0594, 0.059", "0.01, 0.010", "0.00999, 1.0·10⁻²", "42.4, 42",
            "999, 999", "33000, 3.3·10⁴", "2.96e-24, 3.0·10⁻²⁴"})
    void numbersHaveTwoDigitsThatCount(double value, String words) {
        assertThat(DepthWords.power(value)).isEqualTo(words);
    }

    /** A study with these gradients at the first input, and 1 at the output. */
    private static DepthStudy study(DepthSettings settings, double plain, double add, double concat) {
        return new DepthStudy(settings, List.of(lane(Variant.NO_SKIP, plain), lane(Variant.ADD, add),
                lane(Variant.CONCAT, concat)));
    }

    private static LaneDepth lane(Variant variant, double gradient) {
        return new LaneDepth(variant, List.of(new Level(8, 1, 0.5, gradient, 0.25), new Level(8, 1, 0.5, 1, 1)));
    }

    @Test
    void whyNamesWhatIsExpectedBesideWhatWasMeasured() {
        assertThat(DepthWords.why(study(DepthSettings.usual(), 0.059, 5700, 2.4))).contains("mean square about 1 of",
                "plain √(1³⁰) ≈ 1, measured 0.059", "add √((1 + 1)³⁰) ≈ 3.3·10⁴, measured 5.7·10³");
        DepthSettings faint = DepthSettings.usual().withKernels(InitialKernels.DEFAULT).withShortcut(0.5);
        assertThat(DepthWords.why(study(faint, 3e-24, 3e-9, 1))).contains("about 0.028", "λ² = 0.25",
                "≈ 4.5·10⁻²⁴, measured 3.0·10⁻²⁴", "add √((0.25 + 0.028)³⁰) ≈ 4.5·10⁻⁹, measured 3.0·10⁻⁹");
        assertThat(DepthWords.why(study(faint.withNorm(true), 1, 1, 1))).contains("only measured").doesNotContain("≈");
    }

    @Test
    void lambdaToTheNSaysThatItIsTheDirectPathOnly() {
        assertThat(DepthWords.directPath(study(DepthSettings.usual().withBlocks(9).withShortcut(0.5), 1, 1, 1)))
                .isEqualTo("λⁿ = 0.5⁹ = 2.0·10⁻³ is what the direct path alone brings back, past all branches: one of "
                        + "2⁹ = 512 paths.");
    }

    @Test
    void fatesAreToldWithTheirNumbers() {
        assertThat(DepthWords.fate(lane(Variant.ADD, 1e-3))).isEqualTo("fades to 1.0·10⁻³");
        assertThat(DepthWords.fate(lane(Variant.ADD, 0.5))).isEqualTo("comes to 0.50");
        assertThat(DepthWords.fate(lane(Variant.ADD, 2e5))).isEqualTo("explodes to 2.0·10⁵");
    }

    @Test
    void settingsStandBesideEveryNumber() {
        assertThat(DepthWords.settings(DepthSettings.usual())).isEqualTo("30 blocks of two 3×3 convs with ReLU, 8 "
                + "channels (concat: 2 more from each block), λ = 1, last ReLU before the merge, no norm, He initialisation "
                + "(variance 2 / fan-in), untrained, seed 1; pictures of 12×12.");
    }

    @Test
    void pathsAreCounted() {
        assertThat(DepthWords.paths(Paths.of(9))).startsWith("At each block one goes through the branch or past it: 2⁹ = "
                + "512 paths, through 4.5 branches on average; 95 % go through 2 to 7.").endsWith("through all 9.");
    }
}
