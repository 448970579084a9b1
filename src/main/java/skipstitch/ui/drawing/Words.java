package skipstitch.ui.drawing;

import java.util.Locale;
import skipstitch.explain.Numerals;

/** How numbers are written on screen. */
public final class Words {
    private Words() {}

    /** {@code 1,152}. */
    public static String count(long count) {
        return Numerals.count(count);
    }

    /** {@code 0.59 M}; below ten thousand in full. */
    public static String millions(long count) {
        return count < 10_000 ? count(count) : String.format(Locale.ROOT, "%,.2f M", count / 1e6);
    }

    /** {@code 32 KiB}. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1 << 20 ? trimmed(bytes / 1024.0) + " KiB" : trimmed(bytes / 1048576.0) + " MiB";
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%,.1f", value);
    }

    /** {@code −0.18}: two decimals, more for what would read as 0, with a real minus. */
    public static String value(float value) {
        return Numerals.value(value);
    }
}
