package skipstitch.training.tasks;

import skipstitch.network.Shape;
import skipstitch.training.tasks.Sheet.Region;

/** Discs, squares and triangles, two to five of them, turned and overlapping, the later ones on top. */
final class Figures {
    /** Classes, besides 0 for the ground. */
    static final int DISC = 1;
    static final int SQUARE = 2;
    static final int TRIANGLE = 3;

    private Figures() {}

    static Sheet drawn(Shape input, Dice dice) {
        Sheet sheet = new Sheet(input);
        sheet.paint((_, _) -> true, Patterns.clouds(dice), 0, dice);
        int count = 2 + dice.below(4);
        for (int i = 0; i < count; i++) {
            double size = sheet.side() * dice.between(0.09, 0.20);
            double centreY = dice.between(0.1, 0.9) * sheet.height();
            double centreX = dice.between(0.1, 0.9) * sheet.width();
            double angle = dice.between(0, 2 * Math.PI);
            switch (1 + dice.below(3)) {
                case DISC -> sheet.paint(polygon(centreY, centreX, size, 0, 0), Patterns.stripes(dice), DISC, dice);
                case SQUARE -> sheet.paint(polygon(centreY, centreX, size, 4, angle), Patterns.checks(dice), SQUARE,
                        dice);
                default -> sheet.paint(polygon(centreY, centreX, size * 0.8, 3, angle), Patterns.dots(dice), TRIANGLE,
                        dice);
            }
        }
        return sheet;
    }

    /**
     * All that lies no further from the centre than the size: in every direction, or in those of the corners' sides.
     *
     * @param sides 0 for a disc
     */
    private static Region polygon(double centreY, double centreX, double size, int sides, double angle) {
        return (y, x) -> {
            double down = y + 0.5 - centreY;
            double across = x + 0.5 - centreX;
            if (sides == 0) {
                return down * down + across * across <= size * size;
            }
            for (int side = 0; side < sides; side++) {
                double normal = angle + 2 * Math.PI * side / sides;
                if (down * Math.sin(normal) + across * Math.cos(normal) > size) {
                    return false;
                }
            }
            return true;
        };
    }
}
