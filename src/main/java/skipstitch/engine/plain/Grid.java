package skipstitch.engine.plain;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * One sample's values in double precision, {@code [C, H, W]}. The array belongs to whoever made it until it is handed
 * on; nobody writes into it after.
 */
record Grid(Shape shape, double[] values) {

    static Grid zeros(Shape shape) {
        return new Grid(shape, new double[shape.elements()]);
    }

    static Grid of(Tensor tensor) {
        return of(tensor.shape(), tensor.values(), 0);
    }

    /** Those of a batch that begin at an index. */
    static Grid of(Shape shape, float[] batch, int first) {
        double[] values = new double[shape.elements()];
        for (int k = 0; k < values.length; k++) {
            values[k] = batch[first + k];
        }
        return new Grid(shape, values);
    }

    /** Rounded. */
    Tensor tensor() {
        float[] rounded = new float[values.length];
        round(rounded, 0);
        return new Tensor(shape, rounded);
    }

    /** Rounds all into a batch, from an index on. */
    void round(float[] batch, int first) {
        for (int k = 0; k < values.length; k++) {
            batch[first + k] = (float) values[k];
        }
    }

    int index(int channel, int y, int x) {
        return (channel * shape.height() + y) * shape.width() + x;
    }

    Grid plus(Grid other) {
        double[] sum = new double[values.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = values[k] + other.values[k];
        }
        return new Grid(shape, sum);
    }
}
