package skipstitch.files.documents;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import skipstitch.files.Nearest;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;

/** From JSON values to ours; each refuses what it cannot take in words that follow the value's place. */
final class Values {
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    /** How settings that are no finite numbers are written: such a layer is a misfit, but it can be saved. */
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");
    private static final int LONGEST_NAME = 1_000;

    private Values() {}

    /** Reads one kind of value. */
    interface Reading<T> {
        T read(Json value) throws Wrong;
    }

    static String text(Json value) throws Wrong {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw new Wrong(value.at(), "words in quotation marks should stand here, not " + value.words());
    }

    /** Text that people read, not longer than a window can bear. */
    static String name(Json value) throws Wrong {
        String name = text(value);
        if (name.length() > LONGEST_NAME) {
            throw new Wrong(value.at(), "a name has at most " + LONGEST_NAME + " characters, not " + name.length());
        }
        return name;
    }

    static NodeId id(Json value) throws Wrong {
        String text = text(value);
        try {
            return NodeId.of(text);
        } catch (IllegalArgumentException _) {
            throw new Wrong(value.at(), Complaints.quoted(text) + " is no node's id: one has a-z, 0-9, dot, "
                    + "underscore and hyphen, at most 120 of them, and begins with a letter, digit or underscore");
        }
    }

    /** The edge that an object names by {@code into} and {@code inlet}. */
    static Edge edge(Members members) throws Wrong {
        return new Edge(members.need("into", Values::id),
                (int) members.need("inlet", each -> whole(each, 0, JsonParsing.MOST_ENTRIES)).longValue());
    }

    static boolean flag(Json value) throws Wrong {
        if (value instanceof Json.Flag flag) {
            return flag.value();
        }
        throw new Wrong(value.at(), "true or false should stand here, not " + value.words());
    }

    static int whole(Json value) throws Wrong {
        return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static long whole(Json value, long least, long most) throws Wrong {
        if (!(value instanceof Json.Number number) || !WHOLE.matcher(number.written()).matches()) {
            throw new Wrong(value.at(), "a whole number should stand here, not " + value.words());
        }
        BigInteger whole = new BigInteger(number.written());
        if (whole.compareTo(BigInteger.valueOf(least)) < 0 || whole.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new Wrong(value.at(), String.format(Locale.ROOT, "%s is out of range: from %d to %d is right",
                    value.words(), least, most));
        }
        return whole.longValue();
    }

    static float real(Json value) throws Wrong {
        if (value instanceof Json.Text text && NOT_FINITE.contains(text.value())) {
            return Float.parseFloat(text.value());
        }
        float real = value instanceof Json.Number number ? Float.parseFloat(number.written()) : Float.NaN;
        return (float) finite(value, real);
    }

    /** @param most the largest magnitude */
    static double real(Json value, double most) throws Wrong {
        double real = finite(value,
                value instanceof Json.Number number ? Double.parseDouble(number.written()) : Double.NaN);
        if (Math.abs(real) > most) {
            throw new Wrong(value.at(), value.words() + " is out of range: at most "
                    + new BigDecimal(most).toPlainString() + " is right");
        }
        return real;
    }

    private static double finite(Json value, double real) throws Wrong {
        if (Double.isInfinite(real) && value.words().matches(".*\\d.*")) {
            throw new Wrong(value.at(), value.words() + " is too large a number");
        }
        if (!Double.isFinite(real)) {
            throw new Wrong(value.at(), "a number should stand here, not " + value.words());
        }
        return real;
    }

    /** {@code 3}, or {@code [height, width]}. */
    static Size size(Json value) throws Wrong {
        if (value instanceof Json.Number) {
            return Size.square(whole(value));
        }
        List<Json> sides = items(value, 2, "a whole number or [height, width]");
        return new Size(whole(sides.get(0)), whole(sides.get(1)));
    }

    /** {@code 1}, or {@code [top, left, bottom, right]}. */
    static Padding padding(Json value) throws Wrong {
        if (value instanceof Json.Number) {
            return Padding.all(whole(value));
        }
        List<Json> sides = items(value, 4, "a whole number or [top, left, bottom, right]");
        return new Padding(whole(sides.get(0)), whole(sides.get(1)), whole(sides.get(2)), whole(sides.get(3)));
    }

    static Shape shape(Json value) throws Wrong {
        List<Json> sizes = items(value, 3, "[channels, height, width]");
        try {
            return new Shape(whole(sizes.get(0)), whole(sizes.get(1)), whole(sizes.get(2)));
        } catch (IllegalArgumentException e) {
            throw new Wrong(value.at(), "this is no shape. " + e.getMessage());
        }
    }

    static Layer.Interpolation interpolation(Json value) throws Wrong {
        String word = text(value);
        return Arrays.stream(Layer.Interpolation.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst().orElseThrow(() ->
                        new Wrong(value.at(), "nearest or bilinear should stand here, not " + value.words()));
    }

    static List<Json> items(Json value, int count, String wanted) throws Wrong {
        if (value instanceof Json.Items items && items.values().size() == count) {
            return items.values();
        }
        throw new Wrong(value.at(), wanted + " should stand here, not "
                + (value instanceof Json.Items items ? "a list of " + items.values().size() : value.words()));
    }

    static List<Json> items(Json value) throws Wrong {
        if (value instanceof Json.Items items) {
            return items.values();
        }
        throw new Wrong(value.at(), "a list should stand here, not " + value.words());
    }

    static Map<String, Json> fields(Json value) throws Wrong {
        if (value instanceof Json.Fields object) {
            return object.values();
        }
        throw new Wrong(value.at(), "an object in braces should stand here, not " + value.words());
    }

    /** {@code “cnov”, the nearest is “conv”}: for a word that nobody knows. */
    static String nearest(String typed, List<String> words) {
        String start = typed.length() > 100 ? typed.substring(0, 100) : typed;
        return Complaints.quoted(typed) + "; the nearest is “" + Nearest.first(start, words) + "”";
    }
}
