package skipstitch.ui.tensors;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.ui.drawing.Buttons;
import skipstitch.ui.drawing.ScaleBar;
import skipstitch.ui.drawing.Words;

/** What the colours mean, in numbers, in one line that is always on screen. */
final class Legend extends HBox {
    private final BooleanProperty ownScales;
    private final CheckBox own = new CheckBox("own scale each");
    private final Label sentence = new Label();
    private final Button survived;

    /** @param survived asks what survived of the picture in what is shown */
    Legend(BooleanProperty ownScales, Runnable survived) {
        this.ownScales = ownScales;
        this.survived = Buttons.named("what-survived", "What survived?",
                "Rebuild the picture from this tensor with add, with concat, with no skip (U)", survived);
        getStyleClass().add("legend");
        setId("legend");
        own.setId("own-scales");
        own.setTooltip(new Tooltip("Give each tensor a scale of its own, to see faint ones"));
        own.selectedProperty().bindBidirectional(ownScales);
    }

    /**
     * Explains another scale. The check box stays where it is, and so does the keyboard's focus.
     *
     * @param device device pixels to a unit
     */
    void show(ColourScale scale, Extent extent, double device) {
        List<Node> parts = new ArrayList<>();
        if (ownScales.get()) {
            sentence.setText("Each tensor has its own scale: colours do not compare.");
        } else {
            sentence.setText("One scale for all: equal colours are equal numbers" + (scale.low() < 0 ? "; white is 0." : "."));
            parts.addAll(List.of(number(scale.low()), ScaleBar.of(scale, device), number(scale.high())));
        }
        parts.add(sentence);
        parts.add(own);
        parts.add(survived);
        if (extent.nans() > 0) {
            parts.add(chip(ColourMap.NAN_ARGB, Words.count(extent.nans()) + " not a number (NaN)"));
        }
        if (extent.infinite() > 0) {
            parts.add(chip(ColourMap.INFINITE_ARGB, Words.count(extent.infinite()) + " infinite (∞)"));
        }
        getChildren().setAll(parts);
    }

    /** Takes its size; where there is no room for the sentence it goes without. */
    void fit(double width) {
        for (boolean whole : new boolean[] {true, false}) {
            sentence.setVisible(whole);
            sentence.setManaged(whole);
            if (prefWidth(-1) <= width) {
                break;
            }
        }
        autosize();
    }

    private static Label number(float value) {
        Label label = new Label(ScaleBar.words(value));
        label.getStyleClass().add("legend-number");
        return label;
    }

    private static HBox chip(int argb, String words) {
        Region swatch = new Region();
        swatch.getStyleClass().add("chip-swatch");
        swatch.setBackground(new Background(new BackgroundFill(
                Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff), null, null)));
        HBox chip = new HBox(swatch, new Label(words));
        chip.getStyleClass().add("chip");
        return chip;
    }
}
