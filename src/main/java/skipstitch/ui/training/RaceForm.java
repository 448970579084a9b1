package skipstitch.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import skipstitch.network.Network;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Session;
import skipstitch.training.Optimiser;
import skipstitch.training.RaceSettings;
import skipstitch.training.tasks.Task;

/** The settings of a race, to be chosen. */
final class RaceForm extends GridPane {
    private static final List<String> TRAINABLE =
            List.of("small-unet", "small-resnet", "small-densenet", "mini-unet", "mini-segnet", "mini-fcn",
                    "mini-linknet");
    private static final String DRAWN = "As drawn";

    private final Session session;
    private final ComboBox<Task> task = new ComboBox<>();
    private final ComboBox<String> network = new ComboBox<>();
    private final Map<Variant, CheckBox> merges = new LinkedHashMap<>();
    private final TextField seeds = field("race-seeds", String.valueOf(RaceSettings.SEEDS), "How many seeds");
    private final TextField steps = field("race-steps", String.valueOf(RaceSettings.STEPS), "Steps of each run");
    private final TextField batch = field("race-batch", String.valueOf(RaceSettings.BATCH), "Pictures in a batch");
    private final TextField rate = field("race-rate", String.valueOf(RaceSettings.RATE), "Learning rate");
    private final ComboBox<Optimiser> optimiser = new ComboBox<>();
    private final CheckBox equal = new CheckBox("Equal parameters");
    private final Label words = new Label();
    private int rows;

    RaceForm(Session session) {
        this.session = session;
        setId("race-form");
        setHgap(10);
        setVgap(7);
        choice(task, "race-task", "What is to be learned", List.of(Task.values()));
        task.setConverter(titles(Task::title, Task.values()));
        choice(network, "race-network", "Which network is trained",
                Stream.concat(TRAINABLE.stream().filter(name -> Presets.find(name).isPresent()),
                        Stream.of(DRAWN)).toList());
        choice(optimiser, "race-optimiser", "How gradients become changes", List.of(Optimiser.values()));
        optimiser.setConverter(titles(Optimiser::title, Optimiser.values()));
        words.getStyleClass().add("race-note");
        words.setWrapText(true);
        task.valueProperty().subscribe(chosen -> {
            words.setText(chosen.words());
            network.setValue(chosen.goal() == Task.Goal.WHOLE ? "small-resnet" : "small-unet");
        });
        row("Task", task);
        add(words, 0, rows++, 2, 1);
        row("Network", network);
        HBox boxes = new HBox(10);
        for (Variant variant : List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)) {
            CheckBox box = new CheckBox(variant.title());
            box.setId("race-merge-" + variant.word());
            box.setSelected(true);
            merges.put(variant, box);
            boxes.getChildren().add(box);
        }
        add(boxes, 0, rows++, 2, 1);
        row("Seeds", seeds);
        row("Steps", steps);
        row("Batch", batch);
        row("Learning rate", rate);
        row("Optimiser", optimiser);
        equal.setId("race-equal");
        add(equal, 0, rows++, 2, 1);
    }

    private void row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("race-label");
        label.setLabelFor(control);
        add(label, 0, rows);
        add(control, 1, rows++);
    }

    private static <T> void choice(ComboBox<T> box, String id, String says, List<T> all) {
        box.setId(id);
        box.setAccessibleText(says);
        box.getItems().setAll(all);
        box.setValue(all.getFirst());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(172);
    }

    private static TextField field(String id, String value, String says) {
        TextField field = new TextField(value);
        field.setId(id);
        field.setAccessibleText(says);
        field.setPrefWidth(172);
        return field;
    }

    private static <T> StringConverter<T> titles(Function<T, String> title, T[] all) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                return Stream.of(all).filter(each -> title.apply(each).equals(text)).findFirst().orElseThrow();
            }
        };
    }

    /** @throws IllegalArgumentException with a sentence, if something cannot be read or is out of its range */
    RaceSettings settings() {
        Network chosen = Presets.find(network.getValue()).map(Preset::network)
                .orElseGet(() -> session.document().get().network());
        List<Variant> lanes = new ArrayList<>();
        merges.forEach((variant, box) -> {
            if (box.isSelected()) {
                lanes.add(variant);
            }
        });
        int length = whole(steps, "Steps");
        int count = whole(seeds, "Seeds");
        if (count < 1 || count > RaceSettings.MOST_SEEDS) {
            throw new IllegalArgumentException("A race needs 1 to " + RaceSettings.MOST_SEEDS + " seeds, not " + count);
        }
        return new RaceSettings(task.getValue(), chosen, lanes, RaceSettings.seeds(1, count), length,
                whole(batch, "Batch"), number(rate.getText()), optimiser.getValue(),
                Math.clamp(length / 15, 1, RaceSettings.EVERY), RaceSettings.HELD_OUT, equal.isSelected());
    }

    private static int whole(TextField field, String name) {
        try {
            return Integer.parseInt(field.getText().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not '" + field.getText() + "'", e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A learning rate is a number, not '" + text + "'", e);
        }
    }
}
