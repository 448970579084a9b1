package skipstitch.ui.depth;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import skipstitch.explain.depth.BlockKind;
import skipstitch.explain.depth.DepthSettings;
import skipstitch.explain.depth.InitialKernels;
import skipstitch.ui.drawing.Buttons;

/** The other dials, one at a time: which one, then its settings and what it does. */
final class DialBar extends VBox {
    private static final double STEP = 0.05;

    private final ObjectProperty<DepthSettings> settings;
    private final ObjectProperty<Dial> chosen = new SimpleObjectProperty<>(Dial.SHORTCUT);
    private final Map<Dial, Node> controls = new EnumMap<>(Dial.class);

    DialBar(ObjectProperty<DepthSettings> settings) {
        this.settings = settings;
        setId("depth-dials");
        getStyleClass().add("depth-dials");
        var which = new Segments<>("depth-dial", List.of(Dial.values()), dial -> dial.title(settings.get()),
                Dial::words, chosen, chosen::set).node();
        settings.subscribe(now -> {
            for (Dial dial : Dial.values()) {
                ((ToggleButton) which.getButtons().get(dial.ordinal())).setText(dial.title(now));
            }
        });
        for (Dial dial : Dial.values()) {
            controls.put(dial, control(dial));
        }
        Label words = new Label();
        words.getStyleClass().add("depth-note");
        words.setWrapText(true);
        HBox control = new HBox(14);
        control.getStyleClass().add("depth-control");
        chosen.subscribe(dial -> {
            words.setText(dial.words());
            control.getChildren().setAll(controls.get(dial), words);
        });
        FlowPane first = new FlowPane(10, 6, which, Buttons.named("depth-usual", "As usual",
                "All dials as they were, but for the number of blocks",
                () -> settings.set(DepthSettings.usual().withBlocks(settings.get().blocks()))));
        getChildren().addAll(first, control);
    }

    private Node control(Dial dial) {
        return switch (dial) {
            case SHORTCUT -> shortcut();
            case RELU -> two(dial, "Before the merge", "After the merge", DepthSettings::reluAfterMerge,
                    DepthSettings::withReluAfterMerge);
            case NORM -> two(dial, "Off", "On", DepthSettings::norm, DepthSettings::withNorm);
            case KERNELS -> choice(dial, List.of(InitialKernels.values()), InitialKernels::title,
                    DepthSettings::kernels, DepthSettings::withKernels);
            case KIND -> choice(dial, List.of(BlockKind.values()), kind -> "Two " + kind.title(), DepthSettings::kind,
                    DepthSettings::withKind);
            case SEED -> seed();
        };
    }

    private Node shortcut() {
        Slider slider = new Slider(0, DepthSettings.MOST_SHORTCUT, settings.get().shortcut());
        slider.setId("depth-lambda");
        slider.setAccessibleText("λ on each shortcut, from 0 to 1.5");
        slider.setBlockIncrement(STEP);
        slider.setPrefWidth(280);
        Label value = new Label();
        value.setMinWidth(70);
        slider.valueProperty().subscribe(now ->
                settings.set(settings.get().withShortcut(Math.rint(now.doubleValue() / STEP) / Math.rint(1 / STEP))));
        settings.subscribe(now -> {
            value.setText(Dial.SHORTCUT.setting(now));
            if (Math.abs(slider.getValue() - now.shortcut()) > STEP) {
                slider.setValue(now.shortcut());
            }
        });
        HBox box = new HBox(10, slider, value);
        box.getStyleClass().add("depth-control");
        return box;
    }

    private Node two(Dial dial, String off, String on, Function<DepthSettings, Boolean> now,
                     BiFunction<DepthSettings, Boolean, DepthSettings> with) {
        return choice(dial, List.of(false, true), each -> each ? on : off, now, with);
    }

    private <T> Node choice(Dial dial, List<T> choices, Function<T, String> title, Function<DepthSettings, T> now,
                            BiFunction<DepthSettings, T, DepthSettings> with) {
        String id = "depth-" + dial.name().toLowerCase(Locale.ROOT);
        return new Segments<>(id, choices, title, _ -> dial.words(), settings.map(now),
                each -> settings.set(with.apply(settings.get(), each))).node();
    }

    private Node seed() {
        Label value = new Label();
        settings.subscribe(now -> value.setText("seed " + now.seed()));
        HBox box = new HBox(10, value, Buttons.named("depth-next-seed", "Another seed", "Draw all kernels anew",
                () -> settings.set(settings.get().withSeed(settings.get().seed() + 1))));
        box.getStyleClass().add("depth-control");
        return box;
    }
}
