package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Draft.Claim;

/** Pools and bilinear enlargement, written out. */
final class WindowLines {
    private static final int SHOWN = 6;
    private static final int FEW = 3;

    private WindowLines() {}

    /** {@code max(0.12, 0.44, −0.18, 0.00) = 0.44}; of large windows the largest come first. */
    static List<Line> maximum(Value value, Arithmetic.Maximum maximum) {
        List<Operand> inside = inside(maximum.operands());
        if (inside.isEmpty()) {
            return List.of(Writing.alone(value, Branch.NONE, Optional.empty()),
                    Writing.words("All of the window lies in the padding, which never wins: nothing is the largest."));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Writing.equation(value, Claim.ROUNDS, draft -> maximum(draft, inside)));
        Cell winner = maximum.place().orElseThrow();
        lines.add(Writing.words("Of " + maximum.rows() + "×" + maximum.columns()
                + " values the largest passes: that at (" + winner.y() + ", " + winner.x() + ")."
                + outside(maximum.operands(), inside, "never wins")));
        return lines;
    }

    private static double maximum(Draft draft, List<Operand> inside) {
        boolean all = inside.size() <= SHOWN + FEW;
        List<Operand> sorted = all ? inside
                : inside.stream().sorted(Comparator.comparing(Operand::value).reversed()).toList();
        double shown = Double.NEGATIVE_INFINITY;
        draft.sign("max(");
        for (Operand operand : sorted.subList(0, all ? sorted.size() : SHOWN)) {
            shown = Math.max(shown, (operand == sorted.getFirst() ? draft : draft.sign(",")).number(operand));
        }
        if (!all) {
            List<Operand> more = sorted.subList(SHOWN, sorted.size());
            String before = "… " + Numerals.count(more.size()) + " more, up to";
            draft.sign(",").fold(before, more.getFirst().value(), false, Branch.NONE, digits ->
                    Draft.tokens(digits, list -> more.forEach(operand ->
                            (operand == more.getFirst() ? list : list.sign(",")).number(operand))));
        }
        draft.sign(")");
        return shown;
    }

    /** {@code (0.12 + 0.44 + (−0.18) + 0.00) / 4 = 0.10}. */
    static List<Line> mean(Value value, Arithmetic.Mean mean) {
        List<Operand> inside = inside(mean.operands());
        List<Addend> addends = Addition.of(inside.stream().map(Addend.Read::new).toList(), "values").shortened();
        if (mean.divisor() == 0) {
            return List.of(Writing.alone(value, Branch.NONE, Optional.empty()),
                    Writing.words("All of the window lies in the padding, which does not count: there is 0."));
        }
        Line line = Writing.equation(value, Claim.ROUNDS, draft -> {
            double sum = addends.isEmpty() ? draft.number(0) : Addition.bracketed(draft, addends);
            draft.sign("/").whole(mean.divisor(), Branch.NONE);
            return sum / mean.divisor();
        });
        String counts = (mean.divisor() > inside.size() ? "counts as zeros" : "does not count") + ": the divisor is "
                + mean.divisor();
        return List.of(line, Writing.words("The mean of " + mean.rows() + "×" + mean.columns() + " values."
                + outside(mean.operands(), inside, counts)));
    }

    /** {@code 0.5625 × 0.12 + 0.1875 × 0.44 + 0.1875 × 0.30 + 0.0625 × (−0.18) = 0.1950}. */
    static List<Line> between(Value value, Arithmetic.Between between) {
        Line line = Writing.equation(value, Claim.ROUNDS, draft -> {
            double shown = 0;
            for (int k = 0; k < between.operands().size(); k++) {
                double weight = (k == 0 ? draft : draft.sign("+")).number(between.weights().get(k));
                shown += weight * draft.sign("×").number(between.operands().get(k));
            }
            return shown;
        });
        return List.of(line,
                Writing.words("The four nearest values, the nearer the heavier; the weights add up to 1."));
    }

    private static List<Operand> inside(List<Operand> operands) {
        return operands.stream().filter(operand -> !operand.padding()).toList();
    }

    private static String outside(List<Operand> all, List<Operand> inside, String what) {
        int outside = all.size() - inside.size();
        String lie = Numerals.count(outside) + (outside == 1 ? " lies" : " lie");
        return outside == 0 ? "" : " " + lie + " in the padding, which " + what + ".";
    }
}
