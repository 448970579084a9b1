package skipstitch.ui.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.explain.Branch;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Role;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class TileGridTest {

    private static Panel panel(Role role, int... blocks) {
        List<Block> all = new ArrayList<>();
        int channels = 0;
        for (int count : blocks) {
            all.add(new Block(channels, count));
            channels += count;
        }
        Shape shape = new Shape(channels, 2, 2);
        return new Panel(role, "p", "p", Optional.empty(), NodeId.of("node"),
                Optional.empty(), new Tensor(shape, new float[shape.elements()]), all,
                Collections.nCopies(channels, Branch.NONE));
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 870, 200", "512, 512, 870, 200", "1024, 16, 600, 160", "96, 4, 500, 150", "8, 8, 1200, 400"})
    void pagesShowEveryChannelInTheRoomThereIs(int skip, int main, double width, double height) {
        List<Panel> left = List.of(panel(Role.SKIP, skip), panel(Role.MAIN, main));
        List<Panel> right = List.of(panel(Role.RESULT, skip, main));
        TileGrid grid = TileGrid.fitting(left, right, width, height, 0, 38);
        for (List<Panel> side : List.of(left, right)) {
            assertThat(side.stream().mapToDouble(panel -> grid.height(panel) + 38).sum()).isLessThanOrEqualTo(height + 4);
            for (Panel panel : side) {
                boolean[] seen = new boolean[panel.shape().channels()];
                for (int page = 0; page < grid.pages(panel); page++) {
                    TileGrid shown = grid.onPage(page);
                    for (int channel = 0; channel < seen.length; channel++) {
                        if (shown.shows(panel, channel)) {
                            seen[channel] = true;
                            assertThat(shown.x(panel, channel)).isBetween(0.0, shown.width());
                            assertThat(shown.y(panel, channel)).isBetween(0.0, shown.height(panel));
                        }
                    }
                }
                assertThat(seen).doesNotContain(false);
            }
        }
        assertThat(grid.width()).isLessThanOrEqualTo(width);
        assertThat(grid.mapWidth()).isGreaterThanOrEqualTo(16);
    }
}
