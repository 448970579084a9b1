package skipstitch.explain.bills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.NetworkBill.Column;
import skipstitch.explain.Numerals;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;

/** The bill read aloud: what the network merges, what concat needs more than add, and where. */
public final class BillWords {
    private static final String BROKEN = "There is no sum for a variant in which a shape does not fit.";

    private final Network drawn;
    private final NetworkBill bill;

    private BillWords(Network drawn, NetworkBill bill) {
        this.drawn = drawn;
        this.bill = bill;
    }

    public static String of(Network drawn, NetworkBill bill) {
        return String.join(" ", new BillWords(drawn, bill).sentences());
    }

    private List<String> sentences() {
        if (bill.merges().isEmpty()) {
            return List.of("No skip ends in a merge here, so all variants are the same network.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("Drawn with " + merges() + ".");
        if (bill.columns().stream().allMatch(Column::fits)) {
            sentences.addAll(differences(column(Variant.ADD), column(Variant.CONCAT)));
        } else {
            sentences.add(BROKEN);
        }
        return sentences;
    }

    /** {@code 4 concats and 5 adds}. */
    private String merges() {
        return bill.merges().stream().map(merge -> drawn.node(merge.id()).layer().title().toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(title -> title, LinkedHashMap::new, Collectors.counting()))
                .entrySet().stream().map(each -> Numerals.count(each.getValue(), each.getKey()))
                .collect(Collectors.joining(" and "));
    }

    private List<String> differences(Column add, Column concat) {
        Cost more = concat.total().minus(add.total());
        if (more.params() == 0) {
            return List.of("Add and concat need the same parameters: no layer with kernels reads what was merged.");
        }
        String what = more.params() > 0 ? "more" : "fewer";
        return List.of("Concat needs " + Numerals.count(Math.abs(more.params()), "parameter") + " " + what
                + " than add ("
                + percent(more.params(), add.total().params()) + "), " + where(more.params()) + ".",
                "Its multiply-adds differ by " + percent(more.macs(), add.total().macs())
                + ", what is kept for the backward pass by "
                + percent(concat.memory().backwardBytes() - add.memory().backwardBytes(), add.memory().backwardBytes())
                + ".", noSkip(add));
    }

    /** {@code all in 4 layers after the merges}: which nodes have another number of parameters. */
    private String where(long more) {
        Lane add = Variant.ADD.of(drawn);
        Lane concat = Variant.CONCAT.of(drawn);
        Costs ofAdd = Costs.of(add);
        Costs ofConcat = Costs.of(concat);
        List<NodeId> paying = drawn.nodes().stream().map(Node::id).filter(add::isLive)
                .filter(id -> ofConcat.of(id).params() != ofAdd.of(id).params()).toList();
        String after = Numerals.count(paying.size(), "layer") + " after the merge"
                + (bill.merges().size() == 1 ? "" : "s");
        long projections = column(Variant.ADD).projections();
        return projections == 0 ? "all in " + after
                : signed(more + projections) + " in " + after + ", less " + Numerals.count(projections)
                + " in the projections that add needs";
    }

    private String noSkip(Column add) {
        long skips = add.total().params() - column(Variant.NO_SKIP).total().params();
        return skips == 0 ? "Add needs no more than no skip."
                : "Add needs " + Numerals.count(skips, "parameter") + " more than no skip,"
                + " in layers that serve skips alone.";
    }

    private Column column(Variant variant) {
        return bill.columns().stream().filter(each -> each.variant() == variant).findFirst().orElseThrow();
    }

    private static String percent(long more, long of) {
        return of == 0 ? signed(more) : BillRow.signed("%+.1f", 100.0 * more / of) + " %";
    }

    private static String signed(long count) {
        return BillRow.signed("%+,d", count);
    }
}
