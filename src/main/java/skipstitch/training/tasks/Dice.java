package skipstitch.training.tasks;

import java.nio.charset.StandardCharsets;

/**
 * The random numbers of one example, by SplitMix64 (Steele, Lea, Flood 2014). Nothing but additions and products is
 * used, so they are the same on every machine.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    /** So many uniform numbers are added up for a normal one. */
    private static final int ADDENDS = 4;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Of the example with this address. */
    static Dice of(String task, long seed, Split split, int index) {
        long state = mix(seed + GOLDEN);
        for (byte letter : (task + "/" + split).getBytes(StandardCharsets.UTF_8)) {
            state = mix(state + GOLDEN * (letter + 1));
        }
        return new Dice(mix(state + GOLDEN * (index + 1L)));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In [0, 1). */
    double unit() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + (most - least) * unit();
    }

    /** From 0 to n − 1. */
    int below(int n) {
        return (int) (n * unit());
    }

    /** Mean 0 and variance 1, close to normal. */
    double normal() {
        double sum = -ADDENDS / 2.0;
        for (int i = 0; i < ADDENDS; i++) {
            sum += unit();
        }
        return sum * Math.sqrt(12.0 / ADDENDS);
    }
}
