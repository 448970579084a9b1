package skipstitch.explain.code;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import skipstitch.network.Padding;
import skipstitch.network.Size;

/** Values as Python writes them. */
final class Python {
    private Python() {}

    static String of(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case Float number -> number(number);
            case Size size -> size.height() == size.width() ? "" + size.height() : tuple(size.height(), size.width());
            default -> value.toString();
        };
    }

    /** {@code 0.1}, {@code 1e-05}, {@code 2.0}. */
    private static String number(float value) {
        String text = Float.toString(value);
        int exponent = text.indexOf('E');
        return exponent < 0 ? text : new BigDecimal(text.substring(0, exponent)).stripTrailingZeros().toPlainString()
                + "e" + text.substring(exponent + 1);
    }

    /** {@code (1, 2)}. */
    static String tuple(Object... values) {
        return "(" + List.of(values).stream().map(Object::toString).collect(Collectors.joining(", ")) + ")";
    }

    /** As Keras pads and crops: one number, one an axis, or one a side. */
    static String sides(Padding sides) {
        return sides.isUniform() ? "" + sides.top() : isSymmetric(sides) ? tuple(sides.top(), sides.left())
                : tuple(tuple(sides.top(), sides.bottom()), tuple(sides.left(), sides.right()));
    }

    static boolean isSymmetric(Padding sides) {
        return sides.top() == sides.bottom() && sides.left() == sides.right();
    }

    static Padding plus(Padding one, Padding other) {
        return new Padding(one.top() + other.top(), one.left() + other.left(), one.bottom() + other.bottom(),
                one.right() + other.right());
    }
}
