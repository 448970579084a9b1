package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import skipstitch.explain.Branch;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Draft.Claim;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.network.Layer;

/** Convolutions and linear layers, written out: by branch, by channel, by term. */
final class WeightedLines {
    /** So many are written as weight × value each; of more, only the products. */
    private static final int FEW_TERMS = 4;

    private final Value value;
    private final Arithmetic.WeightedSum sum;

    private WeightedLines(Value value, Arithmetic.WeightedSum sum) {
        this.value = value;
        this.sum = sum;
    }

    static List<Line> of(Value value, Arithmetic.WeightedSum sum) {
        return new WeightedLines(value, sum).lines();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<Patch> patches = sum.patches();
        if (sum.branches().size() > 1) {
            lines.add(new Line(Says.BRANCHES, equation(Claim.ADDS_UP, branches())));
        }
        if (sum.terms() == 0) {
            lines.add(Writing.alone(value, Branch.NONE, Optional.empty()));
        } else if (sum.terms() <= FEW_TERMS) {
            lines.add(new Line(Says.VALUE, equation(Claim.ROUNDS, Addition.of(multiplied(patches), "terms"))));
        } else {
            lines.add(new Line(Says.VALUE, equation(Claim.ADDS_UP, terms(patches))));
            if (patches.size() == 1) {
                lines.add(new Line(Says.ASIDE, equation(Claim.ROUNDS, Addition.of(multiplied(patches), "terms"))));
            } else if (sum.terms() > patches.size()) {
                lines.add(new Line(Says.CHANNELS, equation(Claim.ADDS_UP, channels(patches))));
            }
        }
        lines.add(Writing.words(words()));
        return lines;
    }

    private List<Token> equation(Claim claim, Addition addition) {
        List<Addend> written = addition.shortened();
        return Draft.equation(Digits.SHORTEST, claim, value.value(), draft -> {
            double shown = Addition.plus(draft, written);
            return sum.bias().isPresent()
                    ? shown + new Addend.Named("bias", sum.bias().get()).write(draft.sign("+")) : shown;
        });
    }

    /** {@code skip 0.31 + main 0.12}. */
    private Addition branches() {
        List<Addend.Part> parts = sum.branches().stream().map(branch -> {
            List<Patch> own = sum.patches().stream().filter(patch -> patch.branch() == branch).toList();
            String name = switch (branch) {
                case SKIP -> "skip";
                case MAIN -> "main";
                case BOTH -> "both";
                case NONE -> "others";
            };
            return new Addend.Part(name, sum.sum(branch), false, branch, digits -> channels(own).line(digits));
        }).toList();
        return Addition.of(parts, "branches");
    }

    /** {@code channel 3: 0.21 + channel 0: −0.05 + … 6 more channels, together 0.02}. */
    private static Addition channels(List<Patch> patches) {
        return Addition.of(patches.stream().map(patch -> channel(patch, patch.terms())).toList(), "channels");
    }

    private static Addend.Part channel(Patch patch, List<Term> terms) {
        Addition inside = Addition.of(terms.stream().map(Addend.Multiplied::new).toList(), "terms");
        return new Addend.Part("channel " + patch.channel() + ":", inside.sum(), false, patch.branch(),
                inside::line);
    }

    /** {@code 0.16 + (−0.04) + … 66 more terms, together 0.173}; these are gathered by channel. */
    private static Addition terms(List<Patch> patches) {
        if (patches.size() == 1 || patches.stream().allMatch(patch -> patch.terms().size() == 1)) {
            return Addition.of(weighed(patches), "terms");
        }
        return Addition.of(weighed(patches), "terms").withRest(more -> byChannel(patches, more));
    }

    private static Addition byChannel(List<Patch> patches, List<Addend> more) {
        Map<Term, Boolean> left = new IdentityHashMap<>();
        more.forEach(addend -> left.put(((Addend.Weighed) addend).term(), true));
        List<Addend.Part> parts = patches.stream()
                .map(patch -> Map.entry(patch, patch.terms().stream().filter(left::containsKey).toList()))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> channel(entry.getKey(), entry.getValue())).toList();
        return Addition.unfolded(parts, "channels");
    }

    private static List<Addend> weighed(List<Patch> patches) {
        return each(patches, Addend.Weighed::new);
    }

    private static List<Addend> multiplied(List<Patch> patches) {
        return each(patches, Addend.Multiplied::new);
    }

    private static List<Addend> each(List<Patch> patches, Function<Term, Addend> addend) {
        return patches.stream().flatMap(patch -> patch.terms().stream()).map(addend).toList();
    }

    private String words() {
        List<Patch> patches = sum.patches();
        Patch first = patches.getFirst();
        int filter = value.cell().channel();
        String channels = patches.size() == 1 ? "channel " + first.channel()
                : "each of " + Numerals.count(patches.size()) + " channels";
        return switch (value.at().layer()) {
            case Layer.TransposedConv _ -> sum.terms() == 0
                    ? "Nothing was painted here: the strides leave gaps between the kernels."
                    : values(first) + " of " + channels + " painted here, each times a weight of filter " + filter
                            + ".";
            case Layer.Linear _ -> values(patches.size()) + ", each times its weight in row " + filter + ".";
            case Layer.Conv conv -> values(first) + " of " + channels
                    + ", each times its weight in the kernel of filter " + filter + "." + group(conv) + padding();
            default -> throw new IllegalStateException(value.at().layer().title() + " is no weighted sum");
        };
    }

    private static String values(Patch patch) {
        return patch.terms().size() == 1 ? "One value" : patch.rows() + "×" + patch.columns() + " values";
    }

    private static String values(int count) {
        return count == 1 ? "One value" : Numerals.count(count) + " values";
    }

    private String group(Layer.Conv conv) {
        if (conv.groups() == 1) {
            return "";
        }
        int group = value.cell().channel() / (conv.filters() / conv.groups());
        int first = sum.patches().getFirst().channel();
        int last = sum.patches().getLast().channel();
        return " Of " + Numerals.count(conv.groups()) + " groups this is group " + group + ": it sees "
                + (first == last ? "channel " + first : "channels " + first + " to " + last) + " alone.";
    }

    private String padding() {
        List<Term> terms = sum.patches().getFirst().terms();
        long zeros = terms.stream().filter(term -> term.operand().padding()).count();
        return zeros == 0 ? "" : zeros == terms.size() ? " The whole window lies in the padding."
                : " Of the " + terms.size() + ", " + (zeros == 1 ? "1 lies" : zeros + " lie") + " in the padding: 0.";
    }
}
