package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Draft.Claim;
import skipstitch.explain.arithmetic.Line.Says;

/** What acts on each value alone, and softmax, written out. */
final class FunctionLines {
    private FunctionLines() {}

    /** {@code max(0, −0.18) = 0.00}. */
    static List<Line> rectified(Value value, Arithmetic.Rectified rectified) {
        boolean open = rectified.ceiling() == Float.POSITIVE_INFINITY;
        Line line = Writing.equation(value, Claim.ROUNDS, draft -> {
            draft.sign(open ? "max(" : "min(max(").sign("0").sign(",");
            double shown = draft.number(rectified.x());
            draft.sign(")");
            if (!open) {
                draft.sign(",").sign("6").sign(")");
            }
            return shown < 0 ? 0 : shown > rectified.ceiling() ? rectified.ceiling() : shown;
        });
        float x = rectified.x().value();
        return List.of(line, Writing.words(Float.isNaN(x) ? "NaN stays NaN." : x < 0 ? "Negative: it becomes 0."
                : x > rectified.ceiling() ? "More than 6: it becomes 6." : "Not negative: it passes."));
    }

    /** {@code 0.01 × (−0.18) = −0.0018}. */
    static List<Line> leaky(Value value, Arithmetic.Leaky leaky) {
        return leaky.x().value() > 0
                ? List.of(Writing.alone(value, leaky.x().branch(), Optional.of(leaky.x())),
                        Writing.words("Positive: it passes."))
                : List.of(times(value, leaky.slope(), leaky.x()), Writing.words("Not positive: it is scaled down."));
    }

    static List<Line> scaled(Value value, Arithmetic.Scaled scaled) {
        return List.of(times(value, scaled.factor(), scaled.x()));
    }

    private static Line times(Value value, float factor, Operand x) {
        return Writing.equation(value, Claim.ROUNDS, draft -> {
            double first = draft.number(factor);
            return first * draft.sign("×").number(x);
        });
    }

    /** {@code 1 / (1 + e^(−0.62)) = 0.65}. */
    static List<Line> squashed(Value value, Arithmetic.Squashed squashed) {
        return List.of(Writing.equation(value, Claim.ROUNDS, draft -> {
            double shown = draft.sign("1").sign("/").sign("(").sign("1").sign("+").sign("e^(−").number(squashed.x());
            draft.sign(")").sign(")");
            return 1 / (1 + Math.exp(-shown));
        }));
    }

    /** {@code 1.20 × (0.62 − 0.31) / 0.85 + 0.10 = 0.54}. */
    static List<Line> normalised(Value value, Arithmetic.Normalised norm) {
        Line line = Writing.equation(value, Claim.ROUNDS, draft -> {
            double scale = draft.number(norm.scale());
            double x = draft.sign("×").sign("(").number(norm.x());
            double mean = draft.sign("−").number(norm.mean());
            double deviation = draft.sign(")").sign("/").number(norm.deviation());
            double shift = draft.sign("+").number(norm.shift());
            return scale * (x - mean) / deviation + shift;
        });
        Line deviation = new Line(Says.ASIDE, Draft.equation(Digits.SHORTEST, Claim.ROUNDS, norm.deviation(), draft -> {
            double variance = draft.sign("√(").number(norm.variance());
            double sum = variance + draft.sign("+").number(norm.epsilon());
            draft.sign(")");
            return Math.sqrt(sum);
        }));
        return List.of(line, Writing.line(Says.NAMES, FunctionLines::normalisedNames), deviation,
                Writing.words("γ and β are learned, μ and σ² the mean and the variance that are stored for channel "
                        + value.cell().channel() + "."));
    }

    static void normalisedNames(Draft draft) {
        draft.name("y", Branch.NONE).sign("=").name("γ", Branch.NONE).sign("×").sign("(").name("x", Branch.NONE)
                .sign("−").name("μ", Branch.NONE).sign(")").sign("/").sign("√(").name("σ²", Branch.NONE).sign("+")
                .name("ε", Branch.NONE).sign(")").sign("+").name("β", Branch.NONE);
    }

    /** {@code 0.27 / (1.00 + 0.27 + … 8 more powers, together 0.31) = 0.17}. */
    static List<Line> share(Value value, Arithmetic.Share share) {
        double largest = share.largest();
        Operand own = share.operands().get(share.own());
        double power = share.power(share.own());
        List<Addend.Power> all = share.operands().stream()
                .map(operand -> new Addend.Power(Math.exp(operand.value() - largest), operand.branch())).toList();
        List<Addend> powers = Addition.of(all, "powers").shortened();
        Line line = Writing.equation(value, Claim.ROUNDS, draft -> {
            double shown = draft.minor(power, own.branch());
            return shown / Addition.bracketed(draft.sign("/"), powers);
        });
        Line aside = new Line(Says.ASIDE, Draft.equation(Digits.SHORTEST, Claim.ROUNDS, power, draft -> {
            double x = draft.sign("e^(").number(own);
            double minus = draft.sign("−").number(largest);
            draft.sign(")");
            return Math.exp(x - minus);
        }));
        int of = IntStream.range(0, all.size()).filter(k -> share.operands().get(k).value() == largest)
                .findFirst().orElse(share.own());
        return List.of(line, aside, Writing.words("The largest of the channels is subtracted first, which cancels: "
                + Numerals.value(largest) + " of channel " + of + "."));
    }
}
