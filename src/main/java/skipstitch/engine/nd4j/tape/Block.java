package skipstitch.engine.nd4j.tape;

import skipstitch.network.Shape;

/**
 * The values of one tensor of a batch.
 *
 * @param shape  of one sample
 * @param batch  N
 * @param values {@code [N, H, W, C]}, written at each pass
 */
record Block(Shape shape, int batch, float[] values) {

    static Block of(Shape shape, int batch) {
        return new Block(shape, batch, new float[Math.multiplyExact(batch, shape.elements())]);
    }

    /** Another one, with the same values to be read. */
    Block as(Shape other) {
        return new Block(other, batch, values);
    }

    int channels() {
        return shape.channels();
    }

    /** N·H·W. */
    int positions() {
        return batch * shape.area();
    }

    int size() {
        return values.length;
    }

    /** Where a position's first channel is. */
    int index(int sample, int y, int x) {
        return ((sample * shape.height() + y) * shape.width() + x) * shape.channels();
    }

    /** The values as they are elsewhere, {@code [N, C, H, W]}. */
    static float[] channelsFirst(float[] values, Shape shape) {
        return turned(values, shape.area(), shape.channels());
    }

    /** {@code [N, H, W, C]} of {@code [N, C, H, W]}. */
    static float[] channelsLast(float[] values, Shape shape) {
        return turned(values, shape.channels(), shape.area());
    }

    /** {@code [N, columns, rows]} of {@code [N, rows, columns]}. */
    private static float[] turned(float[] values, int rows, int columns) {
        if (rows == 1 || columns == 1) {
            return values.clone();
        }
        float[] result = new float[values.length];
        int from = 0;
        for (int sample = 0; sample < values.length; sample += rows * columns) {
            for (int row = 0; row < rows; row++) {
                for (int to = sample + row; to < sample + rows * columns; to += rows) {
                    result[to] = values[from++];
                }
            }
        }
        return result;
    }
}
