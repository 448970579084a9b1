package skipstitch.ui.tensors;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.Words;

/** What the colours mean, in numbers, in one line that is always on screen. */
final class Legend extends HBox {
    private static final double BAR_WIDTH = 200;
    private static final double BAR_HEIGHT = 14;

    Legend(ColourScale scale, Extent extent, BooleanProperty ownScales) {
        getStyleClass().add("legend");
        setId("legend");
        CheckBox own = new CheckBox("own scale each");
        own.setId("own-scales");
        own.setTooltip(new Tooltip("Give each tensor a scale of its own, to see faint ones"));
        own.selectedProperty().bindBidirectional(ownScales);
        if (ownScales.get()) {
            getChildren().addAll(new Label("Each tensor has its own scale: colours do not compare."), own);
        } else {
            getChildren().addAll(number(scale.low()), bar(scale), number(scale.high()),
                    new Label("One scale for all: equal colours are equal numbers" + (scale.low() < 0 ? "; white is 0." : ".")),
                    own);
        }
        if (extent.nans() > 0) {
            getChildren().add(chip(ColourMap.NAN_ARGB, Words.count(extent.nans()) + " not a number (NaN)"));
        }
        if (extent.infinite() > 0) {
            getChildren().add(chip(ColourMap.INFINITE_ARGB, Words.count(extent.infinite()) + " infinite (∞)"));
        }
    }

    private ImageView bar(ColourScale scale) {
        ImageView strip = new ImageView();
        double device = Pixels.outputScale(this);
        int width = (int) Math.round(BAR_WIDTH * device);
        int height = (int) Math.round(BAR_HEIGHT * device);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double share = (double) (i % width) / (width - 1);
            pixels[i] = scale.argb((float) (scale.low() + share * ((double) scale.high() - scale.low())));
        }
        Pixels.show(strip, Pixels.image(pixels, width, height), device);
        return strip;
    }

    private static Label number(float value) {
        Label label = new Label(value == 0 ? "0" : (value > 0 ? "+" : "") + Words.value(value));
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
