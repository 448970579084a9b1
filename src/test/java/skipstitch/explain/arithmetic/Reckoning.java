package skipstitch.explain.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Works out what is written, from its digits alone: {@code ⌊(32 + 2 · 1 − 3) / 1⌋ + 1}. */
public final class Reckoning {
    private static final MathContext EXACT = new MathContext(60);

    private final String text;
    private int at;

    private Reckoning(String text) {
        this.text = text.replace(" ", "").replace(",", "").replace("×", "·");
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
        boolean negative = take("−");
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.'
                || text.charAt(at) == 'e' || at > from && text.charAt(at - 1) == 'e')) {
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
