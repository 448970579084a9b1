package skipstitch.training.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void meanIouIsWorkedOutClassByClass() {
        Confusion confusion = new Confusion(3);
        confusion.add(new int[] {0, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 0});
        assertThat(confusion.meanIou()).isEqualTo((2.0 / 4 + 1.0 / 3) / 2);
        assertThat(confusion.accuracy()).isEqualTo(3.0 / 5);
    }

    @Test
    void aClassThatIsNowhereDoesNotCount() {
        Confusion confusion = new Confusion(4);
        confusion.add(new int[] {2, 2}, new int[] {2, 2});
        assertThat(confusion.meanIou()).isEqualTo(1);
        confusion.add(new int[] {2, 2}, new int[] {3, 3});
        assertThat(confusion.meanIou()).as("a class found where there is none").isEqualTo((0.5 + 0) / 2);
    }

    @Test
    void nothingCountedIsNothingWrong() {
        assertThat(new Confusion(2).meanIou()).isEqualTo(1);
        assertThat(new Confusion(2).accuracy()).isEqualTo(1);
    }

    @Test
    void aBorderOnePixelOffIsNearAndTwoAreNot() {
        Borders borders = new Borders(6, 6);
        assertThat(borders.f(halves(6, 3), halves(6, 3))).isEqualTo(1);
        assertThat(borders.f(halves(6, 3), halves(6, 4))).isEqualTo(1);
        assertThat(borders.f(halves(6, 2), halves(6, 4))).isZero();
    }

    @Test
    void precisionAndRecallCountAlike() {
        // One of two pixels of class 1 is found: all that was found is near, and so is all that is there.
        int[] truth = {0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};
        int[] found = {0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
        double small = 2 * 1.0 * 0.5 / 1.5;
        // Of the ground, pixels 5, 7, 11 border on it, 5 and 7 do in what was found.
        double ground = 2 * 1.0 * (2.0 / 3) / (5.0 / 3);
        assertThat(new Borders(1, 13).f(truth, found)).isCloseTo((small + ground) / 2, within(1e-12));
    }

    @Test
    void anEmptyMaskIsMetByAnEmptyOneAlone() {
        Borders borders = new Borders(4, 4);
        int[] empty = new int[16];
        int[] one = new int[16];
        one[5] = 1;
        assertThat(borders.f(empty, empty)).isEqualTo(1);
        assertThat(borders.f(empty, one)).isZero();
        assertThat(borders.f(one, empty)).isZero();
    }

    private static int[] halves(int size, int columns) {
        int[] picture = new int[size * size];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i % size < columns ? 0 : 1;
        }
        return picture;
    }

    @Test
    void psnrIsTheErrorInDecibels() {
        assertThat(Psnr.of(new float[] {0.1f, 0.9f}, new float[] {0, 1})).isCloseTo(20, within(1e-5));
        assertThat(Psnr.of(new float[] {0.5f}, new float[] {0.5f})).isEqualTo(Psnr.MOST);
        assertThat(Psnr.of(new float[] {3}, new float[] {2})).isZero();
    }

    @Test
    void whatWasNotMeasuredIsNotKnown() {
        Scores scores = new Scores(Map.of(Measure.PSNR, 20.0));
        assertThat(scores.of(Measure.PSNR)).isEqualTo(20);
        assertThatIllegalArgumentException().isThrownBy(() -> scores.of(Measure.ACCURACY))
                .withMessageContaining("Accuracy");
    }
}
