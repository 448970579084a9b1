package skipstitch.ui.tensors;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.ui.Pixels;
import skipstitch.ui.Words;

/** What the colours mean, in numbers; always on screen. */
final class Legend extends VBox {
    private static final double BAR_WIDTH = 240;
    private static final double BAR_HEIGHT = 14;

    Legend(ColourScale scale, Extent extent, BooleanProperty ownScales) {
        getStyleClass().add("legend");
        Label words = new Label(ownScales.get() ? "each tensor has its own scale: colours do not compare"
                : "one scale for all: equal colours are equal numbers");
        words.getStyleClass().add("legend-words");
        CheckBox own = new CheckBox("own scale each");
        own.setId("own-scales");
        own.setTooltip(new Tooltip("Give each tensor a scale of its own, to see faint ones"));
        own.selectedProperty().bindBidirectional(ownScales);
        getChildren().add(words);
        if (!ownScales.get()) {
            getChildren().add(bar(scale));
        }
        HBox last = new HBox(own);
        last.getStyleClass().add("legend-row");
        if (extent.nans() > 0) {
            last.getChildren().add(chip(ColourMap.NAN_ARGB, "NaN: " + Words.count(extent.nans())));
        }
        if (extent.infinite() > 0) {
            last.getChildren().add(chip(ColourMap.INFINITE_ARGB, "∞: " + Words.count(extent.infinite())));
        }
        getChildren().add(last);
    }

    private Pane bar(ColourScale scale) {
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
        Pane pane = new Pane(strip);
        number(pane, scale.low(), 0);
        if (scale.low() < 0) {
            number(pane, 0, 0.5);
        }
        number(pane, scale.high(), 1);
        pane.setMinSize(BAR_WIDTH, BAR_HEIGHT + 22);
        pane.setMaxWidth(BAR_WIDTH);
        return pane;
    }

    private static void number(Pane pane, float value, double share) {
        Label label = new Label(value == 0 ? "0" : (value > 0 ? "+" : "") + Words.value(value));
        label.getStyleClass().add("legend-number");
        label.setLayoutY(BAR_HEIGHT + 2);
        label.widthProperty().subscribe(width -> label.setLayoutX(Math.round(share * (BAR_WIDTH - width.doubleValue()))));
        pane.getChildren().add(label);
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
