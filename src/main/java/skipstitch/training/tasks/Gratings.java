package skipstitch.training.tasks;

import skipstitch.network.Shape;
import skipstitch.training.tasks.Sheet.Pattern;

/**
 * Lines as far apart in all classes, in any direction: through a small window all look alike. Only how the direction
 * changes from place to place tells straight lines, rings, waves and weave apart.
 */
final class Gratings {
    static final int CLASSES = 4;

    private Gratings() {}

    static Sheet drawn(int label, Shape input, Dice dice) {
        Sheet sheet = new Sheet(input);
        sheet.paint((_, _) -> true, pattern(label, sheet, dice), 0, dice);
        return sheet;
    }

    private static Pattern pattern(int label, Sheet sheet, Dice dice) {
        double frequency = 2 * Math.PI / dice.between(4.5, 6.5);
        double phase = dice.between(0, 2 * Math.PI);
        double grey = dice.between(0.4, 0.6);
        double contrast = dice.between(0.15, 0.35);
        double angle = dice.between(0, 2 * Math.PI);
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double centreY = dice.unit() * sheet.height();
        double centreX = dice.unit() * sheet.width();
        double bend = dice.between(14, 20);
        double reach = bend * dice.between(0.25, 0.4);
        double patch = dice.between(9, 12);
        return (y, x) -> {
            double along = y * sine + x * cosine;
            double across = x * sine - y * cosine;
            double distance = switch (label) {
                case 0 -> along;
                case 1 -> Math.hypot(y - centreY, x - centreX);
                case 2 -> along + reach * Math.sin(2 * Math.PI * across / bend);
                default -> Math.floorMod((long) Math.floor(along / patch) + (long) Math.floor(across / patch), 2) == 0
                        ? along : across;
            };
            return grey + contrast * Math.sin(frequency * distance + phase);
        };
    }
}
