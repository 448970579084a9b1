package skipstitch.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.network.Shape;

class SheetSightTest {
    private static final Shape SHAPE = new Shape(30, 7, 9);

    private static SheetSight random(Random random) {
        SheetLayout layout = SheetLayout.of(List.of(12, 18), SHAPE, 20 + random.nextInt(600), 400,
                new SheetLayout.Trim(3, 15, 7, 12));
        return new SheetSight(layout, random.nextInt(9000) - 500, random.nextInt(30_000) - 500, 400, 300);
    }

    @Test
    void neverLooksBeyondTheSheet() {
        for (long seed = 0; seed < 300; seed++) {
            SheetSight sight = random(new Random(seed));
            assertThat(sight.x()).as("seed " + seed).isBetween(0, Math.max(0, sight.layout().width() - 400));
            assertThat(sight.y()).as("seed " + seed).isBetween(0, Math.max(0, sight.layout().height() - 300));
        }
    }

    @Test
    void showsAMapWholeIfThereIsRoomAndDoesNotMoveIfItIsSeenAlready() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SheetSight before = random(random);
            int position = random.nextInt(30);
            SheetSight sight = before.showing(position);
            String at = "seed " + seed + ", " + position + " in " + sight;
            assertThat(sight.showing(position)).as(at).isEqualTo(sight);
            if (sight.layout().mapHeight() + 40 <= 300 && sight.layout().mapWidth() + 20 <= 400) {
                assertThat(sight.left(position)).as(at).isBetween(0, 400 - sight.layout().mapWidth());
                assertThat(sight.top(position)).as(at).isBetween(0, 300 - sight.layout().mapHeight());
            } else {
                assertThat(sight.top(position)).as(at).isLessThan(300);
                assertThat(sight.top(position) + sight.layout().mapHeight()).as(at).isPositive();
            }
        }
    }

    @Test
    void thePixelsOfAValueAreThatValues() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int position = random.nextInt(30);
            SheetSight sight = random(random).showing(position);
            int row = random.nextInt(7);
            int column = random.nextInt(9);
            int x = sight.left(position) + (2 * column + 1) * sight.layout().mapWidth() / 18;
            int y = sight.top(position) + (2 * row + 1) * sight.layout().mapHeight() / 14;
            assertThat(sight.cellAt(x, y, SHAPE)).as("seed " + seed + ": " + sight)
                    .contains(new Cell(position, row, column));
        }
    }

    @Test
    void aPlaceOfAMapIsBroughtToAPoint() {
        SheetSight sight = random(new Random(3)).at(0, 0).with(20, 0.5, 0.5, 200, 150);
        int middle = sight.top(20) + sight.layout().mapHeight() / 2;
        assertThat(middle).isBetween(149, 151);
    }
}
