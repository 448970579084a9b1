package skipstitch.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import skipstitch.document.Document;
import skipstitch.document.Edit;
import skipstitch.document.Remedies;
import skipstitch.document.ResizeInput;
import skipstitch.explain.Inspector;
import skipstitch.explain.SizeWords;
import skipstitch.network.Fit;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** Why the selected node has no tensor: the rule, what breaks it, and what would mend it. */
final class MisfitCard extends VBox {
    /** The usual ones come first; more would push the settings out of sight. */
    private static final int MOST_OFFERED = 5;

    private final Consumer<Edit> mend;
    private final VBox choices = new VBox();

    /** @param mend called with the choice that was made */
    MisfitCard(Consumer<Edit> mend) {
        this.mend = mend;
        setId("misfit");
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("misfit-card");
        choices.getStyleClass().add("misfit-choices");
    }

    /** Shows what is wrong with a node, or nothing. */
    void show(Document document, NodeId node) {
        getChildren().clear();
        List<Label> words = words(document, node);
        getChildren().addAll(words);
        getChildren().add(choices);
        offer(Remedies.of(document, node));
        setVisible(!words.isEmpty());
        setManaged(!words.isEmpty());
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    /** A button for each, below the words; sizes of the input, whose titles are short, side by side. */
    private void offer(List<Remedies.Remedy> remedies) {
        List<Remedies.Remedy> mending = remedies.subList(0, Math.min(MOST_OFFERED, remedies.size()));
        HBox sizes = new HBox();
        sizes.getStyleClass().add("misfit-sizes");
        choices.getChildren().setAll(sizes);
        for (Remedies.Remedy choice : mending) {
            (choice.edit() instanceof ResizeInput ? sizes : choices).getChildren().add(button(choice));
        }
        sizes.setManaged(!sizes.getChildren().isEmpty());
        choices.setVisible(!mending.isEmpty());
        choices.setManaged(!mending.isEmpty());
    }

    private Button button(Remedies.Remedy choice) {
        Button button = new Button(choice.title());
        if (!choice.information().isEmpty()) {
            button.setTooltip(new Tooltip(choice.information()));
        }
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> mend.accept(choice.edit()));
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static List<Label> words(Document document, NodeId node) {
        List<Label> words = new ArrayList<>();
        Network network = document.network();
        Shapes shapes = Shapes.of(network);
        switch (shapes.fit(node)) {
            case Fit.Breaks(Misfit misfit) -> {
                words.add(label(misfit.rule().sentence() + ".", "misfit-rule"));
                words.add(label(misfit.why() + ".", "misfit-why"));
                SizeWords.of(shapes, misfit).map(sentence -> label(sentence, "misfit-why")).ifPresent(words::add);
            }
            case Fit.Waits(NodeId upstream) -> words.add(label("Waits for "
                    + network.find(upstream).map(Node::label).orElse(upstream.value()) + ", which does not fit.",
                    "misfit-why"));
            case Fit.Fits _ -> document.lanes().stream().flatMap(lane -> inLane(lane, network, node).stream())
                    .map(sentence -> label(sentence, "misfit-why")).forEach(words::add);
        }
        return words;
    }

    private static Optional<String> inLane(Variant variant, Network network, NodeId node) {
        return variant.of(network).shapes().fit(node) instanceof Fit.Breaks(Misfit misfit)
                ? Optional.of("In the " + Inspector.laneTitle(variant) + ": " + misfit.why() + ".") : Optional.empty();
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
