package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Draft.Claim;
import skipstitch.explain.arithmetic.Line.Says;

/** Writes the arithmetic of a value out. */
public final class Writing {
    private Writing() {}

    public static Written of(Value value) {
        return new Written(switch (value.how()) {
            case Arithmetic.Given _ -> List.of(alone(value, Branch.NONE, Optional.empty()),
                    words("Fed in: nothing is computed."));
            case Arithmetic.Copied copied -> CopyLines.of(value, copied);
            case Arithmetic.Absent(var why) -> CopyLines.absent(value, why);
            case Arithmetic.WeightedSum sum -> WeightedLines.of(value, sum);
            case Arithmetic.Maximum maximum -> WindowLines.maximum(value, maximum);
            case Arithmetic.Mean mean -> WindowLines.mean(value, mean);
            case Arithmetic.Between between -> WindowLines.between(value, between);
            case Arithmetic.Normalised norm -> FunctionLines.normalised(value, norm);
            case Arithmetic.Rectified rectified -> FunctionLines.rectified(value, rectified);
            case Arithmetic.Leaky leaky -> FunctionLines.leaky(value, leaky);
            case Arithmetic.Squashed squashed -> FunctionLines.squashed(value, squashed);
            case Arithmetic.Share share -> FunctionLines.share(value, share);
            case Arithmetic.Scaled scaled -> FunctionLines.scaled(value, scaled);
            case Arithmetic.Sum(var operands, var names) -> List.of(
                    equation(value, Claim.ADDS_UP,
                            draft -> Addition.plus(draft, operands.stream().map(Addend.Read::new).toList())),
                    names("+", operands, names));
            case Arithmetic.Product(var operands, var names) -> List.of(
                    equation(value, Claim.ROUNDS, draft -> times(draft, operands)), names("×", operands, names));
        });
    }

    static Line words(String text) {
        return new Line(Says.WORDS, List.of(new Token.Word(text)));
    }

    /** A line that claims nothing. */
    static Line line(Says says, Consumer<Draft> writing) {
        return new Line(says, Draft.tokens(Digits.SHORTEST, writing));
    }

    /** The value, where there is nothing to be written before it. */
    static Line alone(Value value, Branch branch, Optional<Operand> operand) {
        return new Line(Says.VALUE, List.of(new Token.Number(Numerals.value(value.value()), branch, operand)));
    }

    /** The value with what it is computed from. */
    static Line equation(Value value, Claim claim, ToDoubleFunction<Draft> left) {
        return new Line(Says.VALUE, Draft.equation(Digits.SHORTEST, claim, value.value(), left));
    }

    private static double times(Draft draft, List<Operand> operands) {
        double shown = draft.number(operands.getFirst());
        for (Operand operand : operands.subList(1, operands.size())) {
            shown *= draft.sign("×").number(operand);
        }
        return shown;
    }

    /** {@code y = x + F(x)}, each name in its colour. */
    private static Line names(String sign, List<Operand> operands, List<String> names) {
        return line(Says.NAMES, draft -> {
            draft.name("y", Branch.NONE).sign("=");
            for (int i = 0; i < names.size(); i++) {
                (i == 0 ? draft : draft.sign(sign)).name(names.get(i), operands.get(i).branch());
            }
        });
    }
}
