package skipstitch.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skipstitch.network.Shape;
import skipstitch.ui.viewer.SheetLayout.Trim;

class SheetLayoutTest {
    private static final Trim TRIM = new Trim(3, 15, 7, 12);

    private record Sheet(SheetLayout layout, Shape shape, String words) {}

    private static Sheet random(long seed) {
        Random random = new Random(seed);
        List<Integer> groups = IntStream.range(0, 1 + random.nextInt(3)).map(_ -> 1 + random.nextInt(20)).boxed().toList();
        Shape shape = new Shape(groups.stream().mapToInt(Integer::intValue).sum(), 1 + random.nextInt(40),
                1 + random.nextInt(40));
        SheetLayout layout = SheetLayout.of(groups, shape, 10 + random.nextInt(300), 100 + random.nextInt(900), TRIM);
        return new Sheet(layout, shape, "seed " + seed + ": " + layout);
    }

    @Test
    void mapsWithTheirFramesAndCaptionsDoNotOverlapAndLieOnTheSheet() {
        for (long seed = 0; seed < 200; seed++) {
            Sheet sheet = random(seed);
            SheetLayout layout = sheet.layout();
            for (int a = 0; a < layout.count(); a++) {
                assertThat(layout.x(a)).as(sheet.words()).isBetween(TRIM.gap() + TRIM.frame(),
                        layout.width() - layout.mapWidth() - TRIM.frame() - TRIM.gap());
                assertThat(layout.y(a)).as(sheet.words()).isBetween(TRIM.gap() + TRIM.frame(),
                        layout.height() - layout.mapHeight() - TRIM.frame() - TRIM.caption() - TRIM.gap());
                for (int b = 0; b < a; b++) {
                    int around = 2 * TRIM.frame() + TRIM.gap();
                    boolean apart = Math.abs(layout.x(a) - layout.x(b)) >= layout.mapWidth() + around
                            || Math.abs(layout.y(a) - layout.y(b)) >= layout.mapHeight() + around + TRIM.caption();
                    assertThat(apart).as(sheet.words() + ", " + a + " and " + b).isTrue();
                }
            }
        }
    }

    @Test
    void whatIsAtAPointIsWhatStandsThere() {
        for (long seed = 0; seed < 200; seed++) {
            Sheet sheet = random(seed);
            SheetLayout layout = sheet.layout();
            for (int position = 0; position < layout.count(); position++) {
                assertThat(layout.at(layout.x(position), layout.y(position))).as(sheet.words()).contains(position);
                assertThat(layout.at(layout.x(position) + layout.mapWidth() - 1, layout.y(position) + layout.mapHeight() - 1))
                        .as(sheet.words()).contains(position);
                assertThat(layout.at(layout.x(position) - TRIM.frame() - 1, layout.y(position))).as(sheet.words()).isEmpty();
            }
        }
    }

    @Test
    void betweenTwoHeightsIsAllThatCanBeSeenThere() {
        for (long seed = 0; seed < 200; seed++) {
            Sheet sheet = random(seed);
            SheetLayout layout = sheet.layout();
            Random random = new Random(seed);
            int top = random.nextInt(layout.height());
            int bottom = top + 1 + random.nextInt(300);
            List<Integer> seen = IntStream.range(0, layout.count()).filter(position ->
                    layout.y(position) - TRIM.frame() < bottom
                            && layout.y(position) + layout.mapHeight() + TRIM.frame() + TRIM.caption() > top).boxed().toList();
            assertThat(layout.between(top, bottom)).as(sheet.words() + ", " + top + " to " + bottom).containsAll(seen)
                    .hasSizeLessThanOrEqualTo(seen.size() + layout.columns());
        }
    }

    @Test
    void eachGroupBeginsARowAfterASeam() {
        SheetLayout layout = SheetLayout.of(List.of(3, 2), new Shape(5, 10, 10), 40, 120, TRIM);
        assertThat(layout.columns()).isEqualTo(2);
        int row = 40 + 2 * TRIM.frame() + TRIM.caption() + TRIM.gap();
        assertThat(layout.y(2) - layout.y(0)).isEqualTo(row);
        assertThat(layout.x(3)).isEqualTo(layout.x(0));
        assertThat(layout.y(3) - layout.y(2)).isEqualTo(row + TRIM.seam());
    }

    @Test
    void upAndDownStayInTheColumnOrGoToTheLastOfAShorterRow() {
        SheetLayout layout = SheetLayout.of(List.of(5, 3), new Shape(8, 10, 10), 40, 3 * 53 + 8, TRIM);
        assertThat(layout.columns()).isEqualTo(3);
        assertThat(layout.vertically(1, 1)).isEqualTo(4);
        assertThat(layout.vertically(2, 1)).isEqualTo(4);
        assertThat(layout.vertically(4, 1)).isEqualTo(6);
        assertThat(layout.vertically(6, -1)).isEqualTo(4);
        assertThat(layout.vertically(7, 1)).isEqualTo(7);
        assertThat(layout.vertically(0, -1)).isEqualTo(0);
    }

    @Test
    void valuesHaveWholePixelsWhereThereIsRoomForThem() {
        SheetLayout layout = SheetLayout.of(List.of(4), new Shape(4, 7, 14), 100, 500, TRIM);
        assertThat(layout.mapWidth()).isEqualTo(98);
        assertThat(layout.mapHeight()).isEqualTo(49);
        assertThat(SheetLayout.of(List.of(4), new Shape(4, 572, 572), 100, 500, TRIM).mapWidth()).isEqualTo(100);
    }

    @Test
    void mapsThatFitTheRoomAreAsLargeAsTheyCanBe() {
        Shape shape = new Shape(16, 32, 32);
        double side = SheetLayout.fitting(List.of(8, 8), shape, 620, 590, TRIM, 56, 280);
        assertThat(SheetLayout.of(List.of(8, 8), shape, side, 620, TRIM).height()).isLessThanOrEqualTo(590);
        assertThat(SheetLayout.of(List.of(8, 8), shape, side * 1.1, 620, TRIM).height()).isGreaterThan(590);
        assertThat(SheetLayout.fitting(List.of(1024), new Shape(1024, 7, 7), 620, 590, TRIM, 56, 280)).isEqualTo(56);
        assertThat(SheetLayout.fitting(List.of(1), shape, 620, 590, TRIM, 56, 280)).isEqualTo(280);
    }
}
