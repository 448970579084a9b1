package skipstitch.ui.stepper;

import java.util.Locale;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Patch;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;

/** The numbers of a window, or of the kernel that weighs it, each on its colour; padding is dashed and without colour. */
final class WindowGrid extends GridPane {
    /** More cells than this have no room for numbers. */
    static final int MOST_CELLS = 25;
    private static final double DARK = 0.5;
    private static final double TOO_LONG = 1000;

    private WindowGrid(Tensor numbers, String what, IntPredicate padding, ColourScale scale) {
        getStyleClass().add("window-grid");
        setAccessibleText(what);
        for (int i = 0; i < numbers.values().length; i++) {
            float number = numbers.values()[i];
            boolean outside = padding.test(i);
            Label cell = new Label(outside ? "0" : written(number));
            cell.getStyleClass().add(outside ? "padding-cell" : "window-cell");
            cell.setAlignment(Pos.CENTER);
            if (!outside) {
                paint(cell, scale.argb(number));
            }
            add(cell, i % numbers.shape().width(), i / numbers.shape().width());
        }
    }

    /** What was read. */
    static WindowGrid values(Patch patch, ColourScale scale) {
        float[] values = new float[patch.terms().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = patch.terms().get(i).operand().value();
        }
        return new WindowGrid(tensor(patch, values), "window", i -> patch.terms().get(i).operand().padding(), scale);
    }

    /** The weights. */
    static WindowGrid weights(Patch patch) {
        float[] weights = new float[patch.terms().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = patch.terms().get(i).weight();
        }
        return kernel(tensor(patch, weights));
    }

    /** @param kernel {@code [1, kH, kW]} */
    static WindowGrid kernel(Tensor kernel) {
        Extent extent = kernel.extent();
        float reach = Math.max(Math.abs(extent.min()), Math.abs(extent.max()));
        return new WindowGrid(kernel, "kernel", _ -> false, ColourScale.of(new Extent(-reach, reach, 0, 0)));
    }

    private static Tensor tensor(Patch patch, float[] values) {
        return new Tensor(new Shape(1, patch.rows(), patch.columns()), values);
    }

    /** Two decimals: an exponent would not fit into a cell. */
    private static String written(float value) {
        return Math.abs(value) < TOO_LONG || !Float.isFinite(value) ? Numerals.fixed(value, 2) : Numerals.value(value);
    }

    private static void paint(Label cell, int argb) {
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        double light = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
        cell.setStyle(String.format(Locale.ROOT, "-fx-background-color: #%06x; -fx-text-fill: %s;", argb & 0xffffff,
                light < DARK ? "white" : "#10151c"));
    }
}
