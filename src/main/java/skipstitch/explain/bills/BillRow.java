package skipstitch.explain.bills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import skipstitch.explain.MergeBill;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.NetworkBill.Quantity;
import skipstitch.explain.NetworkBill.Unit;

/**
 * One number of the comparison, as it is in each variant.
 *
 * @param word   as a script reads it
 * @param title  as a person reads it
 * @param unit   what the numbers count
 * @param values in the order of the bill's columns, as drawn first; empty where there is none
 */
public record BillRow(String word, String title, Unit unit, List<Optional<Long>> values) {

    /** What a whole network costs; a variant in which a rule is broken has no sums. */
    public static List<BillRow> totals(NetworkBill bill) {
        return Stream.of(Quantity.values()).map(quantity -> new BillRow(quantity.word(), quantity.title(),
                quantity.unit(), bill.columns().stream().map(column -> Optional.of(quantity.of(column))
                        .filter(_ -> column.fits())).toList())).toList();
    }

    /** What a merge costs: its own tensor, and the next layer with kernels, which pays for its channels. */
    public static List<BillRow> of(NetworkBill.Merge merge) {
        List<BillRow> rows = new ArrayList<>();
        rows.add(row(merge, "bytes", "bytes merged", Unit.BYTES, MergeBill.Column::mergeBytes));
        rows.add(row(merge, "projectionParams", "parameters, projections", Unit.COUNT,
                column -> Optional.of(column.projectionParams())));
        rows.add(row(merge, "nextParams", "parameters, next layer", Unit.COUNT,
                column -> column.next().map(next -> next.cost().params())));
        rows.add(row(merge, "nextMacs", "multiply-adds, next layer", Unit.COUNT,
                column -> column.next().map(next -> next.cost().macs())));
        return rows;
    }

    private static BillRow row(NetworkBill.Merge merge, String word, String title, Unit unit,
            Function<MergeBill.Column, Optional<Long>> value) {
        return new BillRow(word, title, unit, merge.columns().stream().map(value).toList());
    }

    /** How much more than as drawn a variant needs; less where negative. */
    public Optional<Long> difference(int column) {
        return values.get(column).flatMap(value -> values.getFirst().map(drawn -> value - drawn));
    }

    /** {@code −10.1 %}: the difference in parts of what is drawn; empty where nothing differs, or nothing is drawn. */
    public Optional<String> percent(int column) {
        return difference(column).filter(difference -> difference != 0)
                .flatMap(difference -> values.getFirst().filter(drawn -> drawn != 0)
                        .map(drawn -> signed("%+.1f", 100.0 * difference / drawn) + " %"));
    }

    /** Whether there is anything to say: a number that is not 0. */
    public boolean says() {
        return values.stream().anyMatch(value -> value.filter(number -> number != 0).isPresent());
    }

    /** A number with its sign, and a real minus. */
    public static String signed(String format, Number value) {
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }
}
