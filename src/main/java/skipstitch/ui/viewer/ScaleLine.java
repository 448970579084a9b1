package skipstitch.ui.viewer;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import skipstitch.explain.Closeup;
import skipstitch.tensor.ColourScale;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.ScaleBar;

/** What the colours of the open tensor mean, in numbers. */
final class ScaleLine extends HBox {
    private Optional<ColourScale> shown = Optional.empty();

    ScaleLine(Gaze gaze) {
        getStyleClass().add("legend");
        setId("viewer-scale");
        gaze.closeup().subscribe(now -> now.filter(each -> !shown.equals(Optional.of(each.scale()))).ifPresent(this::show));
        Pixels.onScaleChange(this, () -> gaze.closeup().get().ifPresent(this::show));
    }

    private void show(Closeup now) {
        ColourScale scale = now.scale();
        shown = Optional.of(scale);
        getChildren().setAll(number(scale.low()), ScaleBar.of(scale, Pixels.outputScale(this)), number(scale.high()),
                new Label(now.other().isPresent() ? "One scale for both lanes." : "One scale for all channels."));
    }

    private static Label number(float value) {
        Label label = new Label(ScaleBar.words(value));
        label.getStyleClass().add("legend-number");
        return label;
    }
}
