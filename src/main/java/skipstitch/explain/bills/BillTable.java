package skipstitch.explain.bills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.NetworkBill.Column;
import skipstitch.explain.NetworkBill.Peak;
import skipstitch.network.Network;
import skipstitch.network.Shape;

/** The comparison for a person: a column for each variant, and under what differs, by how much from as drawn. */
public final class BillTable {
    private BillTable() {}

    public static String of(Network network, NetworkBill bill) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", bill.columns(), column -> column.variant().word()));
        BillRow.totals(bill).forEach(row -> numbers(rows, row));
        rows.add(row("widest tensor", bill.columns(), column -> peak(column, Column::widest)));
        rows.add(row("largest tensor", bill.columns(), column -> peak(column, Column::largest)));
        for (NetworkBill.Merge merge : bill.merges()) {
            rows.add(List.of());
            rows.add(row(merge.id().value(), merge.columns(),
                    column -> column.output().map(Shape::toString).orElse("misfit")));
            BillRow.of(merge).stream().filter(BillRow::says).forEach(row -> numbers(rows, row));
        }
        String input = network.inputShape().map(shape -> ", input " + shape).orElse("");
        return network.name() + input + "\n" + aligned(rows);
    }

    private static void numbers(List<List<String>> rows, BillRow row) {
        rows.add(row(row.title(), row.values(), value -> value.map(BillTable::number).orElse("")));
        List<String> differences = new ArrayList<>(List.of(""));
        IntStream.range(0, row.values().size()).mapToObj(column -> difference(row, column)).forEach(differences::add);
        if (differences.stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(differences);
        }
    }

    /** {@code −783,360 (−10.1 %)}; nothing where nothing differs. */
    private static String difference(BillRow row, int column) {
        return row.difference(column).filter(difference -> difference != 0)
                .map(difference -> BillRow.signed("%+,d", difference)
                        + row.percent(column).map(percent -> " (" + percent + ")").orElse("")).orElse("");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String peak(Column column, Function<Column, Optional<Peak>> of) {
        return of.apply(column).filter(_ -> column.fits()).map(tensor -> tensor.shape().toString()).orElse("");
    }

    private static <T> List<String> row(String title, List<T> columns, Function<T, String> cell) {
        List<String> row = new ArrayList<>(List.of(title));
        columns.stream().map(cell).forEach(row::add);
        return row;
    }

    /** Titles to the left, numbers to the right. */
    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> IntStream.range(0, row.size())
                .forEach(i -> widths[i] = Math.max(widths[i], row.get(i).length())));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + blanks : blanks + row.get(i)).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
