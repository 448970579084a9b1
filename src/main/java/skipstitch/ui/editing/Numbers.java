package skipstitch.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import skipstitch.network.Padding;
import skipstitch.network.Size;

/** Reads numbers that a person types. What is none gets a sentence, as the message of an exception. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    /** @throws IllegalArgumentException if it is no whole number, or too large for any layer */
    static int whole(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("Type a whole number.");
        }
        if (!WHOLE.matcher(typed).matches()) {
            throw new IllegalArgumentException("“" + typed + "” is not a whole number.");
        }
        if (typed.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("That is too large a number.");
        }
        return Integer.parseInt(typed);
    }

    /** @throws IllegalArgumentException if it is no number */
    static float real(String text) {
        String typed = text.strip().replace(',', '.');
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("Type a number.");
        }
        try {
            float value = Float.parseFloat(typed);
            // Java's own forms, like 0x1p3 or 5f, are nobody's numbers.
            if (Float.isFinite(value) && typed.matches("[-+0-9.eE]+")) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException("“" + text.strip() + "” is not a number.");
    }

    /** {@code 3}, or {@code 3×5}: height, then width. */
    static Size size(String text) {
        List<Integer> all = several(text);
        return switch (all.size()) {
            case 1 -> Size.square(all.getFirst());
            case 2 -> new Size(all.getFirst(), all.getLast());
            default -> throw new IllegalArgumentException("Type one number, or height×width.");
        };
    }

    /** {@code 1}, or {@code 1,1,0,0}: above, left, below, right. */
    static Padding sides(String text) {
        List<Integer> all = several(text);
        return switch (all.size()) {
            case 1 -> Padding.all(all.getFirst());
            case 4 -> new Padding(all.get(0), all.get(1), all.get(2), all.get(3));
            default -> throw new IllegalArgumentException("Type one number, or four: above, left, below, right.");
        };
    }

    private static List<Integer> several(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.strip().split("\\s*[x×*,]\\s*|\\s+", -1)) {
            numbers.add(whole(part));
        }
        return numbers;
    }

    /** {@code 3} for a square. */
    static String words(Size size) {
        return size.height() == size.width() ? Integer.toString(size.height()) : size.toString();
    }

    /** Without a needless {@code .0}. */
    static String words(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? Integer.toString((int) value)
                : Float.toString(value);
    }
}
