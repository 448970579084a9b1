package skipstitch.ui.viewer;

import java.util.Optional;
import skipstitch.network.Shape;
import skipstitch.tensor.Mosaic;

/**
 * Which part of a sheet is seen, in device pixels. It never looks beyond the sheet's edges where the sheet is larger.
 *
 * @param layout of the sheet
 * @param x      of the sheet at the left edge of the view
 * @param y      of the sheet at its top
 * @param width  of the view
 * @param height of the view
 */
record SheetSight(SheetLayout layout, int x, int y, int width, int height) {
    SheetSight {
        x = Math.clamp(x, 0, Math.max(0, layout.width() - width));
        y = Math.clamp(y, 0, Math.max(0, layout.height() - height));
    }

    SheetSight at(int newX, int newY) {
        return new SheetSight(layout, newX, newY, width, height);
    }

    /** The same place of another sheet, or through another window. */
    SheetSight of(SheetLayout other, int newWidth, int newHeight) {
        return new SheetSight(other, x, y, newWidth, newHeight);
    }

    /** Scrolled just so far that a map is seen, or as much of it as there is room for. */
    SheetSight showing(int position) {
        SheetLayout.Trim trim = layout.trim();
        int around = trim.frame() + trim.gap();
        int left = layout.x(position) - around;
        int top = layout.y(position) - around;
        return at(nearest(x, width, left, left + layout.mapWidth() + 2 * around),
                nearest(y, height, top, top + layout.mapHeight() + trim.caption() + 2 * around));
    }

    private static int nearest(int scroll, int room, int from, int to) {
        return to - from > room ? Math.clamp(scroll, from, to - room) : Math.clamp(scroll, to - room, from);
    }

    /** Scrolled so that a place of a map, as shares of its sides, stands at a point of the view. */
    SheetSight with(int position, double across, double down, double viewX, double viewY) {
        return at((int) Math.round(layout.x(position) + across * layout.mapWidth() - viewX),
                (int) Math.round(layout.y(position) + down * layout.mapHeight() - viewY));
    }

    /** Left edge of a map in the view. */
    int left(int position) {
        return layout.x(position) - x;
    }

    /** Top edge of a map in the view. */
    int top(int position) {
        return layout.y(position) - y;
    }

    /** What stands at a pixel of the view. */
    Optional<Integer> positionAt(int viewX, int viewY) {
        return layout.at(viewX + x, viewY + y);
    }

    /** The value whose colour a pixel of the view has; its channel is the position. */
    Optional<Cell> cellAt(int viewX, int viewY, Shape shape) {
        return positionAt(viewX, viewY).flatMap(position -> {
            int inX = viewX - left(position);
            int inY = viewY - top(position);
            boolean inside = inX >= 0 && inX < layout.mapWidth() && inY >= 0 && inY < layout.mapHeight();
            return inside ? Optional.of(new Cell(position, Mosaic.nearest(inY, layout.mapHeight(), shape.height()),
                    Mosaic.nearest(inX, layout.mapWidth(), shape.width()))) : Optional.empty();
        });
    }
}
