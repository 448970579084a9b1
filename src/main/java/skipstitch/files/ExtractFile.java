package skipstitch.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Tensor;

/** Saving a tensor, or one of its maps, in the formats that other programs read. */
public final class ExtractFile {
    private ExtractFile() {}

    /** What a file is for. */
    public enum Format {
        /** For NumPy: a tensor as {@code [1, C, H, W]}, a map as {@code [H, W]}. */
        NPY(".npy"),
        /** For spreadsheets and pandas: see {@link ExtractText}. */
        CSV(".csv"),
        /** To be looked at: see {@link ExtractPicture}. */
        PNG(".png");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** Of a file's name, with its dot. */
        public String ending() {
            return ending;
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @param scale the colours of a picture
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Extract extract, Format format, ColourScale scale) throws IOException {
        switch (format) {
            case NPY -> npy(file, extract);
            case CSV -> AtomicFile.write(file, out -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
                ExtractText.write(extract, ',', text);
                text.flush();
            });
            case PNG -> {
                ExtractPicture picture = ExtractPicture.of(extract, scale);
                PngFile.write(file, picture.argb(), picture.width(), picture.height());
            }
        }
    }

    private static void npy(Path file, Extract extract) throws IOException {
        switch (extract) {
            case Extract.Whole(Tensor tensor) -> NpyFile.write(file, tensor);
            case Extract.Map(Tensor tensor, int channel) -> {
                Shape shape = tensor.shape();
                float[] map = Arrays.copyOfRange(tensor.values(), channel * shape.area(), (channel + 1) * shape.area());
                NpyFile.write(file, map, shape.height(), shape.width());
            }
        }
    }
}
