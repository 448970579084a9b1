package skipstitch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import skipstitch.explain.MergeBill;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.NetworkBill.Quantity;

/**
 * One number of the comparison, as it is in each variant.
 *
 * @param word   as a script reads it
 * @param title  as a person reads it
 * @param values in the order of the bill's columns, as drawn first; empty where there is none
 */
record CompareRow(String word, String title, List<Optional<Long>> values) {

    static List<CompareRow> totals(NetworkBill bill) {
        return Stream.of(Quantity.values()).map(quantity -> new CompareRow(quantity.word(), quantity.title(),
                bill.columns().stream().map(column -> Optional.of(quantity.of(column))).toList())).toList();
    }

    /** What a merge costs: its own tensor, and the next layer with kernels, which pays for its channels. */
    static List<CompareRow> of(NetworkBill.Merge merge) {
        List<CompareRow> rows = new ArrayList<>();
        rows.add(row(merge, "bytes", "bytes merged", MergeBill.Column::mergeBytes));
        rows.add(row(merge, "projectionParams", "parameters, projections",
                column -> Optional.of(column.projectionParams())));
        rows.add(row(merge, "nextParams", "parameters, next layer",
                column -> column.next().map(next -> next.cost().params())));
        rows.add(row(merge, "nextMacs", "multiply-adds, next layer",
                column -> column.next().map(next -> next.cost().macs())));
        return rows;
    }

    private static CompareRow row(NetworkBill.Merge merge, String word, String title,
            Function<MergeBill.Column, Optional<Long>> value) {
        return new CompareRow(word, title, merge.columns().stream().map(value).toList());
    }

    /** How much more than as drawn a variant needs; less where negative. */
    Optional<Long> difference(int column) {
        return values.get(column).flatMap(value -> values.getFirst().map(drawn -> value - drawn));
    }
}
