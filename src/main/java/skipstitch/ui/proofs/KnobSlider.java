package skipstitch.ui.proofs;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.document.TurnKnob;
import skipstitch.intervention.KnobStop;
import skipstitch.session.Session;

/** The knob: a slider with three stops, which a drag near one snaps to. */
final class KnobSlider extends Region {
    private static final double NEAR = 0.05;
    private static final double STEP = 0.05;
    /** From the slider's end to the middle of its thumb there. */
    private static final double THUMB = 9;
    private static final double TICK = 7;

    private final Session session;
    private final Slider slider = new Slider(KnobStop.NO_SKIP.at(), KnobStop.OWN.at(), KnobStop.OWN.at());
    private final Map<KnobStop, Node> stops = new EnumMap<>(KnobStop.class);
    private final Map<KnobStop, Region> ticks = new EnumMap<>(KnobStop.class);
    private boolean showing;
    private int gesture;

    KnobSlider(Session session) {
        this.session = session;
        getStyleClass().add("knob-slider");
        slider.setId("knob");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText("The skip's kernels: 0 is no skip, 1 add, 2 its own concat");
        slider.setTooltip(new Tooltip("The skip's kernels, from 0 over the main branch's to their own "
                + "(arrows; 0, 1, 2 for the stops)"));
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> begin());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        slider.focusedProperty().subscribe(focused -> {
            if (focused) {
                begin();
            }
        });
        slider.valueProperty().subscribe(value -> turn(value.doubleValue()));
        slider.pressedProperty().subscribe(pressed -> {
            if (!pressed) {
                show(session.document().get().knob());
            }
        });
        addStop(KnobStop.NO_SKIP, Pos.TOP_LEFT, "no skip", Formula.words("W", "skip-side"),
                Formula.low("skip", "skip-side"), Formula.words(" = 0", "plain-side"));
        addStop(KnobStop.ADD, Pos.TOP_CENTER, "add", Formula.words("= W", "main-side"),
                Formula.low("main", "main-side"));
        addStop(KnobStop.OWN, Pos.TOP_RIGHT, "concat", Formula.words("its own", "plain-side"));
        getChildren().add(slider);
    }

    private void addStop(KnobStop stop, Pos alignment, String lane, Node... formula) {
        Label name = new Label(lane);
        name.getStyleClass().add("knob-stop-name");
        Formula line = new Formula(formula);
        line.setAlignment(switch (alignment) {
            case TOP_LEFT -> Pos.BASELINE_LEFT;
            case TOP_CENTER -> Pos.BASELINE_CENTER;
            default -> Pos.BASELINE_RIGHT;
        });
        VBox words = new VBox(line, name);
        words.setId("knob-stop:" + stop.ordinal());
        words.setAlignment(alignment);
        words.getStyleClass().add("knob-stop");
        words.setCursor(Cursor.HAND);
        words.setOnMouseClicked(_ -> jump(stop));
        Region tick = new Region();
        tick.getStyleClass().add("knob-tick");
        tick.setMouseTransparent(true);
        stops.put(stop, words);
        ticks.put(stop, tick);
        getChildren().addAll(tick, words);
    }

    /** Shows where the knob stands; turns nothing. */
    void show(double knob) {
        showing = true;
        slider.setValue(knob);
        showing = false;
    }

    private void begin() {
        gesture = session.history().get().newGesture();
    }

    private void turn(double value) {
        if (showing) {
            return;
        }
        double knob = value;
        for (KnobStop stop : KnobStop.values()) {
            if (slider.isPressed() && Math.abs(value - stop.at()) < NEAR) {
                knob = stop.at();
            }
        }
        // The keyboard's steps add up to a stop but for rounding.
        double rounded = Math.clamp(Math.rint(knob * 1_000) / 1_000, KnobStop.NO_SKIP.at(), KnobStop.OWN.at());
        session.edit(new TurnKnob(rounded, gesture));
    }

    private void jump(KnobStop stop) {
        session.edit(new TurnKnob(stop.at(), 0));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DIGIT0, NUMPAD0 -> jump(KnobStop.NO_SKIP);
            case DIGIT1, NUMPAD1 -> jump(KnobStop.ADD);
            case DIGIT2, NUMPAD2 -> jump(KnobStop.OWN);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(-1) + TICK + stops.get(KnobStop.ADD).prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = Math.ceil(slider.prefHeight(-1));
        slider.resizeRelocate(0, 0, width, height);
        stops.forEach((stop, words) -> {
            double middle = THUMB + (width - 2 * THUMB) * stop.at() / KnobStop.OWN.at();
            ticks.get(stop).resizeRelocate(Math.rint(middle - 1), height - 1, 2, TICK - 1);
            double wide = Math.ceil(words.prefWidth(-1));
            double left = switch (stop) {
                case NO_SKIP -> 0;
                case ADD -> Math.rint(middle - wide / 2);
                case OWN -> width - wide;
            };
            words.resizeRelocate(left, height + TICK - 1, wide, Math.ceil(words.prefHeight(-1)));
        });
    }
}
