package skipstitch.ui.drawing;

import javafx.scene.image.ImageView;
import skipstitch.tensor.ColourScale;

/** The colours of a scale from its lowest value to its highest. */
public final class ScaleBar {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 14;

    private ScaleBar() {}

    /** @param device device pixels to a unit */
    public static ImageView of(ColourScale scale, double device) {
        ImageView strip = new ImageView();
        int width = (int) Math.round(WIDTH * device);
        int height = (int) Math.round(HEIGHT * device);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double share = (double) (i % width) / (width - 1);
            pixels[i] = scale.argb((float) (scale.low() + share * ((double) scale.high() - scale.low())));
        }
        Pixels.show(strip, Pixels.image(pixels, width, height), device);
        return strip;
    }

    /** How a value at an end of the bar is written: with its sign. */
    public static String words(float value) {
        return value == 0 ? "0" : (value > 0 ? "+" : "") + Words.value(value);
    }
}
