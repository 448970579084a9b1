package skipstitch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skipstitch.explain.MergeBill;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.bills.BillRow;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/** The comparison as JSON: the totals of each variant, then each merge in each variant. */
final class CompareJson {
    private CompareJson() {}

    static String of(Network network, NetworkBill bill) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("network", network.name());
        network.inputShape().ifPresent(shape -> report.put("input", Json.shape(shape)));
        List<BillRow> totals = BillRow.totals(bill);
        report.put("variants", IntStream.range(0, bill.columns().size())
                .mapToObj(index -> variant(bill.columns().get(index), totals, index)).toList());
        report.put("merges", bill.merges().stream().map(CompareJson::merge).toList());
        return Json.write(report);
    }

    private static Map<String, Object> variant(NetworkBill.Column column, List<BillRow> totals, int index) {
        Map<String, Object> entry = entry(column.variant(), totals, index);
        entry.put("widest", column.widest().map(CompareJson::peak).orElse(null));
        entry.put("largest", column.largest().map(CompareJson::peak).orElse(null));
        return entry;
    }

    private static Map<String, Object> merge(NetworkBill.Merge merge) {
        List<BillRow> rows = BillRow.of(merge);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", merge.id().value());
        entry.put("variants", IntStream.range(0, merge.columns().size()).mapToObj(index -> {
            MergeBill.Column column = merge.columns().get(index);
            Map<String, Object> cell = entry(column.variant(), rows, index);
            cell.put("shape", column.output().map(Json::shape).orElse(null));
            cell.put("next", column.next().map(next -> next.id().value()).orElse(null));
            return cell;
        }).toList());
        return entry;
    }

    private static Map<String, Object> entry(Variant variant, List<BillRow> rows, int index) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("merge", variant.word());
        rows.forEach(row -> entry.put(row.word(), row.values().get(index).orElse(null)));
        Map<String, Object> differences = new LinkedHashMap<>();
        rows.forEach(row -> differences.put(row.word(), row.difference(index).orElse(null)));
        entry.put("difference", differences);
        return entry;
    }

    private static Map<String, Object> peak(NetworkBill.Peak peak) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("node", peak.node().value());
        entry.put("shape", Json.shape(peak.shape()));
        return entry;
    }
}
