package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import skipstitch.explain.Branch;

/**
 * A line as it is written in one way of writing numbers. Knows what its digits come to, so that the way can be chosen
 * in which they come to what they should.
 */
final class Draft {
    /** Sums of decimals in binary are off by less, in units of the last digit. */
    private static final double SLACK = 1e-6;

    private final Digits digits;
    private final List<Token> tokens = new ArrayList<>();
    private boolean suits = true;
    private boolean anyVanished;
    private boolean anySeen;
    private boolean fits;
    private double finest = Double.POSITIVE_INFINITY;

    private Draft(Digits digits) {
        this.digits = digits;
    }

    /** How exact the digits are meant. */
    enum Claim {
        /** A sum: the digits add up. */
        ADDS_UP,
        /** Products, quotients, powers: what the digits come to, rounded to as many as are shown. */
        ROUNDS
    }

    /**
     * The line {@code … = result} in the shortest numbers of which the claim is true and none reads as 0 that is not;
     * where there are none, it ends with {@code rounded}.
     *
     * @param from no shorter numbers
     * @param left writes the left side and says what its digits come to
     */
    static List<Token> equation(Digits from, Claim claim, double result, ToDoubleFunction<Draft> left) {
        Draft best = new Draft(from).written(claim, result, left);
        for (Digits digits : Digits.ALL.subList(Digits.ALL.indexOf(from) + 1, Digits.ALL.size())) {
            boolean needed = best.rank() > 0 && (!digits.exponents() || best.anyVanished || !best.suits);
            Draft draft = needed ? new Draft(digits).written(claim, result, left) : best;
            best = draft.rank() < best.rank() ? draft : best;
        }
        return best.tokens;
    }

    private Draft written(Claim claim, double result, ToDoubleFunction<Draft> left) {
        double shown = left.applyAsDouble(this);
        sign("=").result(result, shown, claim);
        return this;
    }

    /** Tokens that claim nothing. */
    static List<Token> tokens(Digits digits, Consumer<Draft> writing) {
        Draft draft = new Draft(digits);
        writing.accept(draft);
        return draft.tokens;
    }

    private int rank() {
        if (!suits) {
            return 4;
        }
        if (fits && !anyVanished) {
            return 0;
        }
        if (fits && anySeen && !digits.exponents()) {
            return 1;
        }
        return anyVanished ? 3 : 2;
    }

    private void result(double exact, double shown, Claim claim) {
        String text = note(exact);
        double read = Digits.read(text);
        double unit = Digits.unit(text);
        double most = unit * (claim == Claim.ADDS_UP ? SLACK : 0.5 + SLACK);
        // What is finer than the result's last digit is not in it.
        boolean whole = claim == Claim.ROUNDS || finest >= unit * (1 - SLACK);
        fits = whole && (Double.compare(shown, read) == 0 || Math.abs(shown - read) <= most);
        tokens.add(new Token.Number(text, Branch.NONE, Optional.empty()));
        if (!fits) {
            word("rounded");
        }
    }

    private String text(double exact) {
        String text = digits.text(exact);
        finest = digits.exponents() && exact != 0 ? Math.min(finest, Digits.unit(text)) : finest;
        return text;
    }

    private String note(double exact) {
        String text = text(exact);
        boolean zero = exact != 0 && Digits.read(text) == 0;
        suits &= digits.suit(exact);
        anyVanished |= zero;
        anySeen |= exact != 0 && !zero;
        return text;
    }

    Draft sign(String text) {
        tokens.add(new Token.Sign(text));
        return this;
    }

    Draft word(String text) {
        tokens.add(new Token.Word(text));
        return this;
    }

    /** The name of a number. */
    Draft name(String text, Branch branch) {
        tokens.add(new Token.Number(text, branch, Optional.empty()));
        return this;
    }

    /** A number that was made on the way, and may read as 0. */
    double minor(double exact, Branch branch) {
        String text = text(exact);
        tokens.add(new Token.Number(text, branch, Optional.empty()));
        return Digits.read(text);
    }

    /** A whole number, as it is. */
    Draft whole(long number, Branch branch) {
        return name(Long.toString(number).replace('-', '−'), branch);
    }

    /** A number that was not read, and has no colour. */
    double number(double exact) {
        return number(exact, Branch.NONE, Optional.empty());
    }

    /** A number of the run; padding's is a plain 0. */
    double number(Operand operand) {
        return number(operand.value(), operand.branch(), Optional.of(operand));
    }

    /**
     * In brackets if it is negative and follows something that it could be read together with.
     *
     * @return what its digits are
     */
    double number(double exact, Branch branch, Optional<Operand> operand) {
        String text = operand.filter(Operand::padding).isPresent() ? "0" : note(exact);
        boolean brackets = text.startsWith("−") && !startsAfresh();
        if (brackets) {
            sign("(");
        }
        tokens.add(new Token.Number(text, branch, operand));
        if (brackets) {
            sign(")");
        }
        return Digits.read(text);
    }

    private boolean startsAfresh() {
        return tokens.isEmpty()
                || tokens.getLast() instanceof Token.Sign(String sign) && (sign.endsWith("(") || sign.endsWith(","));
    }

    /**
     * A number that unfolds, in no shorter numbers than its own.
     *
     * @param before what stands before it: {@code … 66 more terms, together}
     * @param minor  whether it may read as 0
     * @return what its digits are
     */
    double fold(String before, double exact, boolean minor, Branch branch, Function<Digits, List<Token>> inside) {
        String text = minor ? text(exact) : note(exact);
        Digits least = digits.exponents() ? Digits.SHORTEST : digits;
        tokens.add(new Token.Fold(before + " " + text, branch, () -> inside.apply(least)));
        return Digits.read(text);
    }
}
