package skipstitch.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import skipstitch.network.Variant;
import skipstitch.training.Band;

/** One measure over the steps: each lane's mean over its seeds as a line with markers, least to most as a band. */
final class CurveChart extends Pane {
    private static final double LEFT = 52;
    private static final double TOP = 28;
    private static final double RIGHT = 12;
    private static final double BOTTOM = 26;
    private static final int MARKERS = 8;
    private static final int TICKS = 4;

    private final Label title = new Label();
    private List<Series> series = List.of();
    private int steps = 1;

    /** One lane's curve. */
    record Series(Variant variant, List<Band> bands) {}

    CurveChart(String id) {
        setId(id);
        getStyleClass().add("race-chart");
        title.getStyleClass().add("race-chart-title");
        setMinSize(0, 0);
    }

    /** @param name what is measured */
    void show(String name, int lastStep, List<Series> curves) {
        title.setText(name);
        steps = lastStep;
        series = curves;
        setAccessibleText(name + ". " + String.join(". ", curves.stream().filter(each -> !each.bands().isEmpty())
                .map(each -> each.variant().title() + ": " + number(each.bands().getLast().mean(), 1e-3) + " after "
                        + each.bands().getLast().step() + " steps").toList()));
        requestLayout();
    }

    List<Series> series() {
        return series;
    }

    @Override
    protected void layoutChildren() {
        List<Node> parts = new ArrayList<>();
        title.relocate(LEFT, 2);
        title.autosize();
        parts.add(title);
        double[] values = series.stream().flatMap(each -> each.bands().stream())
                .flatMapToDouble(band -> DoubleStream.of(band.least(), band.most())).filter(Double::isFinite).toArray();
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        double tick = tick((high - low) / TICKS, high);
        double bottom = Math.floor(low / tick) * tick;
        double top = Math.max(Math.ceil(high / tick) * tick, bottom + tick);
        Frame frame = new Frame(getWidth() - LEFT - RIGHT, getHeight() - TOP - BOTTOM, bottom, top);
        for (double at = bottom; at <= top + tick / 2; at += tick) {
            Line grid = new Line(LEFT, frame.y(at), getWidth() - RIGHT, frame.y(at));
            grid.getStyleClass().add("race-grid");
            parts.add(grid);
            parts.add(words(number(at, tick), LEFT - 6, frame.y(at), true));
        }
        for (int quarter = 0; quarter <= 4; quarter += 2) {
            int step = steps * quarter / 4;
            parts.add(words(quarter == 4 ? step + " steps" : String.valueOf(step),
                    quarter == 4 ? getWidth() - RIGHT : frame.x(step), getHeight() - BOTTOM + 11, quarter == 4));
        }
        series.forEach(each -> band(each, frame, parts));
        series.forEach(each -> line(each, frame, parts));
        getChildren().setAll(parts);
    }

    private static void band(Series each, Frame frame, List<Node> parts) {
        Polygon band = LaneLook.of(each.variant(), new Polygon(), "race-band");
        each.bands().forEach(at -> band.getPoints().addAll(frame.x(at.step()), frame.y(at.most())));
        each.bands().reversed().forEach(at -> band.getPoints().addAll(frame.x(at.step()), frame.y(at.least())));
        parts.add(band);
    }

    private static void line(Series each, Frame frame, List<Node> parts) {
        Polyline line = LaneLook.of(each.variant(), new Polyline(), "race-line");
        line.getStrokeDashArray().setAll(LaneLook.dashes(each.variant()));
        each.bands().forEach(at -> line.getPoints().addAll(frame.x(at.step()), frame.y(at.mean())));
        parts.add(line);
        int every = Math.max(1, each.bands().size() / MARKERS);
        for (int k = each.bands().size() - 1; k >= 0; k -= every) {
            Band at = each.bands().get(k);
            parts.add(LaneLook.marker(each.variant(), frame.x(at.step()), frame.y(at.mean())));
        }
    }

    private static Label words(String text, double x, double y, boolean endsThere) {
        Label words = new Label(text);
        words.getStyleClass().add("race-tick");
        words.setPrefWidth(90);
        words.setPrefHeight(20);
        words.setStyle(endsThere ? "-fx-alignment: center-right" : "-fx-alignment: center-left");
        words.resizeRelocate(endsThere ? x - 90 : x, y - 10, 90, 20);
        return words;
    }

    /** A round distance of at least so much. */
    private static double tick(double wanted, double high) {
        double least = Math.max(wanted, Math.max(Math.abs(high) * 1e-3, 1e-6));
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5, 10).map(each -> each * power).filter(each -> each >= least * 0.999).findFirst()
                .orElse(10 * power);
    }

    private static String number(double value, double tick) {
        int decimals = Math.clamp((int) Math.ceil(-Math.log10(tick) - 1e-9), 0, 4);
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    /** Where steps and values stand. */
    private final class Frame {
        private final double width;
        private final double height;
        private final double low;
        private final double high;

        Frame(double width, double height, double low, double high) {
            this.width = width;
            this.height = height;
            this.low = low;
            this.high = high;
        }

        double x(int step) {
            return LEFT + width * step / steps;
        }

        double y(double value) {
            return TOP + height * (1 - Math.clamp((value - low) / (high - low), 0, 1));
        }
    }
}
