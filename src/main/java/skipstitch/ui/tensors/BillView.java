package skipstitch.ui.tensors;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import skipstitch.explain.MergeBill;
import skipstitch.explain.MergeBill.Column;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.ui.Words;

/** What each choice of a merge costs, side by side; the shown lanes' columns stand out. */
final class BillView extends VBox {
    private final GridPane table = new GridPane();
    private final MergeBill bill;
    private final Set<Variant> shown;
    private int row;

    BillView(MergeBill bill, Set<Variant> shown) {
        this.bill = bill;
        this.shown = shown;
        getStyleClass().add("bill");
        table.getStyleClass().add("bill-table");
        Label heading = new Label("What it costs");
        heading.getStyleClass().add("panel-title");
        getChildren().addAll(heading, table);
        List<Column> columns = bill.columns();
        row("", column -> column.variant().title(), "bill-head");
        row("channels out", column -> column.output().map(Shape::channels).map(Words::count).orElse("✕"));
        row("merged tensor", column -> column.mergeBytes().map(Words::bytes).orElse("–"));
        if (columns.stream().anyMatch(column -> column.projectionParams() > 0)) {
            row("projection weights", column -> dash(column.projectionParams()));
        }
        String next = columns.stream().flatMap(column -> column.next().stream()).findFirst()
                .map(MergeBill.Next::label).orElse("");
        if (!next.isEmpty()) {
            row("next layer's weights", column -> column.next().map(n -> Words.count(n.cost().params())).orElse("–"));
            row("next layer's MACs", column -> column.next().map(n -> Words.millions(n.cost().macs())).orElse("–"));
        }
        row("whole net's weights", column -> Words.count(column.network().params()));
        row("whole net's MACs", column -> Words.millions(column.network().macs()));
        row("x recoverable", column -> column.recoverable() ? "exactly" : "no");
    }

    private static String dash(long count) {
        return count == 0 ? "–" : Words.count(count);
    }

    private void row(String title, Function<Column, String> cell) {
        row(title, cell, "bill-cell");
    }

    private void row(String title, Function<Column, String> cell, String style) {
        Label name = new Label(title);
        name.getStyleClass().addAll("bill-name", style);
        name.setMaxWidth(Double.MAX_VALUE);
        table.add(name, 0, row);
        for (int i = 0; i < bill.columns().size(); i++) {
            Column column = bill.columns().get(i);
            Label value = new Label(cell.apply(column));
            value.getStyleClass().addAll("bill-value", style);
            if (shown.contains(column.variant())) {
                value.getStyleClass().add("bill-shown");
            }
            value.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHalignment(value, HPos.RIGHT);
            table.add(value, i + 1, row);
        }
        row++;
    }
}
