package skipstitch.explain.arithmetic;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Draft.Claim;

/**
 * A sum that is to be written: a short one whole, of a long one the largest addends, with a fold for the others.
 *
 * @param addends in their own order
 * @param noun    what they are, if more than one: {@code terms}
 * @param shown   how many at most, where not all are
 * @param rest    gathers those in the fold
 */
record Addition(List<? extends Addend> addends, String noun, int shown, Function<List<Addend>, Addition> rest) {
    private static final int FIRST_SHOWN = 6;
    /** What unfolds shows so many times as many. */
    private static final int GROWTH = 4;
    /** A fold for no more than these is not worth it. */
    private static final int FEW = 3;
    private static final Comparator<Addend> BY_SIZE =
            Comparator.comparingDouble((Addend addend) -> Math.abs(addend.value())).reversed();

    static Addition of(List<? extends Addend> addends, String noun) {
        return showing(FIRST_SHOWN, addends, noun);
    }

    /** One that comes out of a fold, and shows more. */
    static Addition unfolded(List<? extends Addend> addends, String noun) {
        return showing(FIRST_SHOWN * GROWTH, addends, noun);
    }

    private static Addition showing(int shown, List<? extends Addend> addends, String noun) {
        return new Addition(addends, noun, shown, more -> showing(shown * GROWTH, more, noun));
    }

    /** The same, but what is in the fold is gathered anew. */
    Addition withRest(Function<List<Addend>, Addition> gathered) {
        return new Addition(addends, noun, shown, gathered);
    }

    /** {@code a + b + … 66 more terms, together 0.17}. */
    List<Addend> shortened() {
        List<Addend> all = addends.stream().<Addend>map(addend -> addend).toList();
        if (all.size() <= shown + FEW) {
            return all;
        }
        List<Addend> sorted = all.stream().sorted(BY_SIZE).toList();
        List<Addend> more = sorted.subList(shown, sorted.size());
        String before = "… " + Numerals.count(more.size()) + " more " + noun + ", together";
        boolean minor = more.stream().allMatch(Addend::isMinor);
        Addend fold = new Addend.Part(before, sum(more), minor, common(more), digits -> rest.apply(more).line(digits));
        return Stream.concat(sorted.subList(0, shown).stream(), Stream.of(fold)).toList();
    }

    /** As a line of its own, with what it comes to. */
    List<Token> line(Digits from) {
        boolean products = addends.stream().anyMatch(Addend.Multiplied.class::isInstance);
        Claim claim = products ? Claim.ROUNDS : Claim.ADDS_UP;
        List<Addend> written = shortened();
        return Draft.equation(from, claim, sum(), draft -> plus(draft, written));
    }

    /** Σ of all. */
    double sum() {
        return sum(addends);
    }

    private static double sum(List<? extends Addend> addends) {
        double sum = 0;
        for (Addend addend : addends) {
            sum += addend.value();
        }
        return sum;
    }

    /** The branch that all have; {@link Branch#NONE} where they differ. */
    private static Branch common(List<Addend> addends) {
        List<Branch> branches = addends.stream().map(Addend::branch).distinct().limit(2).toList();
        return branches.size() == 1 ? branches.getFirst() : Branch.NONE;
    }

    /** Writes them with + between; returns what the digits come to. */
    static double plus(Draft draft, List<? extends Addend> written) {
        double shown = 0;
        for (int i = 0; i < written.size(); i++) {
            if (i > 0) {
                draft.sign("+");
            }
            shown += written.get(i).write(draft);
        }
        return shown;
    }

    /** The same, in brackets if it is more than one number. */
    static double bracketed(Draft draft, List<? extends Addend> written) {
        if (written.size() == 1) {
            return plus(draft, written);
        }
        double shown = plus(draft.sign("("), written);
        draft.sign(")");
        return shown;
    }
}
