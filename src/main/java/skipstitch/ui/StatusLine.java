package skipstitch.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import org.controlsfx.control.StatusBar;
import skipstitch.explain.Inspection;
import skipstitch.session.Results;
import skipstitch.session.Session.Spot;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Words;

/** The value under the pointer, and what the engine is doing. */
final class StatusLine extends StatusBar {
    private final Session session;
    private final Label reading = new Label();
    private final Label engine = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();

    StatusLine(Session session) {
        this.session = session;
        getStyleClass().add("status-line");
        setText("");
        reading.setId("reading");
        reading.getStyleClass().add("reading");
        engine.setId("engine");
        engine.getStyleClass().add("engine");
        busy.getStyleClass().add("busy");
        getLeftItems().add(reading);
        getRightItems().addAll(engine, busy);
        session.pointed().subscribe(this::read);
        session.status().subscribe(_ -> engine());
        session.results().subscribe(_ -> engine());
        session.engineName().subscribe(_ -> engine());
    }

    private void read(Optional<Spot> spot) {
        Optional<Inspection> inspection = session.inspection().get();
        if (spot.isEmpty() || inspection.isEmpty()) {
            reading.setText("Point at a map to read its numbers.");
            return;
        }
        Spot at = spot.get();
        List<Inspection.Reading> readings = inspection.get().readings(at.panel(), at.channel(), at.y(), at.x());
        reading.setText("row " + at.y() + ", column " + at.x() + "   " + readings.stream()
                .map(each -> each.symbol() + "[" + each.channel() + "] = " + Words.value(each.value()))
                .collect(Collectors.joining("   ")));
    }

    private void engine() {
        Session.Status status = session.status().get();
        busy.setVisible(status == Session.Status.STARTING || status == Session.Status.RUNNING);
        engine.setText(switch (status) {
            case STARTING -> "Starting the engine…";
            case RUNNING -> "Computing…";
            case FAILED -> "Nothing computed";
            case IDLE -> session.engineName().get() + session.results().get().map(StatusLine::work).orElse("");
        });
    }

    private static String work(Results results) {
        return String.format(Locale.ROOT, "  ·  %d layers computed in %.1f ms", results.computed(), results.millis());
    }
}
