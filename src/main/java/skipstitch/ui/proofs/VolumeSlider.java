package skipstitch.ui.proofs;

import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import skipstitch.intervention.Volume;

/** A factor from 0.01 to 100 on a slider of equal ratios, with the factor in words; near 1 it snaps to it. */
final class VolumeSlider extends HBox {
    private static final double DECADES = 2;
    private static final double NEAR = 0.08;
    private static final double WIDTH = 120;

    private final Slider slider = new Slider(-DECADES, DECADES, 0);
    private final Label factor = new Label();
    private boolean showing;

    /**
     * @param begin  a drag begins
     * @param turned to a factor
     */
    VolumeSlider(Runnable begin, DoubleConsumer turned) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("volume");
        slider.setPrefWidth(WIDTH);
        slider.setBlockIncrement(0.25);
        slider.setAccessibleText("Volume of the branch, from ×0.01 to ×100");
        slider.setTooltip(new Tooltip("Multiplies the branch: in a sum the quiet one drowns"));
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> begin.run());
        slider.focusedProperty().subscribe(focused -> {
            if (focused) {
                begin.run();
            }
        });
        slider.valueProperty().subscribe(value -> {
            if (!showing) {
                boolean snaps = slider.isPressed() && Math.abs(value.doubleValue()) < NEAR;
                turned.accept(snaps ? 1 : factor(value.doubleValue()));
            }
        });
        factor.setId("volume-factor");
        factor.getStyleClass().add("volume-factor");
        getChildren().addAll(slider, factor);
    }

    private static double factor(double decades) {
        return Math.clamp(Math.pow(10, Math.rint(decades * 100) / 100), Volume.LEAST, Volume.MOST);
    }

    /** Shows a factor; turns nothing. */
    void show(float volume) {
        showing = true;
        if (Math.abs(Math.log10(volume) - slider.getValue()) > 0.005) {
            slider.setValue(Math.log10(volume));
        }
        factor.setText("×" + Volume.factor(volume));
        showing = false;
    }
}
