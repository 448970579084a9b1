package skipstitch.ui.viewer;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import skipstitch.tensor.Histogram;
import skipstitch.ui.drawing.Words;

/** How often which values occur in one channel, with numbers on both axes. */
final class HistogramView extends Region {
    static final int BINS = 32;
    private static final double LABEL = 20;
    private static final double BAR_GAP = 1;

    private final Label heading = new Label();
    private final Label most = new Label();
    private final Label low = new Label();
    private final Label zero = new Label("0");
    private final Label high = new Label();
    private final Line axis = new Line();
    private final Line atZero = new Line();
    private final Path bars = new Path();
    private Optional<Histogram> shown = Optional.empty();

    HistogramView() {
        setId("histogram");
        heading.getStyleClass().add("map-heading");
        most.getStyleClass().add("axis-number");
        low.getStyleClass().add("axis-number");
        zero.getStyleClass().add("axis-number");
        high.getStyleClass().add("axis-number");
        axis.getStyleClass().add("axis");
        atZero.getStyleClass().add("axis");
        bars.getStyleClass().add("histogram-bars");
        getChildren().addAll(heading, bars, axis, atZero, most, low, zero, high);
    }

    void show(Histogram histogram, String title) {
        shown = Optional.of(histogram);
        heading.setText(title);
        most.setText(Words.count(histogram.highest()));
        low.setText(Words.value(histogram.low()));
        high.setText(Words.value(histogram.high()));
        setAccessibleText(title + ": from " + low.getText() + " to " + high.getText() + ", at most " + most.getText()
                + " values in a bar");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        heading.resizeRelocate(0, 0, getWidth(), MapView.HEADING);
        shown.ifPresent(this::draw);
    }

    private void draw(Histogram histogram) {
        double left = Math.ceil(most.prefWidth(-1)) + 6;
        double top = MapView.HEADING + 4;
        double bottom = Math.max(top + 10, getHeight() - LABEL);
        double width = Math.max(1, Math.floor((getWidth() - left) / BINS)) * BINS;
        double bar = width / BINS;
        bars.getElements().clear();
        for (int i = 0; i < BINS; i++) {
            int count = histogram.counts().get(i);
            if (count > 0) {
                // What is there at all is seen.
                double height = Math.max(1, Math.rint((bottom - top) * count / histogram.highest()));
                double x = left + i * bar;
                double end = x + bar - BAR_GAP;
                bars.getElements().addAll(new MoveTo(x, bottom), new LineTo(x, bottom - height),
                        new LineTo(end, bottom - height), new LineTo(end, bottom), new ClosePath());
            }
        }
        line(axis, left, bottom + 0.5, left + width, bottom + 0.5);
        most.autosize();
        most.relocate(0, top - 4);
        low.autosize();
        low.relocate(left, bottom + 1);
        high.autosize();
        high.relocate(left + width - high.getWidth(), bottom + 1);
        double share = -histogram.low() / ((double) histogram.high() - histogram.low());
        double x = Math.rint(left + share * width) + 0.5;
        zero.autosize();
        zero.relocate(x - zero.getWidth() / 2, bottom + 1);
        boolean inside = share > 0 && share < 1;
        atZero.setVisible(inside);
        line(atZero, x, top, x, bottom + 3);
        zero.setVisible(inside && zero.getLayoutX() > low.getLayoutX() + low.getWidth() + 6
                && zero.getLayoutX() + zero.getWidth() + 6 < high.getLayoutX());
    }

    private static void line(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }
}
