package skipstitch.ui.stepper;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.controlsfx.control.SegmentedButton;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Session;
import skipstitch.session.Stepping;
import skipstitch.session.Stepping.Speed;
import skipstitch.ui.drawing.Motion;

/** At the bottom of the window: play, the layers as stations, how closely one looks, and where one is in words. */
public final class StepperBar extends HBox {
    private static final String TO_FIRST = "M 2 2 L 4 2 L 4 14 L 2 14 Z M 13 2 L 13 14 L 5 8 Z";
    private static final String BACK = "M 12 2 L 12 14 L 3 8 Z";
    private static final String ON = "M 4 2 L 4 14 L 13 8 Z";
    private static final String PAUSE = "M 3 2 L 6 2 L 6 14 L 3 14 Z M 10 2 L 13 2 L 13 14 L 10 14 Z";

    private final Stepping stepping;
    private final Button play = button("play", ON, "");
    private final MenuButton speed = new MenuButton();
    private final Map<Depth, ToggleButton> depths = new EnumMap<>(Depth.class);
    private final Label words = new Label();

    /** @param motion whether what moves is shown moving */
    public StepperBar(Session session, Motion motion) {
        this.stepping = session.stepping();
        getStyleClass().add("stepper-bar");
        Button first = button("step-first", TO_FIRST, "To the first (Home)");
        Button back = button("step-back", BACK, "One step back (← or Page Up)");
        Button on = button("step-on", ON, "One step on (→ or Page Down)");
        first.setOnAction(_ -> stepping.go(Stepper::first));
        back.setOnAction(_ -> stepping.go(Stepper::previous));
        on.setOnAction(_ -> stepping.go(Stepper::next));
        play.setOnAction(_ -> stepping.togglePlay());
        play.getStyleClass().add("play");
        speed.setId("speed");
        speed.getStyleClass().add("speed");
        speed.setTooltip(new Tooltip("How fast it plays, and whether what moves is shown moving"));
        fillSpeeds(motion);
        words.setId("step-words");
        words.getStyleClass().add("step-words");
        StationTrack track = new StationTrack(session);
        setHgrow(track, Priority.ALWAYS);
        getChildren().addAll(first, back, play, on, speed, track, depthSwitch(), words);
        stepping.playing().subscribe(this::showPlaying);
        stepping.speed().subscribe(now -> speed.setText(now.title()));
        stepping.stepper().subscribe(this::show);
    }

    private void fillSpeeds(Motion motion) {
        ToggleGroup group = new ToggleGroup();
        for (Speed each : Speed.values()) {
            RadioMenuItem item = new RadioMenuItem(each.title());
            item.setId("speed-" + each.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(_ -> stepping.speed().set(each));
            stepping.speed().subscribe(now -> item.setSelected(now == each));
            speed.getItems().add(item);
        }
        CheckMenuItem moving = new CheckMenuItem("Show what moves");
        moving.setId("motion");
        moving.selectedProperty().bindBidirectional(motion.on());
        speed.getItems().addAll(new SeparatorMenuItem(), moving);
    }

    private static Button button(String id, String path, String tooltip) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon(path));
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Node icon(String path) {
        SVGPath icon = new SVGPath();
        icon.setContent(path);
        icon.getStyleClass().add("step-icon");
        return icon;
    }

    private void showPlaying(boolean plays) {
        String tooltip = plays ? "Stop (Space)" : "Play on by itself (Space)";
        play.setGraphic(icon(plays ? PAUSE : ON));
        play.setText(plays ? "Stop" : "Play");
        play.getTooltip().setText(tooltip);
        play.setAccessibleText(tooltip);
    }

    private SegmentedButton depthSwitch() {
        SegmentedButton segments = new SegmentedButton();
        segments.getStyleClass().add("depth-switch");
        for (Depth depth : Depth.values()) {
            String word = depth.word();
            ToggleButton button = new ToggleButton(Character.toUpperCase(word.charAt(0)) + word.substring(1));
            button.setId("depth-" + word);
            button.setTooltip(new Tooltip(depth == Depth.NETWORK ? "The whole network (Esc, or ↑ until it is seen)"
                    : "One " + word + " (↓ goes deeper, ↑ back)"));
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    stepping.go(now -> now.at(depth));
                }
            });
            // A click on the selected one must not deselect it.
            button.setOnAction(_ -> button.setSelected(true));
            depths.put(depth, button);
            segments.getButtons().add(button);
        }
        return segments;
    }

    private void show(Stepper now) {
        depths.get(now.depth()).setSelected(true);
        words.setText(now.words());
    }
}
