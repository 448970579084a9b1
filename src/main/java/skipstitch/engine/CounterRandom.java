package skipstitch.engine;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers by address: the same (seed, name, numbers) always give the same value, whatever was drawn
 * before. Mixing as in SplitMix64 (Steele, Lea, Flood 2014).
 */
public final class CounterRandom {
    private CounterRandom() {}

    /** An address below a seed. */
    public static long key(long seed, String name) {
        long key = mix(seed);
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            key = key(key, letter);
        }
        return key;
    }

    static long key(long key, long number) {
        return mix(key + 0x9E3779B97F4A7C15L * (number + 1));
    }

    /** Standard normal, by Box and Muller. */
    static double gaussian(long key, long index) {
        long bits = key(key, index);
        double radius = Math.sqrt(-2 * Math.log(unit(bits)));
        return radius * Math.cos(2 * Math.PI * unit(mix(bits)));
    }

    /** Uniform in (0, 1]. */
    public static double uniform(long key, long index) {
        return unit(key(key, index));
    }

    /** In (0, 1]. */
    private static double unit(long bits) {
        return ((bits >>> 11) + 1) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
