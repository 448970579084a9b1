package skipstitch.training.tasks;

import skipstitch.network.Shape;
import skipstitch.training.tasks.Sheet.Pattern;

/** Light cells on dark ground, crowded so that many touch; where two touch, a line a little darker runs between. */
final class TouchingCells {
    /** Classes, besides 0 for the ground. */
    static final int CELL = 1;
    static final int BORDER = 2;

    /** Half the width of the line between two cells, in pixels. */
    private static final double HALF_LINE = 1.1;

    private final Sheet sheet;
    private final double[] centresY;
    private final double[] centresX;
    private final double[] radii;
    private final double[] greys;

    private TouchingCells(Sheet sheet, Dice dice) {
        this.sheet = sheet;
        double radius = Math.max(4, sheet.side() / 7.5);
        int count = (int) Math.max(3, sheet.height() * sheet.width() / (radius * radius * 4.2));
        centresY = new double[count];
        centresX = new double[count];
        radii = new double[count];
        greys = new double[count];
        for (int i = 0; i < count; i++) {
            centresY[i] = dice.between(0, sheet.height());
            centresX[i] = dice.between(0, sheet.width());
            radii[i] = radius * dice.between(0.75, 1.2);
            greys[i] = dice.between(0.55, 0.85);
        }
    }

    static Sheet drawn(Shape input, Dice dice) {
        Sheet sheet = new Sheet(input);
        Pattern clouds = Patterns.clouds(dice);
        sheet.paint((_, _) -> true, (y, x) -> 0.6 * clouds.at(y, x), 0, dice);
        TouchingCells cells = new TouchingCells(sheet, dice);
        sheet.paint((y, x) -> cells.nearest(y, x) >= 0, (y, x) -> cells.grey(y, x), CELL, dice);
        sheet.paint(cells::isBorder, (y, x) -> 0.8 * cells.grey(y, x), BORDER, dice);
        return sheet;
    }

    /** From the centre of a cell, less than 0 inside it, in pixels. */
    private double depth(int cell, int y, int x) {
        double down = y + 0.5 - centresY[cell];
        double across = x + 0.5 - centresX[cell];
        return Math.sqrt(down * down + across * across) - radii[cell];
    }

    /** The cell that a pixel is in; −1 for the ground. */
    private int nearest(int y, int x) {
        int best = -1;
        double least = 0;
        for (int cell = 0; cell < radii.length; cell++) {
            double depth = depth(cell, y, x);
            if (depth < least) {
                least = depth;
                best = cell;
            }
        }
        return best;
    }

    private double grey(int y, int x) {
        int cell = nearest(y, x);
        return greys[cell] + 0.15 * Math.max(-1, depth(cell, y, x) / radii[cell]) + 0.05;
    }

    private boolean isBorder(int y, int x) {
        int own = nearest(y, x);
        if (own < 0) {
            return false;
        }
        double depth = depth(own, y, x);
        for (int cell = 0; cell < radii.length; cell++) {
            if (cell != own && depth(cell, y, x) < 0 && depth(cell, y, x) - depth < 2 * HALF_LINE) {
                return true;
            }
        }
        return false;
    }
}
