package skipstitch.explain.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.engine.Progress;
import skipstitch.engine.plain.PlainTapes;
import skipstitch.engine.tape.Parameters;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** What becomes of gradients and values over depth. */
class DepthStudyTest {
    private static final DepthSettings SHORT = DepthSettings.usual().withBlocks(6);

    private static DepthStudy study(DepthSettings settings) {
        return DepthStudy.of(settings, new PlainTapes(), Drawn.pictures(), Progress.NONE);
    }

    /** Thirty blocks of two dense layers; orders of magnitude, for one seed tells no more. */
    @ParameterizedTest
    @CsvSource({"HE, 1, NO_SKIP, 0.02, 20", "HE, 1, ADD, 3e3, 3e6", "HE, 0.5, ADD, 4, 3e3",
            "DEFAULT, 1, NO_SKIP, 1e-25, 1e-22", "DEFAULT, 1, ADD, 0.1, 10", "DEFAULT, 0.5, ADD, 1e-10, 1e-7"})
    void initialisationAndShortcutDecideWhetherGradientsFadeOrExplode(InitialKernels kernels, double shortcut,
                                                                      Variant variant, double least, double most) {
        for (long seed = 1; seed <= 3; seed++) {
            DepthSettings settings = DepthSettings.usual().withKind(BlockKind.DENSE).withKernels(kernels)
                    .withShortcut(shortcut).withSeed(seed);
            assertThat(study(settings).lane(variant).gradientRatio()).as("seed %d", seed).isBetween(least, most);
        }
    }

    @ParameterizedTest
    @EnumSource(BlockKind.class)
    void withTheShortcutTakenAwayAddIsPlain(BlockKind kind) {
        DepthStudy study = study(SHORT.withKind(kind).withShortcut(0));
        LaneDepth plain = study.lane(Variant.NO_SKIP);
        LaneDepth add = study.lane(Variant.ADD);
        assertThat(add.levels()).isEqualTo(plain.levels());
        assertThat(study.directPath()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "0.5", "1.25", "0.9"})
    void withBranchesThatGiveNothingOnlyTheDirectPathIsLeft(double shortcut) {
        DepthSettings settings = SHORT.withShortcut(shortcut);
        DepthStudy study = DepthStudy.of(settings, new PlainTapes(), Drawn.pictures(), Progress.NONE, zeroedBranches(settings));
        LaneDepth add = study.lane(Variant.ADD);
        assertThat(add.gradientRatio()).isCloseTo(study.directPath(), withinPercentage(1e-4));
        assertThat(study.directPath()).isCloseTo(Math.pow(shortcut, 6), withinPercentage(1e-9));
        assertThat(add.valueRatio()).isCloseTo(study.directPath(), withinPercentage(1e-4));
        assertThat(add.levels()).allSatisfy(level -> assertThat(level.likeness()).isCloseTo(1, within(1e-9)));
    }

    private static Function<Shapes, Parameters> zeroedBranches(DepthSettings settings) {
        return shapes -> {
            Parameters drawn = ChainKernels.of(settings, shapes);
            return new Parameters(drawn.trainable().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    each -> each.getKey().value().startsWith("block") ? each.getValue().zeros() : each.getValue())),
                    drawn.statistics());
        };
    }

    @Test
    void whereTheReluStandsChangesTheSumButNeitherThePlainChainNorTheConcat() {
        DepthStudy before = study(SHORT);
        DepthStudy after = study(SHORT.withReluAfterMerge(true));
        assertThat(after.lane(Variant.NO_SKIP).levels()).isEqualTo(before.lane(Variant.NO_SKIP).levels());
        assertThat(after.lane(Variant.CONCAT).valueRatio())
                .isCloseTo(before.lane(Variant.CONCAT).valueRatio(), withinPercentage(1e-4));
        assertThat(after.lane(Variant.ADD).valueRatio()).isLessThan(0.9 * before.lane(Variant.ADD).valueRatio());
    }

    @Test
    void aConcatKeepsWhatCameInAsItIsAndGrows() {
        LaneDepth concat = study(SHORT).lane(Variant.CONCAT);
        assertThat(concat.levels()).extracting(Level::channels).containsExactly(8, 10, 12, 14, 16, 18, 20);
        assertThat(study(SHORT).lane(Variant.ADD).levels()).extracting(Level::channels).containsOnly(8);
    }

    @Test
    void normsKeepValuesOfPlainChainsAtOneSize() {
        DepthSettings faded = SHORT.withBlocks(20).withKernels(InitialKernels.DEFAULT);
        assertThat(study(faded).lane(Variant.NO_SKIP).valueRatio()).isLessThan(1e-10);
        assertThat(study(faded.withNorm(true)).lane(Variant.NO_SKIP).levels().subList(1, 21))
                .allSatisfy(level -> assertThat(level.value()).isBetween(0.5, 1.0));
    }

    @Test
    void gradientsOfNeighboursGrowUnlikeFasterWithoutSkips() {
        DepthStudy study = study(DepthSettings.usual());
        assertThat(study.lane(Variant.NO_SKIP).levels().getLast().likeness()).isCloseTo(1, within(1e-9));
        assertThat(study.lane(Variant.ADD).levels().getFirst().likeness())
                .isGreaterThan(study.lane(Variant.NO_SKIP).levels().getFirst().likeness() + 0.2);
    }

    @Test
    void fiftyBlocksAreNotRoundedToNothing() {
        DepthSettings deepest = DepthSettings.usual().withBlocks(50).withKernels(InitialKernels.DEFAULT).withKind(BlockKind.DENSE);
        LaneDepth plain = study(deepest).lane(Variant.NO_SKIP);
        assertThat(plain.gradientRatio()).isBetween(1e-42, 1e-36);
        assertThat(plain.fate()).isEqualTo(LaneDepth.Fate.FADES);
        LaneDepth add = study(deepest.withKernels(InitialKernels.HE).withShortcut(1.5)).lane(Variant.ADD);
        assertThat(add.gradientRatio()).isBetween(1e11, 1e16);
        assertThat(add.fate()).isEqualTo(LaneDepth.Fate.EXPLODES);
    }

    @Test
    void oneSeedGivesTheSameNumbersAndAnotherOthers() {
        assertThat(study(SHORT)).isEqualTo(study(SHORT));
        assertThat(study(SHORT.withSeed(2)).lanes()).isNotEqualTo(study(SHORT).lanes());
    }

    @Test
    void isCalledOffBetweenTwoChains() {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> DepthStudy.of(SHORT, new PlainTapes(),
                Drawn.pictures(), (done, _) -> done < 1));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> SHORT.withBlocks(1)).withMessageContaining("2 to 50");
        assertThatIllegalArgumentException().isThrownBy(() -> SHORT.withBlocks(51));
        assertThatIllegalArgumentException().isThrownBy(() -> SHORT.withShortcut(1.6)).withMessageContaining("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> SHORT.withShortcut(Double.NaN));
    }
}
