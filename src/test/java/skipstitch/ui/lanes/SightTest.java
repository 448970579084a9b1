package skipstitch.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;

/** Where the lanes are looked at from. */
class SightTest {
    private static final Area U = new Area(-16, -40, 4000, 300);

    @Test
    void whatFitsIsShownWholeAndInTheMiddle() {
        Sight sight = new Sight(new Area(-16, -40, 1000, 160), 1, 1600, 320);
        assertThat(sight.fitZoom()).isEqualTo(1.5);
        assertThat(sight.centred(1.5, new Point(0, 0)))
                .isEqualTo(new Camera(1.5, -16 - (1600 / 1.5 - 1000) / 2, -40 - (320 / 1.5 - 160) / 2));
    }

    @Test
    void whatWouldBeTooSmallToReadIsShownInPartInBothDirections() {
        Sight sight = new Sight(U, 1, 1280, 190);
        assertThat(sight.fitZoom()).isEqualTo(1);
        assertThat(sight.centred(1, new Point(2000, 150))).isEqualTo(new Camera(1, 1360, 55));
        assertThat(sight.centred(1, new Point(-16, -40))).as("not past the upper left end")
                .isEqualTo(new Camera(1, -16, -40));
        assertThat(sight.centred(1, new Point(9000, 900))).as("nor past the lower right one")
                .isEqualTo(new Camera(1, 3984 - 1280, 260 - 190));
    }

    @Test
    void aNodeInViewMovesNothingAndAnotherOnlyWhereItIsOut() {
        Sight sight = new Sight(U, 1, 1280, 190);
        Camera from = new Camera(1, 1000, 0);
        assertThat(sight.revealing(from, new Box(Box.Kind.CARD, 1500, 40))).isEqualTo(from);
        assertThat(sight.revealing(from, new Box(Box.Kind.CARD, 3000, 40))).isEqualTo(new Camera(1, 3048 - 640, 0));
        assertThat(sight.revealing(from, new Box(Box.Kind.CARD, 1500, 128))).isEqualTo(new Camera(1, 1000, 70));
    }

    /** At the smallest zoom there is, and so everywhere. */
    @Test
    void noNodeIsSoSmallThatItsPictureCannotBeSeen() {
        assertThat(Camera.LEAST * Box.Kind.CARD.width()).isGreaterThanOrEqualTo(24);
    }
}
