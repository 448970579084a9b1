package skipstitch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import skipstitch.explain.NetworkBill;
import skipstitch.network.Network;
import skipstitch.network.Shape;

/** The comparison for a person: a column for each variant, and under what differs, by how much from as drawn. */
final class CompareTable {
    private CompareTable() {}

    static String of(Network network, NetworkBill bill) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", bill.columns(), column -> column.variant().word()));
        CompareRow.totals(bill).forEach(row -> numbers(rows, row));
        rows.add(row("widest tensor", bill.columns(), column -> peak(column.widest())));
        rows.add(row("largest tensor", bill.columns(), column -> peak(column.largest())));
        for (NetworkBill.Merge merge : bill.merges()) {
            rows.add(List.of());
            rows.add(row(merge.id().value(), merge.columns(),
                    column -> column.output().map(Shape::toString).orElse("misfit")));
            CompareRow.of(merge).stream().filter(CompareTable::says).forEach(row -> numbers(rows, row));
        }
        String input = network.inputShape().map(shape -> ", input " + shape).orElse("");
        return network.name() + input + "\n" + aligned(rows);
    }

    private static boolean says(CompareRow row) {
        return row.values().stream().anyMatch(value -> value.filter(number -> number != 0).isPresent());
    }

    private static void numbers(List<List<String>> rows, CompareRow row) {
        rows.add(row(row.title(), row.values(), value -> value.map(CompareTable::number).orElse("")));
        List<String> differences = new ArrayList<>(List.of(""));
        IntStream.range(0, row.values().size()).mapToObj(column -> difference(row, column)).forEach(differences::add);
        if (differences.stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(differences);
        }
    }

    /** {@code −783,360 (−10.1 %)}; nothing where nothing differs. */
    private static String difference(CompareRow row, int column) {
        long drawn = row.values().getFirst().orElse(0L);
        return row.difference(column).filter(difference -> difference != 0).map(difference -> signed("%+,d", difference)
                + (drawn == 0 ? "" : " (" + signed("%+.1f", 100.0 * difference / drawn) + " %)")).orElse("");
    }

    private static String signed(String format, Number value) {
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String peak(Optional<NetworkBill.Peak> peak) {
        return peak.map(tensor -> tensor.shape().toString()).orElse("");
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
