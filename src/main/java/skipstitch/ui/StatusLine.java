package skipstitch.ui;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;
import skipstitch.document.Document;
import skipstitch.explain.Inspection;
import skipstitch.explain.Inspector;
import skipstitch.explain.InterventionWords;
import skipstitch.explain.LandingWords;
import skipstitch.explain.Numerals;
import skipstitch.intervention.KnobStop;
import skipstitch.explain.steps.Part;
import skipstitch.network.skips.Answer;
import skipstitch.network.skips.Target;
import skipstitch.session.Carry;
import skipstitch.session.Beside;
import skipstitch.session.Results;
import skipstitch.session.Spot;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Words;

/** The value under the pointer, and what the engine is doing. */
final class StatusLine extends StatusBar {
    private final Session session;
    private final Label reading = new Label();
    private final Label engine = new Label();
    private final Label intervened = new Label();
    private final Button stop = new Button("Stop");
    private final ProgressIndicator busy = new ProgressIndicator();

    StatusLine(Session session) {
        this.session = session;
        getStyleClass().add("status-line");
        setText("");
        setFocusTraversable(false);
        reading.setId("reading");
        reading.getStyleClass().add("reading");
        engine.setId("engine");
        busy.getStyleClass().add("busy");
        intervened.setId("intervened");
        intervened.setMinWidth(Label.USE_PREF_SIZE);
        intervened.getStyleClass().add("intervened");
        getLeftItems().addAll(intervened, reading);
        stop.setId("stop");
        stop.getStyleClass().add("stop");
        stop.setFocusTraversable(false);
        stop.setTooltip(new Tooltip("Call the run off after the present layer (Esc)"));
        stop.setOnAction(_ -> session.computing().stop());
        getRightItems().addAll(engine, stop, busy);
        session.pointed().subscribe(this::read);
        session.carrying().carry().subscribe(_ -> read(session.pointed().get()));
        session.document().subscribe(this::sayInterventions);
        session.status().subscribe(_ -> engine());
        session.computing().headway().subscribe(_ -> engine());
        session.results().subscribe(_ -> engine());
        session.neighbours().busy().subscribe(_ -> engine());
        session.engineName().subscribe(_ -> engine());
    }

    /** That something is not the network's own is said as long as it lasts; what it is, in the tooltip. */
    private void sayInterventions(Document now) {
        int tensors = now.interventions().edges().size();
        boolean turned = now.knob() != KnobStop.OWN.at();
        intervened.setText((tensors == 0 ? "" : tensors + (tensors == 1 ? " tensor" : " tensors") + " changed by hand")
                + (tensors > 0 && turned ? " · " : "") + (turned ? "knob at " + Numerals.fixed(now.knob(), 2) : ""));
        intervened.setTooltip(new Tooltip(InterventionWords.all(now.network(), now.interventions(), now.knob())
                + (tensors == 0 ? "" : " (X takes back what is done to tensors)")));
        intervened.setVisible(tensors > 0 || turned);
        intervened.setManaged(tensors > 0 || turned);
    }

    private void read(Optional<Spot> spot) {
        Optional<Carry> carry = session.carrying().carry().get();
        if (carry.isPresent()) {
            reading.setText(carry.get().aimed().map(landing -> where(landing.target()) + ": " + LandingWords.sentence(landing))
                    .orElseGet(() -> count(carry.get())));
            engine.setVisible(false);
            engine.setManaged(false);
            return;
        }
        reading.setText(spot.map(at -> "row " + at.y() + ", column " + at.x() + "   " + switch (at) {
            case Spot.InPanel inPanel -> values(inPanel);
            case Spot.OnStep(Part part, int y, int x) -> part.name() + "[" + part.channel() + "] = "
                    + Words.value(part.map().at(0, y, x));
            case Spot.OnNode onNode -> values(onNode);
        }).orElse("Point at a map to read its numbers."));
        // In a narrow window there is room for one of them.
        engine.setVisible(spot.isEmpty());
        engine.setManaged(spot.isEmpty());
    }

