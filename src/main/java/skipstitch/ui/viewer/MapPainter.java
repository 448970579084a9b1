package skipstitch.ui.viewer;

import java.util.Optional;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;
import skipstitch.explain.Branch;
import skipstitch.ui.drawing.Palette;

/** Paints maps on a raster: what of them falls inside, with their numbers where they are given the glyphs. */
final class MapPainter {
    private static final int INK_ON_LIGHT = 0xff000000;
    private static final int INK_ON_DARK = 0xffffffff;

    private final Raster raster;
    private final ColourScale.Lookup colours;
    private final Optional<Glyphs> numbers;

    MapPainter(Raster raster, ColourScale.Lookup colours, Optional<Glyphs> numbers) {
        this.raster = raster;
        this.colours = colours;
        this.numbers = numbers;
    }

    /** @param left of the whole map, which may begin outside, as it may end there */
    void map(Tensor tensor, int channel, int left, int top, int width, int height) {
        int fromX = Math.max(0, left);
        int toX = Math.min(raster.width(), left + width);
        if (fromX >= toX) {
            return;
        }
        Shape shape = tensor.shape();
        int[] columns = new int[toX - fromX];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Mosaic.nearest(fromX - left + i, width, shape.width());
        }
        int painted = -1;
        for (int y = Math.max(0, top); y < Math.min(raster.height(), top + height); y++) {
            int row = Mosaic.nearest(y - top, height, shape.height());
            int to = y * raster.width() + fromX;
            if (row == painted) {
                System.arraycopy(raster.argb(), to - raster.width(), raster.argb(), to, columns.length);
            } else {
                painted = row;
                line(tensor, tensor.index(channel, row, 0), columns, to);
            }
        }
        numbers.ifPresent(glyphs -> numbers(glyphs, tensor, channel, left, top, width, height));
    }

    private void line(Tensor tensor, int from, int[] columns, int to) {
        int column = -1;
        int colour = 0;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != column) {
                column = columns[i];
                colour = colours.argb(tensor.values()[from + column]);
            }
            raster.argb()[to + i] = colour;
        }
    }

    private void numbers(Glyphs glyphs, Tensor tensor, int channel, int left, int top, int width, int height) {
        Shape shape = tensor.shape();
        int cellWidth = width / shape.width();
        int cellHeight = height / shape.height();
        int firstColumn = Math.max(0, -left / cellWidth);
        int lastColumn = Math.min(shape.width() - 1, (raster.width() - left) / cellWidth);
        int firstRow = Math.max(0, -top / cellHeight);
        int lastRow = Math.min(shape.height() - 1, (raster.height() - top) / cellHeight);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                float value = tensor.at(channel, row, column);
                String text = CellText.of(value, each -> glyphs.width(each) <= cellWidth - 2);
                glyphs.write(raster, left + column * cellWidth + (cellWidth - glyphs.width(text)) / 2,
                        top + row * cellHeight + (cellHeight - glyphs.height()) / 2, text, ink(colours.argb(value)));
            }
        }
    }

    /** Black or white, whichever stands out more. */
    static int ink(int ground) {
        double light = 0.2126 * linear(ground >> 16) + 0.7152 * linear(ground >> 8) + 0.0722 * linear(ground);
        // Where contrast to black, (light + 0.05) / 0.05, is that to white, 1.05 / (light + 0.05).
        return light > 0.179 ? INK_ON_LIGHT : INK_ON_DARK;
    }

    private static double linear(int part) {
        double share = (part & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Around a map: full colours for a branch, one half each for a sum, a thin line where there is no branch. */
    void frame(Branch branch, int left, int top, int width, int height, int frame, int line) {
        int thick = branch == Branch.NONE ? Math.min(frame, line) : frame;
        int middle = top + height / 2;
        raster.fill(left - thick, top - thick, left + width + thick, middle, Palette.upper(branch));
        raster.fill(left - thick, middle, left + width + thick, top + height + thick, Palette.lower(branch));
    }
}
