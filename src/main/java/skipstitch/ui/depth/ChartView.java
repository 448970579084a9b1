package skipstitch.ui.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import skipstitch.explain.depth.DepthWords;

/** One chain's values over its blocks, with an axis in numbers; the place that is pointed at is read in all charts. */
final class ChartView extends Region {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double LEFT = 58;
    private static final double RIGHT = 14;
    private static final double ABOVE = 12;
    private static final double MARK = 3;
    private static final double FEW = 26;

    private final ObjectProperty<OptionalInt> pointed;
    private final Label title = new Label();
    private final Label figure = new Label();
    private final Label left = new Label();
    private final Label right = new Label();
    private final Label reading = new Label();
    private final Path grid = path("chart-grid");
    private final Path line = path("chart-line");
    private final Path marks = path("chart-mark");
    private final Path cursor = path("chart-cursor");
    private final List<Label> numbers = new ArrayList<>();
    private Plot plot;

    /** @param pointed which value the pointer is at, in any of the charts */
    ChartView(String id, Plot first, ObjectProperty<OptionalInt> pointed) {
        this.pointed = pointed;
        this.plot = first;
        setId(id);
        getStyleClass().add("chart");
        title.getStyleClass().add("chart-title");
        figure.getStyleClass().add("chart-figure");
        reading.getStyleClass().add("chart-reading");
        List.of(left, right).forEach(each -> each.getStyleClass().add("chart-number"));
        getChildren().addAll(grid, cursor, line, marks, title, figure, left, right, reading);
        pointed.subscribe(_ -> requestLayout());
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> pointed.set(OptionalInt.empty()));
        show(first, false);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    /** @param stale whether something newer is being computed */
    void show(Plot fresh, boolean stale) {
        plot = fresh;
        title.setText(fresh.title());
        figure.setText(fresh.figure());
        left.setText(fresh.left());
        right.setText(fresh.right());
        setAccessibleText(fresh.title() + ": " + fresh.figure());
        pseudoClassStateChanged(STALE, stale);
        while (numbers.size() < fresh.axis().marks().size()) {
            Label number = new Label();
            number.getStyleClass().add("chart-number");
            numbers.add(number);
            getChildren().add(number);
        }
        requestLayout();
    }

    private Insets plotArea() {
        double top = title.prefHeight(-1) + figure.prefHeight(getWidth()) + ABOVE;
        return new Insets(top, RIGHT, left.prefHeight(-1) + 4, LEFT);
    }

    private void point(MouseEvent event) {
        double width = getWidth() - LEFT - RIGHT;
        int last = plot.values().size() - 1;
        double at = (event.getX() - LEFT) / width;
        pointed.set(at < -0.02 || at > 1.02 || last < 1 ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(Math.clamp(at, 0, 1) * last)));
    }

    @Override
    protected void layoutChildren() {
        Insets area = plotArea();
        double width = Math.max(1, getWidth() - area.getLeft() - area.getRight());
        double height = Math.max(1, getHeight() - area.getTop() - area.getBottom());
        title.resizeRelocate(0, 0, getWidth(), title.prefHeight(-1));
        figure.resizeRelocate(0, title.getHeight(), getWidth(), figure.prefHeight(getWidth()));
        left.autosize();
        right.autosize();
        double below = area.getTop() + height + 4;
        left.relocate(LEFT, below);
        right.relocate(getWidth() - RIGHT - right.getWidth(), below);
        grid(area, width, height);
        values(area, width, height);
        read(area, width, height);
    }

    private void grid(Insets area, double width, double height) {
        List<PathElement> lines = new ArrayList<>();
        List<Double> marksAt = plot.axis().marks();
        for (int i = 0; i < numbers.size(); i++) {
            Label number = numbers.get(i);
            number.setVisible(i < marksAt.size());
            if (i < marksAt.size()) {
                double y = Math.rint(area.getTop() + height * (1 - marksAt.get(i))) + 0.5;
                lines.add(new MoveTo(area.getLeft(), y));
                lines.add(new LineTo(area.getLeft() + width, y));
                number.setText(plot.axis().words(i));
                number.autosize();
                number.relocate(LEFT - 6 - number.getWidth(), Math.rint(y - number.getHeight() / 2));
            }
        }
        grid.getElements().setAll(lines);
    }

    private void values(Insets area, double width, double height) {
        List<PathElement> curve = new ArrayList<>();
        List<PathElement> shapes = new ArrayList<>();
        boolean begun = false;
        double bar = Math.max(1, width / plot.values().size() * 0.35);
        for (int i = 0; i < plot.values().size(); i++) {
            double share = plot.axis().share(plot.values().get(i));
            double x = x(area, width, i);
            double y = area.getTop() + height * (1 - share);
            if (Double.isNaN(share)) {
                begun = false;
                continue;
            }
            if (plot.kind() == Plot.Kind.CURVE) {
                curve.add(begun ? new LineTo(x, y) : new MoveTo(x, y));
                begun = true;
            }
            if (plot.kind() == Plot.Kind.BARS) {
                box(shapes, x - bar, y, x + bar, area.getTop() + height);
            } else if (plot.kind() == Plot.Kind.POINTS || plot.values().size() <= FEW) {
                box(shapes, x - MARK, y - MARK, x + MARK, y + MARK);
            }
        }
        line.getElements().setAll(curve);
        marks.getElements().setAll(shapes);
    }

    private double x(Insets area, double width, int value) {
        return area.getLeft() + width * value / Math.max(1, plot.values().size() - 1);
    }

    private static void box(List<PathElement> shapes, double left, double top, double right, double bottom) {
        shapes.addAll(List.of(new MoveTo(left, top), new LineTo(right, top), new LineTo(right, bottom),
                new LineTo(left, bottom), new ClosePath()));
    }

    private void read(Insets area, double width, double height) {
        OptionalInt at = pointed.get();
        boolean shown = at.isPresent() && at.getAsInt() < plot.values().size();
        reading.setVisible(shown);
        cursor.setVisible(shown);
        if (shown) {
            double value = plot.values().get(at.getAsInt());
            double x = Math.rint(x(area, width, at.getAsInt())) + 0.5;
            cursor.getElements().setAll(new MoveTo(x, area.getTop()), new LineTo(x, area.getTop() + height));
            reading.setText(at.getAsInt() + ": " + DepthWords.power(value));
            reading.autosize();
            double most = Math.max(area.getLeft(), getWidth() - reading.getWidth());
            reading.relocate(Math.clamp(x + 6, area.getLeft(), most), area.getTop() + 2);
        }
    }
}
