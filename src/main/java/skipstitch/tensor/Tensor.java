package skipstitch.tensor;

import java.util.Arrays;
import skipstitch.network.Shape;

/**
 * One sample's values, {@code [C, H, W]}: channel by channel, row by row. The array is shared, not copied:
 * whoever makes a tensor gives the array away, and nobody writes into it after.
 *
 * @param shape  {@code [C, H, W]}
 * @param values C·H·W of them
 */
public record Tensor(Shape shape, float[] values) {

    /** @throws IllegalArgumentException if there are not exactly as many values as the shape has elements */
    public Tensor {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(shape + " has " + shape.elements() + " elements, not " + values.length);
        }
    }

    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.elements()]);
    }

    public float at(int channel, int y, int x) {
        return values[index(channel, y, x)];
    }

    public int index(int channel, int y, int x) {
        return (channel * shape.height() + y) * shape.width() + x;
    }

    /** One channel, copied: {@code [1, H, W]}. */
    public Tensor map(int channel) {
        int first = channel * shape.area();
        return new Tensor(shape.withChannels(1), Arrays.copyOfRange(values, first, first + shape.area()));
    }

    /** Smallest and largest finite value, and how many values are not finite, over all channels. */
    public Extent extent() {
        return Extent.of(values, 0, values.length);
    }

    /** The same of one channel. */
    public Extent extent(int channel) {
        return Extent.of(values, channel * shape.area(), shape.area());
    }

    /**
     * Value by value what this has more than another.
     *
     * @throws IllegalArgumentException if their shapes differ
     */
    public Tensor minus(Tensor other) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException(shape + " and " + other.shape + " have no difference");
        }
        float[] difference = new float[values.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values[i] - other.values[i];
        }
        return new Tensor(shape, difference);
    }
}
