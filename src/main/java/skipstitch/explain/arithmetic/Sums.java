package skipstitch.explain.arithmetic;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Draft.Claim;

/** Writes sums: short ones whole, of long ones the largest addends, with a fold for the others. */
final class Sums {
    private static final int FIRST_SHOWN = 6;
    /** A fold for no more than these is not worth it. */
    private static final int FEW = 3;
    /** What unfolds shows so many times as many. */
    private static final int GROWTH = 4;
    private static final Comparator<Addend> BY_SIZE =
            Comparator.comparingDouble((Addend addend) -> Math.abs(addend.value())).reversed();

    private Sums() {}

    /**
     * A sum that is being written.
     *
     * @param addends in their own order
     * @param noun    what they are, if more than one: {@code terms}
     * @param shown   how many at most, where not all are
     * @param rest    gathers those in the fold; by default as they are
     */
    record Addition(List<? extends Addend> addends, String noun, int shown, Function<List<Addend>, Addition> rest) {
        Addition(List<? extends Addend> addends, String noun) {
            this(addends, noun, FIRST_SHOWN);
        }

        private Addition(List<? extends Addend> addends, String noun, int shown) {
            this(addends, noun, shown, more -> new Addition(more, noun, shown * GROWTH));
        }

        /** The same, but what is in the fold is gathered anew. */
        Addition withRest(Function<List<Addend>, Addition> gathered) {
            return new Addition(addends, noun, shown, gathered);
        }

        double value() {
            return Sums.value(addends);
        }
    }

    static double value(List<? extends Addend> addends) {
        double sum = 0;
        for (Addend addend : addends) {
            sum += addend.value();
        }
        return sum;
    }

    /** {@code a + b + … 66 more terms, together 0.17}; returns what the digits come to. */
    static double write(Draft draft, Addition sum) {
        if (sum.addends().size() <= sum.shown() + FEW) {
            return plus(draft, sum.addends());
        }
        List<Addend> sorted = sum.addends().stream().<Addend>map(addend -> addend).sorted(BY_SIZE).toList();
        List<Addend> more = sorted.subList(sum.shown(), sorted.size());
        String before = "… " + Numerals.count(more.size()) + " more " + sum.noun() + ", together";
        boolean minor = more.stream().allMatch(Addend::isMinor);
        Addend.Part fold = new Addend.Part(before, value(more), minor, common(more), digits -> line(digits, sum.rest().apply(more)));
        return plus(draft, Stream.concat(sorted.subList(0, sum.shown()).stream(), Stream.of(fold)).toList());
    }

    /** In brackets, if it is more than one number. */
    static double bracketed(Draft draft, Addition sum) {
        if (sum.addends().size() == 1) {
            return write(draft, sum);
        }
        double shown = write(draft.sign("("), sum);
        draft.sign(")");
        return shown;
    }

    /** The sum as a line of its own, with what it comes to. */
    static List<Token> line(Digits from, Addition sum) {
        boolean products = sum.addends().stream().anyMatch(Addend.Multiplied.class::isInstance);
        return Draft.equation(from, products ? Claim.ROUNDS : Claim.ADDS_UP, sum.value(), draft -> write(draft, sum));
    }

    static double plus(Draft draft, List<? extends Addend> addends) {
        double shown = 0;
        for (int i = 0; i < addends.size(); i++) {
            if (i > 0) {
                draft.sign("+");
            }
            shown += addends.get(i).write(draft);
        }
        return shown;
    }

    /** The branch that all have; {@link Branch#NONE} where they differ. */
    static Branch common(List<? extends Addend> addends) {
        List<Branch> branches = addends.stream().map(Addend::branch).distinct().limit(2).toList();
        return branches.size() == 1 ? branches.getFirst() : Branch.NONE;
    }
}
