package skipstitch.explain.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;

/** Works out what is written, from its digits alone: {@code ⌊(32 + 2 · 1 − 3) / 1⌋ + 1}, {@code max(0, −0.18)}. */
public final class Reckoning {
    private static final MathContext EXACT = new MathContext(60);

    private static final double LARGEST = 1e300;

    private final String text;
    private int at;

    private Reckoning(String text) {
        this.text = text.replaceAll("(?<=\\d),(?=\\d{3})", "").replace(" ", "").replace("×", "·");
    }

    /** @throws IllegalArgumentException if it is no arithmetic of + − · × / ( ) ⌊ ⌋ ⌈ ⌉ and numbers */
    public static BigDecimal of(String text) {
        Reckoning reckoning = new Reckoning(text);
        BigDecimal sum = reckoning.sum();
        if (reckoning.at < reckoning.text.length()) {
            throw reckoning.unreadable();
        }
        return sum;
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("Not arithmetic from character " + at + " on: " + text);
    }

    private boolean take(String sign) {
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (true) {
            if (take("+")) {
                sum = sum.add(product());
            } else if (take("−")) {
                sum = sum.subtract(product());
            } else {
                return sum;
            }
        }
    }

    private BigDecimal product() {
        BigDecimal product = factor();
        while (true) {
            if (take("·")) {
                product = product.multiply(factor());
            } else if (take("/")) {
                product = product.divide(factor(), EXACT);
            } else {
                return product;
            }
        }
    }

    private BigDecimal factor() {
        if (take("(")) {
            return closed(")");
        }
        if (take("⌊")) {
            return closed("⌋").setScale(0, RoundingMode.FLOOR);
        }
        if (take("⌈")) {
            return closed("⌉").setScale(0, RoundingMode.CEILING);
        }
        if (take("max(")) {
            return extreme(BigDecimal::max);
        }
        if (take("min(")) {
            return extreme(BigDecimal::min);
        }
        if (take("√(")) {
            return closed(")").sqrt(MathContext.DECIMAL64);
        }
        if (take("e^(")) {
            double power = Math.exp(closed(")").doubleValue());
            return power > LARGEST ? BigDecimal.valueOf(LARGEST) : BigDecimal.valueOf(power);
        }
        return number();
    }

    private BigDecimal extreme(BinaryOperator<BigDecimal> choice) {
        BigDecimal extreme = sum();
        while (take(",")) {
            extreme = choice.apply(extreme, sum());
        }
        if (!take(")")) {
            throw unreadable();
        }
        return extreme;
    }

    private BigDecimal number() {
        boolean negative = take("−");
        if (negative && take("(")) {
            return closed(")").negate();
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.'
                || at > from && (text.charAt(at) == 'e' || text.charAt(at - 1) == 'e'))) {
            at++;
        }
        if (at == from) {
            throw unreadable();
        }
        BigDecimal number = new BigDecimal(text.substring(from, at).replace('−', '-'));
        return negative ? number.negate() : number;
    }

    private BigDecimal closed(String bracket) {
        BigDecimal inside = sum();
        if (!take(bracket)) {
            throw unreadable();
        }
        return inside;
    }
}
