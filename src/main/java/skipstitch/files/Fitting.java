package skipstitch.files;

import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * From a picture to a network's input: the crop box resampled to {@code [C, H, W]}, values from 0 to 1.
 *
 * <p>Where the box shrinks, each value is the average of the area it covers; where it grows, values are
 * interpolated linearly. Both go on the stored values, as networks are fed: gamma is left alone.
 */
public final class Fitting {
    /** Luma of Rec. ITU-R BT.709: red, green, blue. */
    private static final double[] LUMA = {0.2126, 0.7152, 0.0722};
    private static final int COLOURS = 3;

    private Fitting() {}

    /** The middle of the picture, as much as the input's aspect allows. */
    public static Tensor toTensor(Picture picture, Shape input) {
        return toTensor(picture, CropBox.centred(picture, input), input);
    }

    /**
     * What the box holds. One channel is the luma (BT.709), three are red, green and blue; any other number repeats
     * red, green, blue in turn: two are red and green, four end with red again.
     *
     * @param input {@code [C, H, W]}
     * @throws IllegalArgumentException if the box is not within the picture
     */
    public static Tensor toTensor(Picture picture, CropBox box, Shape input) {
        if (!box.isWithin(picture)) {
            throw new IllegalArgumentException(box + " is not within " + picture);
        }
        double[][] colours = resample(picture, Resampling.of(box.x(), box.width(), picture.width(), input.width()),
                Resampling.of(box.y(), box.height(), picture.height(), input.height()));
        int area = input.area();
        float[] values = new float[input.elements()];
        for (int channel = 0; channel < input.channels(); channel++) {
            for (int i = 0; i < area; i++) {
                double value = input.channels() == 1
                        ? LUMA[0] * colours[0][i] + LUMA[1] * colours[1][i] + LUMA[2] * colours[2][i]
                        : colours[channel % COLOURS][i];
                // Weights that sum to 1 but for rounding may lead out of range by as much.
                values[channel * area + i] = (float) Math.clamp(value / 255, 0.0, 1.0);
            }
        }
        return new Tensor(input, values);
    }

    /** Red, green and blue, 0 to 255, of the output's size: along the rows first, each row only once. */
    private static double[][] resample(Picture picture, Resampling across, Resampling down) {
        int width = across.length();
        double[][] colours = new double[COLOURS][width * down.length()];
        double[][] row = new double[COLOURS][width];
        int first = down.firstSource();
        int beyond = down.beyondSource();
        // Outputs are in order, so those that a row contributes to move down with it.
        int from = 0;
        for (int y = first; y < beyond; y++) {
            across.row(picture, y, row);
            while (from < down.length() && down.beyond(from) <= y) {
                from++;
            }
            for (int out = from; out < down.length() && down.first(out) <= y; out++) {
                double weight = down.weight(out, y);
                for (int colour = 0; colour < COLOURS; colour++) {
                    for (int x = 0; x < width; x++) {
                        colours[colour][out * width + x] += weight * row[colour][x];
                    }
                }
            }
        }
        return colours;
    }
}
