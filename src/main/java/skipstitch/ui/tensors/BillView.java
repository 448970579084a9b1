package skipstitch.ui.tensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import skipstitch.explain.MergeBill.Column;
import skipstitch.explain.MergeBill;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.ui.drawing.Words;

/**
 * What each choice of a merge costs; the shown lanes' figures stand out. Vertical: a column a choice, to stand
 * beside the maps. Horizontal: a row a choice, to stand below them.
 */
final class BillView extends VBox {
    private final List<Column> choices;
    private final Set<Variant> shown;

    /** One figure of the bill, and how a choice's is written. */
    private record Figure(String name, Function<Column, String> words) {}

    BillView(MergeBill bill, Set<Variant> shown, Orientation orientation) {
        this.choices = bill.columns();
        this.shown = shown;
        getStyleClass().add("bill");
        setId("bill");
        Label heading = new Label("What it costs");
        heading.getStyleClass().add("panel-title");
        getChildren().addAll(heading, table(figures(), orientation));
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("channels out",
                choice -> choice.output().map(Shape::channels).map(Words::count).orElse("✕")));
        figures.add(new Figure("merged tensor", choice -> choice.mergeBytes().map(Words::bytes).orElse("–")));
        if (choices.stream().anyMatch(choice -> choice.projectionParams() > 0)) {
            figures.add(new Figure("projection weights",
                    choice -> choice.projectionParams() == 0 ? "–" : Words.count(choice.projectionParams())));
        }
        if (choices.stream().anyMatch(choice -> choice.next().isPresent())) {
            figures.add(new Figure("next layer's weights",
                    choice -> choice.next().map(next -> Words.count(next.cost().params())).orElse("–")));
            figures.add(new Figure("next layer's MACs",
                    choice -> choice.next().map(next -> Words.millions(next.cost().macs())).orElse("–")));
        }
        figures.add(new Figure("whole net's weights", choice -> Words.count(choice.network().params())));
        figures.add(new Figure("whole net's MACs", choice -> Words.millions(choice.network().macs())));
        figures.add(new Figure("x recoverable", choice -> choice.recoverable()
                .map(symbol -> symbol.equals("x") ? "exactly" : "only " + symbol).orElse("no")));
        return figures;
    }

    private GridPane table(List<Figure> figures, Orientation orientation) {
        boolean across = orientation == Orientation.HORIZONTAL;
        GridPane table = new GridPane();
        table.getStyleClass().addAll("bill-table", across ? "across" : "down");
        add(table, across, 0, 0, new Label(""), across ? "bill-head" : "bill-name", "bill-head");
        for (int i = 0; i < choices.size(); i++) {
            add(table, across, i + 1, 0, marked(choices.get(i), choices.get(i).variant().title()),
                    across ? "bill-name" : "bill-value", "bill-head");
        }
        for (int row = 0; row < figures.size(); row++) {
            Figure figure = figures.get(row);
            add(table, across, 0, row + 1, new Label(figure.name()), across ? "bill-value" : "bill-name",
                    across ? "bill-figure" : "bill-cell");
            for (int i = 0; i < choices.size(); i++) {
                add(table, across, i + 1, row + 1, marked(choices.get(i), figure.words().apply(choices.get(i))), "bill-value", "bill-cell");
            }
        }
        return table;
    }

    private Label marked(Column choice, String words) {
        Label label = new Label(words);
        if (shown.contains(choice.variant())) {
            label.getStyleClass().add("bill-shown");
        }
        return label;
    }

    private static void add(GridPane table, boolean across, int choice, int figure, Label label, String... styles) {
        label.getStyleClass().addAll(styles);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        table.add(label, across ? figure : choice, across ? choice : figure);
    }
}
