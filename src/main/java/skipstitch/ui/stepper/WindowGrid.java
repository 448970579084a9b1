package skipstitch.ui.stepper;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import skipstitch.explain.Numerals;
import skipstitch.explain.arithmetic.Patch;
import skipstitch.explain.arithmetic.Term;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;

/** The numbers of a window, or of the kernel that weighs it, each on its colour; padding is hatched and says so. */
final class WindowGrid extends GridPane {
    /** More cells than this have no room for numbers. */
    static final int MOST_CELLS = 25;
    private static final double DARK = 0.5;

    private WindowGrid(Patch patch, String what, IntFunction<Float> number, IntFunction<Boolean> padding, ColourScale scale) {
        getStyleClass().add("window-grid");
        setAccessibleText(what);
        for (int i = 0; i < patch.terms().size(); i++) {
            boolean outside = padding.apply(i);
            Label cell = new Label(outside ? "0" : written(number.apply(i)));
            cell.getStyleClass().add(outside ? "padding-cell" : "window-cell");
            cell.setAlignment(Pos.CENTER);
            if (!outside) {
                paint(cell, scale.argb(number.apply(i)));
            }
            add(cell, i % patch.columns(), i / patch.columns());
        }
    }

    /** What was read. */
    static WindowGrid values(Patch patch, ColourScale scale) {
        List<Term> terms = patch.terms();
        return new WindowGrid(patch, "window", i -> terms.get(i).operand().value(), i -> terms.get(i).operand().padding(), scale);
    }

    /** The weights. */
    static WindowGrid weights(Patch patch) {
        List<Term> terms = patch.terms();
        float[] weights = new float[terms.size()];
        IntStream.range(0, weights.length).forEach(i -> weights[i] = terms.get(i).weight());
        Extent extent = new Tensor(new Shape(1, 1, weights.length), weights).extent();
        float reach = Math.max(Math.abs(extent.min()), Math.abs(extent.max()));
        return new WindowGrid(patch, "kernel", i -> weights[i], _ -> false,
                ColourScale.of(new Extent(-reach, reach, 0, 0)));
    }

    /** Two decimals: an exponent would not fit into a cell. */
    private static String written(float value) {
        return Math.abs(value) < 1000 || !Float.isFinite(value) ? Numerals.fixed(value, 2) : Numerals.value(value);
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
