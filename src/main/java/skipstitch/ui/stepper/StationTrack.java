package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import skipstitch.explain.steps.Route;
import skipstitch.explain.steps.Station;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Session;
import skipstitch.session.Stepping;

/**
 * The layers as stations on a line, to click on. A merge is a ring, a layer that one lane lacks is hollow. Where there are
 * more than fit, the ones around the present one are seen.
 */
final class StationTrack extends Region {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final PseudoClass MERGES = PseudoClass.getPseudoClass("merges");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final double HEIGHT = 46;
    private static final double LINE = 14;
    /** Stations that stand closer cannot be hit. */
    private static final double LEAST_PITCH = 18;
    private static final double LABEL_GAP = 6;
    private static final double INSET = 24;

    private final Stepping stepping;
    private final Region line = new Region();
    private final Region passed = new Region();
    private final Pane dots = new Pane();
    private final List<Stop> stops = new ArrayList<>();
    private Route route;

    /** One station's dot and name. */
    private record Stop(Station station, Region dot, Label name) {}

    StationTrack(Session session) {
        this.stepping = session.stepping();
        getStyleClass().add("station-track");
        setId("stations");
        setMinWidth(120);
        line.getStyleClass().add("station-line");
        passed.getStyleClass().addAll("station-line", "passed");
        dots.setPickOnBounds(false);
        getChildren().addAll(line, passed, dots);
        stepping.stepper().subscribe(this::show);
    }

    private void show(Stepper now) {
        if (now.route() != route) {
            route = now.route();
            stops.clear();
            dots.getChildren().clear();
        }
        requestLayout();
    }

    private Stop stop(Station station) {
        Region dot = new Region();
        dot.getStyleClass().add("station");
        dot.setId("station:" + station.node());
        dot.setAccessibleRole(AccessibleRole.BUTTON);
        String words = station.title() + (station.missing() ? ", which one lane has not: it waits meanwhile" : "");
        dot.setAccessibleText(words);
        dot.setOnMousePressed(event -> {
            stepping.go(now -> now.to(station.node()));
            event.consume();
        });
        Tooltip.install(dot, new Tooltip(words + " (" + station.node() + ")"));
        dot.pseudoClassStateChanged(MERGES, station.merges());
        dot.pseudoClassStateChanged(MISSING, station.missing());
        Label name = new Label(station.title());
        name.getStyleClass().add("station-name");
        name.setTextOverrun(OverrunStyle.CLIP);
        name.setMouseTransparent(true);
        dot.setManaged(false);
        name.setManaged(false);
        dots.getChildren().addAll(dot, name);
        return new Stop(station, dot, name);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        List<Station> stations = route.stations();
        int at = route.indexOf(stepping.stepper().get().node());
        double room = getWidth() - 2 * INSET;
        int most = Math.max(1, (int) (room / LEAST_PITCH) + 1);
        int first = Math.clamp(at - most / 2, 0, Math.max(0, stations.size() - most));
        int count = Math.min(most, stations.size());
        List<Station> seen = stations.subList(first, first + count);
        if (!stops.stream().map(Stop::station).toList().equals(seen)) {
            stops.clear();
            dots.getChildren().clear();
            seen.forEach(station -> stops.add(stop(station)));
        }
        double pitch = count > 1 ? room / (count - 1) : 0;
        line.resizeRelocate(INSET, LINE - 1.5, room, 3);
        passed.resizeRelocate(INSET, LINE - 1.5, (at - first) * pitch, 3);
        for (int i = 0; i < count; i++) {
            Stop stop = stops.get(i);
            boolean here = first + i == at;
            stop.dot().pseudoClassStateChanged(HERE, here);
            stop.dot().pseudoClassStateChanged(PASSED, first + i < at);
            stop.name().pseudoClassStateChanged(HERE, here);
            stop.dot().applyCss();
            double size = stop.dot().prefWidth(-1);
            stop.dot().resizeRelocate(INSET + i * pitch - size / 2, LINE - size / 2, size, size);
        }
        name(at - first, pitch);
    }

    /** The present one has its name under it; others where there is room, merges before the rest. */
    private void name(int here, double pitch) {
        List<double[]> taken = new ArrayList<>();
        stops.forEach(stop -> stop.name().setVisible(false));
        List<Integer> order = new ArrayList<>(List.of(here));
        for (int i = 0; i < stops.size(); i++) {
            if (i != here && stops.get(i).station().merges()) {
                order.add(i);
            }
        }
        for (int i = 0; i < stops.size(); i++) {
            if (!order.contains(i)) {
                order.add(i);
            }
        }
        for (int i : order) {
            Label name = stops.get(i).name();
            name.applyCss();
            name.autosize();
            double left = Math.clamp(INSET + i * pitch - name.getWidth() / 2, 0, Math.max(0, getWidth() - name.getWidth()));
            double right = left + name.getWidth();
            if (taken.stream().noneMatch(each -> left < each[1] + LABEL_GAP && each[0] < right + LABEL_GAP)) {
                taken.add(new double[] {left, right});
                name.relocate(left, LINE + 10);
                name.setVisible(true);
            }
        }
    }
}
