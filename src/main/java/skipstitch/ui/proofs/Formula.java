package skipstitch.ui.proofs;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A line of a formula, in the branches' colours. */
final class Formula extends HBox {

    /** @param style of colours: {@code skip-side}, {@code main-side}, or another */
    Formula(Node... parts) {
        super(parts);
        setAlignment(Pos.BASELINE_LEFT);
        getStyleClass().add("formula");
    }

    static Label words(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("formula-words", style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** What stands lower and smaller, as {@code skip} in {@code W_skip}. */
    static Label low(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("formula-low", style);
        label.setMinWidth(USE_PREF_SIZE);
        label.setTranslateY(LOWER);
        return label;
    }

    private static final double LOWER = 4;
}
