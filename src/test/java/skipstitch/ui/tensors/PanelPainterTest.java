package skipstitch.ui.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import skipstitch.explain.Branch;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Role;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Palette;

class PanelPainterTest {

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3})
    void framesOfAllMapsFitIntoThePictureAtAnyScale(double device) {
        Shape shape = new Shape(10, 16, 16);
        Panel panel = new Panel(Role.RESULT, "concat", "concat", Optional.empty(), NodeId.of("merge"), Optional.empty(),
                new Tensor(shape, new float[shape.channels() * shape.height() * shape.width()]),
                List.of(new Block(0, 6), new Block(6, 4)), Collections.nCopies(shape.channels(), Branch.SKIP));
        for (int columns = 1; columns <= 8; columns++) {
            for (double side = 16; side <= 40; side++) {
                TileGrid grid = new TileGrid(columns, side, side).snapped(shape.width(), shape.height(), device);
                Image image = new PanelPainter(grid, device).paint(panel, panel.ownScale());
                int bottom = (int) image.getHeight() - 2;
                assertThat(image.getPixelReader().getArgb((int) Math.round(TileGrid.FRAME * device), bottom)).as("%d columns of %s", columns, side)
                        .isEqualTo(Palette.lower(Branch.SKIP));
            }
        }
    }
}
