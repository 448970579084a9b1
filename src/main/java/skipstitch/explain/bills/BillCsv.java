package skipstitch.explain.bills;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import skipstitch.explain.NetworkBill;
import skipstitch.network.Variant;

/** The comparison as one number a cell: {@code total} or a merge's id, the quantity, four values, three differences. */
public final class BillCsv {
    private BillCsv() {}

    public static String of(NetworkBill bill) {
        List<String> words = Stream.of(Variant.values()).map(Variant::word).toList();
        StringBuilder text = new StringBuilder(line(Stream.of(Stream.of("of", "quantity"), words.stream(),
                words.stream().skip(1).map(word -> word + "-difference")).flatMap(each -> each)));
        BillRow.totals(bill).forEach(row -> text.append(line("total", row)));
        bill.merges().forEach(merge ->
                BillRow.of(merge).forEach(row -> text.append(line(merge.id().value(), row))));
        return text.toString();
    }

    private static String line(String of, BillRow row) {
        return line(Stream.of(Stream.of(of, row.word()), row.values().stream().map(BillCsv::cell),
                IntStream.range(1, row.values().size()).mapToObj(column -> cell(row.difference(column))))
                .flatMap(each -> each));
    }

    /** Ids and words need no quotes; what has no value is an empty cell. */
    private static String cell(Optional<Long> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(",")) + "\n";
    }
}
