package skipstitch.files;

import java.io.IOException;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Numbers as text, a line for each row of a map. A map has its numbers alone; a tensor begins with a line of names and
 * says before each row which channel and which row it is. Numbers are written so that reading them gives the same
 * float again; {@code nan}, {@code inf} and {@code -inf} as NumPy and pandas read them.
 */
public final class ExtractText {
    private ExtractText() {}

    /** @throws IOException if {@code out} refuses a piece */
    public static void write(Extract extract, char separator, Appendable out) throws IOException {
        switch (extract) {
            case Extract.Map(Tensor tensor, int channel) -> rows(tensor, channel, separator, out, false);
            case Extract.Whole(Tensor tensor) -> {
                out.append("channel").append(separator).append("row");
                for (int x = 0; x < tensor.shape().width(); x++) {
                    out.append(separator).append(Integer.toString(x));
                }
                out.append('\n');
                for (int channel = 0; channel < tensor.shape().channels(); channel++) {
                    rows(tensor, channel, separator, out, true);
                }
            }
        }
    }

    private static void rows(Tensor tensor, int channel, char separator, Appendable out, boolean named)
            throws IOException {
        Shape shape = tensor.shape();
        for (int y = 0; y < shape.height(); y++) {
            if (named) {
                out.append(Integer.toString(channel)).append(separator).append(Integer.toString(y)).append(separator);
            }
            for (int x = 0; x < shape.width(); x++) {
                if (x > 0) {
                    out.append(separator);
                }
                out.append(number(tensor.at(channel, y, x)));
            }
            out.append('\n');
        }
    }

    /** One number, as it is written there. */
    public static String number(float value) {
        if (Float.isNaN(value)) {
            return "nan";
        }
        return Float.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Float.toString(value);
    }
}
