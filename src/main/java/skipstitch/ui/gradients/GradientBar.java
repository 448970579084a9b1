package skipstitch.ui.gradients;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import skipstitch.explain.Inspector;
import skipstitch.explain.Numerals;
import skipstitch.explain.gradients.LogScale;
import skipstitch.explain.gradients.Objective;
import skipstitch.session.Gradients;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Buttons;
import skipstitch.ui.drawing.FlowBand;

/** Below the lanes while gradients are drawn on them: the number that they are of, and what the bands mean. */
public final class GradientBar extends HBox {
    private static final double LENGTH = 34;

    private final Gradients gradients;
    private final ComboBox<Kind> kinds = new ComboBox<>();
    private final Spinner<Integer> channel = new Spinner<>(0, 4096, 0);
    private final Label value = new Label();
    private final HBox legend = new HBox(10);

    /** What can be chosen; a place or a channel is chosen beside it. */
    private enum Kind {
        MEAN("the output's mean"), ONE_VALUE("one output value"), LOSS("a loss");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        static Kind of(Objective objective) {
            return switch (objective) {
                case Objective.Mean _ -> MEAN;
                case Objective.OneValue _ -> ONE_VALUE;
                case Objective.CrossEntropy _ -> LOSS;
            };
        }
    }

    public GradientBar(Session session) {
        this.gradients = session.sheets().gradients();
        setId("gradient-bar");
        getStyleClass().add("gradient-bar");
        kinds.setId("gradient-of");
        kinds.getItems().addAll(Kind.values());
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(Kind kind) {
                return kind == null ? "" : kind.title;
            }

            @Override
            public Kind fromString(String title) {
                return Kind.MEAN;
            }
        });
        kinds.setValue(Kind.of(gradients.objectiveProperty().get()));
        kinds.setTooltip(new Tooltip("The one number whose gradient with respect to every tensor is drawn"));
        channel.setId("gradient-channel");
        channel.setEditable(true);
        channel.getValueFactory().setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return String.valueOf(number);
            }

            /** What is no number leaves the channel that there was. */
            @Override
            public Integer fromString(String typed) {
                return typed.strip().matches("\\d{1,4}") ? Integer.valueOf(typed.strip()) : channel.getValue();
            }
        });
        channel.setPrefWidth(84);
        channel.setTooltip(new Tooltip("The output's channel: of the value in the middle of its map, or the one that the"
                + " loss takes to be right"));
        value.getStyleClass().add("gradient-value");
        value.setId("gradient-value");
        legend.getStyleClass().add("gradient-legend");
        legend.setId("gradient-legend");
        Label of = new Label("∇ Gradient of");
        of.getStyleClass().add("gradient-title");
        of.setMinWidth(Region.USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().addAll(of, kinds, channel, value, spacer, legend,
                Buttons.named("close-gradients", "Close", "No gradients on the edges (G)", gradients::close));
        kinds.valueProperty().subscribe(_ -> choose());
        channel.valueProperty().subscribe(_ -> choose());
        gradients.openProperty().subscribe(open -> {
            setVisible(open);
            setManaged(open);
        });
        gradients.found().subscribe(_ -> show());
        gradients.staleProperty().subscribe(_ -> show());
    }

    private void choose() {
        int of = Optional.ofNullable(channel.getValue()).orElse(0);
        boolean needsChannel = kinds.getValue() != Kind.MEAN;
        channel.setVisible(needsChannel);
        channel.setManaged(needsChannel);
        gradients.objectiveProperty().set(switch (kinds.getValue()) {
            case MEAN -> new Objective.Mean();
            case ONE_VALUE -> Objective.OneValue.inTheMiddle(of);
            case LOSS -> new Objective.CrossEntropy(of);
        });
    }

    private void show() {
        List<Node> parts = new ArrayList<>();
        Label flows = new Label("flows right to left; √Σg² on each edge");
        flows.getStyleClass().add("gradient-note");
        parts.add(flows);
        gradients.found().get().map(Gradients.Found::scale).ifPresent(scale -> scale.marks()
                .forEach(exponent -> parts.add(sample(exponent, scale.share(Math.pow(10, exponent))))));
        legend.getChildren().setAll(parts);
        value.setText(gradients.staleProperty().get() ? "computing…" : gradients.found().get().map(found ->
                found.lanes().stream().map(lane -> Inspector.laneTitle(lane.ran().lane().variant()) + " "
                        + Numerals.value(lane.value())).collect(Collectors.joining("  ·  "))).orElse("computing…"));
    }

    private static HBox sample(int exponent, double share) {
        Rectangle band = new Rectangle(LENGTH, FlowBand.width(share));
        band.getStyleClass().add("flow-sample");
        Label number = new Label(LogScale.power(exponent));
        number.getStyleClass().add("legend-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox sample = new HBox(4, band, number);
        sample.getStyleClass().add("flow-sample-box");
        return sample;
    }
}