    private static String where(Target target) {
        return switch (target) {
            case Target.Merge(var id) -> "Onto " + id;
            case Target.OnEdge(var edge) -> "Before " + edge.to();
            case Target.Output(var id) -> "From " + id;
            case Target.Inlet(var id) -> "Into " + id;
        };
    }

    /** {@code 7 places: 4 fit, 2 after a repair, 1 cannot be}. */
    private static String count(Carry carry) {
        Map<String, Long> kinds = carry.landings().all().stream().collect(Collectors.groupingBy(landing ->
                switch (landing.answer(carry.usual())) {
                    case Answer.Fits _ -> "fit";
                    case Answer.Mended _ -> "after a repair";
                    case Answer.Cannot _ -> "cannot be";
                }, TreeMap::new, Collectors.counting()));
        return carry.landings().all().size() + " places for " + carry.usual().title().toLowerCase(Locale.ROOT) + ": "
                + Stream.of("fit", "after a repair", "cannot be").filter(kinds::containsKey)
                        .map(kind -> kinds.get(kind) + " " + kind).collect(Collectors.joining("  ·  "));
    }

    private String values(Spot.InPanel at) {
        Map<Optional<String>, String> byLane = session.inspection().get().stream()
                .flatMap(inspection -> inspection.readings(at.panel(), at.channel(), at.y(), at.x()).stream())
                .collect(Collectors.groupingBy(Inspection.Reading::where, LinkedHashMap::new,
                        Collectors.mapping(StatusLine::words, Collectors.joining("   "))));
        // What belongs to no lane comes first, so that it does not read as if it were the lane's before it.
        return byLane.entrySet().stream().sorted(Comparator.comparing(each -> each.getKey().isPresent()))
                .map(each -> each.getKey().map(where -> where + ": ").orElse("") + each.getValue())
                .collect(Collectors.joining("   "));
    }

    private static String words(Inspection.Reading reading) {
        return reading.symbol() + "[" + reading.channel() + "] = " + Words.value(reading.value());
    }

    private String values(Spot.OnNode at) {
        return Stream.concat(session.results().get().map(Results::looks).map(looks -> looks.get(at.node())).stream()
                .flatMap(look -> session.comparison().get().lanes().stream()
                        .filter(lane -> look.maps().containsKey(lane.variant()))
                        .map(lane -> at.node() + "[" + look.channel() + "] in the " + Inspector.laneTitle(lane.variant())
                                + " = " + Words.value(look.maps().get(lane.variant()).at(0, at.y(), at.x())))),
                session.neighbours().all().get().stream().flatMap(each -> beside(each, at).stream()))
                .collect(Collectors.joining("   "));
    }

    private static Optional<String> beside(Beside beside, Spot.OnNode at) {
        return beside.results().map(Results::looks).map(looks -> looks.get(at.node()))
                .map(look -> look.maps().values().iterator().next())
                .filter(map -> map.shape().sameSizeAs(at.shape()))
                .map(map -> beside.network().name() + " = " + Words.value(map.at(0, at.y(), at.x())));
    }

    private void engine() {
        Session.Status status = session.status().get();
        boolean beside = session.neighbours().busy().get();
        busy.setVisible(status == Session.Status.STARTING || status == Session.Status.RUNNING || beside);
        engine.setText(beside && status == Session.Status.IDLE ? "Computing what stands beside…" : switch (status) {
            case STARTING -> "Starting the engine…";
            case RUNNING -> session.computing().headway().get().map(RunWords::of).orElse("Computing…");
            case STOPPED -> "Stopped";
            case FAILED -> "Nothing computed";
            case IDLE -> session.engineName().get() + session.results().get()
                    .map(results -> "  ·  " + RunWords.of(results)).orElse("")
                    + (session.computing().isSparing() ? "  ·  only what is looked at is kept" : "");
        });
        boolean lasts = session.computing().headway().get().isPresent();
        stop.setVisible(lasts);
        stop.setManaged(lasts);
    }
}
