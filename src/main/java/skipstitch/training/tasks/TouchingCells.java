package skipstitch.training.tasks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Shape;
import skipstitch.training.tasks.Sheet.Pattern;

/** Light cells on dark ground, crowded so that many touch; where two touch, a line a little darker runs between. */
final class TouchingCells {
    /** Classes, besides 0 for the ground. */
    static final int CELL = 1;
    static final int BORDER = 2;

    /** Half the width of the line between two cells, in pixels. */
    private static final double HALF_LINE = 1.1;

    /** So many places are tried for each cell that would cover the picture. */
    private static final int TRIES = 3;

    private final List<Cell> cells = new ArrayList<>();

    private record Cell(double centreY, double centreX, double radius, double grey) {

        /** From the rim to the middle of a pixel, less than 0 inside, in pixels. */
        double depth(int y, int x) {
            return Math.hypot(y + 0.5 - centreY, x + 0.5 - centreX) - radius;
        }

        /** So near that one would lie on the other. */
        boolean covers(Cell other) {
            return Math.hypot(centreY - other.centreY, centreX - other.centreX)
                    < 0.75 * Math.max(radius, other.radius) + 0.35 * Math.min(radius, other.radius);
        }
    }

    private TouchingCells(Sheet sheet, Dice dice) {
        double radius = Math.max(4, sheet.side() / 7.5);
        int tries = (int) (TRIES * sheet.height() * sheet.width() / (4 * radius * radius));
        for (int i = 0; i < tries; i++) {
            Cell cell = new Cell(dice.between(0, sheet.height()), dice.between(0, sheet.width()),
                    radius * dice.between(0.75, 1.2), dice.between(0.55, 0.85));
            if (cells.stream().noneMatch(cell::covers)) {
                cells.add(cell);
            }
        }
    }

    static Sheet drawn(Shape input, Dice dice) {
        Sheet sheet = new Sheet(input);
        Pattern clouds = Patterns.clouds(dice);
        sheet.paint((_, _) -> true, (y, x) -> 0.6 * clouds.at(y, x), 0, dice);
        TouchingCells cells = new TouchingCells(sheet, dice);
        sheet.paint((y, x) -> cells.around(y, x).isPresent(), cells::grey, CELL, dice);
        sheet.paint(cells::isBorder, (y, x) -> 0.8 * cells.grey(y, x), BORDER, dice);
        return sheet;
    }

    /** The cell that a pixel is in. */
    private Optional<Cell> around(int y, int x) {
        return cells.stream().filter(cell -> cell.depth(y, x) < 0)
                .min(Comparator.comparingDouble(cell -> cell.depth(y, x)));
    }

    private double grey(int y, int x) {
        return around(y, x).map(cell -> cell.grey() + 0.05 + 0.15 * cell.depth(y, x) / cell.radius()).orElse(0.0);
    }

    private boolean isBorder(int y, int x) {
        return around(y, x).filter(own -> cells.stream().anyMatch(cell -> cell != own && cell.depth(y, x) < 0
                && cell.depth(y, x) - own.depth(y, x) < 2 * HALF_LINE)).isPresent();
    }
}
