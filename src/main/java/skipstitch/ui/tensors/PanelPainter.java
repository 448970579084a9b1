package skipstitch.ui.tensors;

import java.util.Arrays;
import javafx.scene.image.Image;
import skipstitch.explain.Branch;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.ui.drawing.Palette;
import skipstitch.ui.drawing.Pixels;

/** Paints a panel's maps and their frames in device pixels, all in one array. */
final class PanelPainter {
    private final TileGrid grid;
    private final double device;
    private final int frame;
    private final int mapWidth;
    private final int mapHeight;

    PanelPainter(TileGrid grid, double device) {
        this.grid = grid;
        this.device = device;
        // Rounded down, or at 150 % the last map's frame would stand out of the picture.
        this.frame = (int) Math.floor(TileGrid.FRAME * device);
        this.mapWidth = pixels(grid.mapWidth());
        this.mapHeight = pixels(grid.mapHeight());
    }

    private int pixels(double units) {
        return (int) Math.round(units * device);
    }

    Image paint(Panel panel, ColourScale scale) {
        int width = pixels(grid.width());
        int height = pixels(grid.height(panel));
        int[] argb = new int[width * height];
        ColourScale.Lookup colours = scale.lookup();
        Mosaic single = new Mosaic(1, mapWidth, mapHeight, 0);
        for (Block block : panel.blocks()) {
            for (int channel = block.first(); channel < block.first() + block.count(); channel++) {
                if (!grid.shows(panel, channel)) {
                    continue;
                }
                int x = pixels(grid.x(panel, channel));
                int y = pixels(grid.y(panel, channel));
                frame(argb, width, x - frame, y - frame, panel.branches().get(channel));
                single.paint(panel.tensor(), channel, 1, colours, argb, width, y * width + x);
            }
        }
        return Pixels.image(argb, width, height);
    }

    /** Full colours for a branch, one half each for a sum, a thin line where there is no branch. */
    private void frame(int[] argb, int stride, int left, int top, Branch branch) {
        int inset = branch == Branch.NONE ? Math.max(0, frame - Math.max(1, pixels(1))) : 0;
        int outerWidth = mapWidth + 2 * frame;
        int outerHeight = mapHeight + 2 * frame;
        for (int y = inset; y < outerHeight - inset; y++) {
            int colour = y < outerHeight / 2 ? Palette.upper(branch) : Palette.lower(branch);
            int from = (top + y) * stride + left;
            Arrays.fill(argb, from + inset, from + outerWidth - inset, colour);
        }
    }
}
