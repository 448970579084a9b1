package skipstitch.ui.editing;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import skipstitch.document.Edit;
import skipstitch.document.ResizeInput;
import skipstitch.explain.SizeWords;
import skipstitch.network.InputSizes;
import skipstitch.network.Network;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** A few sizes of the input at which the network works, one click each; and what is wrong with the one that it has. */
public final class SizeChoices extends VBox {
    private final Consumer<Edit> take;
    private final Label words = new Label();
    private final FlowPane choices = new FlowPane();

    /** @param take called with the choice that was made */
    public SizeChoices(Consumer<Edit> take) {
        this.take = take;
        setId("input-sizes");
        getStyleClass().add("size-choices");
        setMinHeight(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        choices.getStyleClass().add("size-buttons");
        getChildren().addAll(words, choices);
    }

    /** Shows those of a network; nothing where it has no input, or several. */
    public void show(Network network) {
        Optional<InputSizes> sizes = InputSizes.of(network);
        choices.getChildren().clear();
        sizes.ifPresent(each -> {
            words.setText(SizeWords.of(Shapes.of(network)).orElse("Other sizes that work"));
            each.choices().forEach(shape -> choices.getChildren().add(choice(each, shape)));
        });
        shown(!choices.getChildren().isEmpty());
    }

    /** Takes it away, or back. */
    void shown(boolean wanted) {
        setVisible(wanted);
        setManaged(wanted);
    }

    private Button choice(InputSizes sizes, Shape shape) {
        Button button = new Button(SizeWords.size(shape));
        button.setId("size-" + shape.height() + "x" + shape.width());
        button.setTooltip(new Tooltip("Give the network a picture of " + SizeWords.size(shape) + " pixels"));
        button.setOnAction(_ -> take.accept(new ResizeInput(sizes.node().id(), shape)));
        return button;
    }
}
