package skipstitch.ui.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import skipstitch.explain.MergeBill;
import skipstitch.explain.NetworkBill;
import skipstitch.explain.NetworkBill.Column;
import skipstitch.explain.NetworkBill.Peak;
import skipstitch.explain.NetworkBill.Unit;
import skipstitch.explain.bills.BillRow;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.ui.drawing.Words;

/**
 * One line of the sheet.
 *
 * @param merge whose costs it tells; empty for the whole network's
 * @param kind  how it stands out
 * @param title what is told
 * @param cells one for each variant, as drawn first
 */
record CostLine(Optional<NodeId> merge, Kind kind, String title, List<Cell> cells) {

    /** A heading begins a merge. */
    enum Kind { HEADING, FIGURE }

    /**
     * What one variant has.
     *
     * @param value empty where there is no figure
     * @param below the difference from as drawn, or where the value is found; empty if there is nothing to say
     */
    record Cell(String value, String below) {}

    /** Whether any variant has something to say below its value. */
    boolean isTall() {
        return cells.stream().anyMatch(cell -> !cell.below().isEmpty());
    }

    static List<CostLine> of(Network drawn, NetworkBill bill) {
        List<CostLine> lines = new ArrayList<>();
        BillRow.totals(bill).stream().filter(BillRow::says).forEach(row -> lines.add(figure(Optional.empty(), row)));
        lines.add(peak("widest tensor", bill, Column::widest));
        lines.add(peak("largest tensor", bill, Column::largest));
        for (NetworkBill.Merge merge : bill.merges()) {
            lines.add(new CostLine(Optional.of(merge.id()), Kind.HEADING, title(drawn.node(merge.id())),
                    merge.columns().stream().map(CostLine::merged).toList()));
            BillRow.of(merge).stream().filter(BillRow::says)
                    .forEach(row -> lines.add(figure(Optional.of(merge.id()), row)));
        }
        return lines;
    }

    /** Its name, or its id where nobody has given it one: of its kind there may be many. */
    private static String title(Node merge) {
        return merge.name().isEmpty() ? merge.id().value() : merge.name();
    }

    /** What leaves the merge. */
    private static Cell merged(MergeBill.Column column) {
        return new Cell(column.output().map(Shape::toString).orElse("does not fit"), "");
    }

    private static CostLine figure(Optional<NodeId> merge, BillRow row) {
        return new CostLine(merge, Kind.FIGURE, row.title(), IntStream.range(0, row.values().size())
                .mapToObj(column -> new Cell(row.values().get(column).map(value -> words(row.unit(), value)).orElse(""),
                        difference(row, column))).toList());
    }

    private static String words(Unit unit, long value) {
        return switch (unit) {
            case COUNT -> Words.count(value);
            case BYTES -> Words.bytes(value);
        };
    }

    /** {@code −783,360 (−10.1 %)}; nothing where nothing differs. */
    private static String difference(BillRow row, int column) {
        return row.difference(column).filter(difference -> difference != 0)
                .map(difference -> (difference < 0 ? "−" : "+") + words(row.unit(), Math.abs(difference))
                        + row.percent(column).map(percent -> " (" + percent + ")").orElse("")).orElse("");
    }

    private static CostLine peak(String title, NetworkBill bill, Function<Column, Optional<Peak>> of) {
        return new CostLine(Optional.empty(), Kind.FIGURE, title, bill.columns().stream().map(column -> of.apply(column)
                .filter(_ -> column.fits()).map(peak -> new Cell(peak.shape().toString(), peak.node().value()))
                .orElse(new Cell("", ""))).toList());
    }
}
