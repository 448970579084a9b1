package skipstitch.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourScaleTest {
    private static final int NEUTRAL = 0xfff7f7f7;

    private static ColourScale scale(float min, float max) {
        return ColourScale.of(new Extent(min, max, 0, 0));
    }

    @Test
    void isSequentialFromZeroWhereNothingIsNegative() {
        assertThat(scale(0.5f, 3)).isEqualTo(new ColourScale(ColourMap.SEQUENTIAL, 0, 3));
        assertThat(scale(0, 0).argb(0)).isEqualTo(NEUTRAL);
    }

    @Test
    void isDivergingAboutZeroWhereAnythingIs() {
        assertThat(scale(-1, 3)).isEqualTo(new ColourScale(ColourMap.DIVERGING, -3, 3));
        assertThat(scale(-4, -2)).isEqualTo(new ColourScale(ColourMap.DIVERGING, -4, 4));
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-38f, 1e-20f, 1e-3f, 1, 255, 1e30f, Float.MAX_VALUE})
    void zeroIsNeutralWhateverTheReach(float reach) {
        for (ColourScale scale : new ColourScale[] {scale(-reach, reach), scale(0, reach)}) {
            for (float zero : new float[] {0f, -0f}) {
                assertThat(scale.argb(zero)).isEqualTo(NEUTRAL);
                assertThat(scale.lookup().argb(zero)).isEqualTo(NEUTRAL);
            }
        }
    }

    @Test
    void aMapOfZerosAloneIsNeutral() {
        ColourScale scale = ColourScale.of(new Extent(0, 0, 0, 0));
        assertThat(scale.lookup().argb(0)).isEqualTo(NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-30f, 1, 1e30f, Float.MAX_VALUE})
    void largerMagnitudesAreDarkerOnBothSides(float reach) {
        ColourScale scale = scale(-reach, reach);
        ColourScale.Lookup lookup = scale.lookup();
        for (int side = -1; side <= 1; side += 2) {
            double before = Double.POSITIVE_INFINITY;
            double looked = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= 1000; i++) {
                float value = (float) (side * (double) reach * i / 1000);
                assertThat(lightness(scale.argb(value))).isLessThanOrEqualTo(before);
                assertThat(lightness(lookup.argb(value))).isLessThanOrEqualTo(looked);
                before = lightness(scale.argb(value));
                looked = lightness(lookup.argb(value));
            }
        }
    }

    @Test
    void positiveIsGreenAndNegativeIsPurpleAndOpposite() {
        ColourScale scale = scale(-2, 2);
        for (int i = 100; i <= 1000; i++) {
            float value = i / 500f;
            assertThat(channel(scale.argb(value), 8)).as("green at %s", value)
                    .isGreaterThan(Math.max(channel(scale.argb(value), 16), channel(scale.argb(value), 0)));
            assertThat(channel(scale.argb(-value), 8)).as("purple at %s", -value)
                    .isLessThan(Math.min(channel(scale.argb(-value), 16), channel(scale.argb(-value), 0)));
        }
    }

    @Test
    void bothMapsShareTheGreens() {
        ColourScale signed = scale(-2, 2);
        ColourScale positive = scale(0, 2);
        // A table of as many steps over twice the range: neighbouring entries may differ by a step.
        for (int i = 0; i <= 200; i++) {
            assertThat(distance(signed.argb(i / 100f), positive.argb(i / 100f))).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatIsNoNumberHasColoursOfItsOwn() {
        for (ColourScale scale : new ColourScale[] {scale(-1, 1), scale(0, 1), ColourScale.ofPicture(new Extent(0, 1, 0, 0))}) {
            for (float infinite : new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                assertThat(scale.argb(infinite)).isEqualTo(ColourMap.INFINITE_ARGB);
                assertThat(scale.lookup().argb(infinite)).isEqualTo(ColourMap.INFINITE_ARGB);
            }
            assertThat(scale.argb(Float.NaN)).isEqualTo(ColourMap.NAN_ARGB);
            assertThat(scale.lookup().argb(Float.NaN)).isEqualTo(ColourMap.NAN_ARGB);
            assertThat(IntStream.rangeClosed(0, 1024).map(i -> scale.map().at(i / 1024.0)))
                    .doesNotContain(ColourMap.NAN_ARGB, ColourMap.INFINITE_ARGB);
        }
    }

    @Test
    void whatIsBeyondTheEndsHasTheirColours() {
        ColourScale scale = scale(-1, 1);
        for (float beyond : new float[] {1.5f, 100, Float.MAX_VALUE}) {
            assertThat(scale.argb(beyond)).isEqualTo(scale.argb(1));
            assertThat(scale.argb(-beyond)).isEqualTo(scale.argb(-1));
            assertThat(scale.lookup().argb(beyond)).isEqualTo(scale.argb(1));
            assertThat(scale.lookup().argb(-beyond)).isEqualTo(scale.argb(-1));
        }
    }

    @Test
    void picturesRunFromBlackToWhite() {
        ColourScale scale = ColourScale.ofPicture(new Extent(0.2f, 0.9f, 0, 0));
        assertThat(scale.argb(0)).isEqualTo(0xff000000);
        assertThat(scale.argb(1)).isEqualTo(0xffffffff);
        assertThat(distance(scale.argb(0.5f), 0xff808080)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_NORMAL, 1e-30f, 0.01f, 1, 1e6f, 1e38f, Float.MAX_VALUE})
    void theTableIsWithinHalfAStepOfTheScale(float reach) {
        Random random = new Random(31);
        for (ColourScale scale : new ColourScale[] {scale(-reach, reach), scale(0, reach)}) {
            ColourScale.Lookup lookup = scale.lookup();
            double half = ((double) scale.high() - scale.low()) / 4096 * 0.501;
            for (int i = 0; i < 2_000; i++) {
                float value = (float) (scale.low() + random.nextDouble() * ((double) scale.high() - scale.low()));
                double found = lightnessOf(lookup.argb(value), value);
                double ends = lightnessOf(scale.argb((float) (value - half)), value - half);
                double starts = lightnessOf(scale.argb((float) (value + half)), value + half);
                assertThat(found).as("seed 31, %s in %s", value, scale)
                        .isBetween(Math.min(ends, starts) - 1e-9, Math.max(ends, starts) + 1e-9);
            }
        }
    }

    /** Darkness with the sign of the side, so that it rises all along the scale. */
    private static double lightnessOf(int argb, double value) {
        return Math.signum(value) * (lightness(NEUTRAL) - lightness(argb));
    }

    private static double lightness(int argb) {
        return 0.2126 * channel(argb, 16) + 0.7152 * channel(argb, 8) + 0.0722 * channel(argb, 0);
    }

    private static int channel(int argb, int shift) {
        return argb >> shift & 0xff;
    }

    private static int distance(int a, int b) {
        return IntStream.of(0, 8, 16).map(shift -> Math.abs(channel(a, shift) - channel(b, shift))).max().orElseThrow();
    }
}
