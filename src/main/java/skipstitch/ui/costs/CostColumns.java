package skipstitch.ui.costs;

import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import skipstitch.network.Variant;

/** A title and a cell for each variant, in columns that stand under one another on all lines. */
final class CostColumns extends Region {
    private static final double TITLE = 0.25;
    private static final double LEAST_TITLE = 190;
    private static final double ONE_LINE = 30;
    private static final double TWO_LINES = 50;
    private static final double UPPER = 22;
    private static final double INSET = 4;
    private static final double GAP = 12;

    private final Label title = new Label();
    private final List<Label> values = List.of(new Label(), new Label(), new Label(), new Label());
    private final List<Label> below = List.of(new Label(), new Label(), new Label(), new Label());
    private boolean tall;

    /** @param width of the line */
    CostColumns(ObservableValue<? extends Number> width) {
        title.getStyleClass().add("cost-title");
        values.forEach(each -> each.getStyleClass().add("cost-value"));
        below.forEach(each -> each.getStyleClass().add("cost-below"));
        getChildren().add(title);
        getChildren().addAll(values);
        getChildren().addAll(below);
        width.subscribe(now -> setPrefWidth(now.doubleValue()));
    }

    /** @param shown the variants that stand in lanes */
    void show(CostLine line, Set<Variant> shown) {
        title.setText(line.title());
        tall = line.isTall();
        for (int i = 0; i < values.size(); i++) {
            values.get(i).setText(line.cells().get(i).value());
            below.get(i).setText(line.cells().get(i).below());
            below.get(i).setVisible(tall);
            values.get(i).getStyleClass().remove("cost-shown");
            if (shown.contains(Variant.values()[i])) {
                values.get(i).getStyleClass().add("cost-shown");
            }
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return tall ? TWO_LINES : ONE_LINE;
    }

    @Override
    protected void layoutChildren() {
        // A list makes its lines as wide as it is, with or without a scroll bar.
        double first = Math.max(LEAST_TITLE, Math.floor(getPrefWidth() * TITLE));
        double each = Math.floor((getPrefWidth() - first) / values.size());
        double upper = tall ? UPPER : getHeight() - 2 * INSET;
        title.resizeRelocate(0, INSET, first - GAP, upper);
        for (int i = 0; i < values.size(); i++) {
            values.get(i).resizeRelocate(first + i * each, INSET, each - GAP, upper);
            below.get(i).resizeRelocate(first + i * each, INSET + upper, each - GAP, getHeight() - 2 * INSET - upper);
        }
    }
}
