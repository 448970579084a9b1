package skipstitch.training.tasks;

import skipstitch.training.tasks.Sheet.Pattern;

/** Textures, each with a place, a direction and a contrast of its own. */
final class Patterns {
    private Patterns() {}

    /** Slow waves in two directions. */
    static Pattern clouds(Dice dice) {
        Pattern one = waves(dice.between(24, 48), 0.12, 0.45, dice);
        Pattern other = waves(dice.between(12, 24), 0.10, 0, dice);
        return (y, x) -> one.at(y, x) + other.at(y, x);
    }

    static Pattern stripes(Dice dice) {
        return waves(dice.between(4, 6), dice.between(0.15, 0.30), dice.between(0.35, 0.65), dice);
    }

    /** Squares in turn lighter and darker. */
    static Pattern checks(Dice dice) {
        double contrast = dice.between(0.12, 0.25);
        double grey = dice.between(0.35, 0.65);
        int size = 2 + dice.below(2);
        int down = dice.below(2 * size);
        int across = dice.below(2 * size);
        return (y, x) -> grey + (((y + down) / size + (x + across) / size) % 2 == 0 ? contrast : -contrast);
    }

    /** Light dots on a grid. */
    static Pattern dots(Dice dice) {
        double contrast = dice.between(0.25, 0.45);
        double grey = dice.between(0.25, 0.55);
        int period = 4 + dice.below(2);
        int down = dice.below(period);
        int across = dice.below(period);
        return (y, x) -> grey + ((y + down) % period < 2 && (x + across) % period < 2 ? contrast : 0);
    }

    private static Pattern waves(double period, double contrast, double grey, Dice dice) {
        double angle = dice.between(0, Math.PI);
        double phase = dice.between(0, 2 * Math.PI);
        double down = 2 * Math.PI / period * Math.sin(angle);
        double across = 2 * Math.PI / period * Math.cos(angle);
        return (y, x) -> grey + contrast * Math.sin(y * down + x * across + phase);
    }
}
