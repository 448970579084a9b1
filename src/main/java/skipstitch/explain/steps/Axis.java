package skipstitch.explain.steps;

/**
 * Where the values of a tensor lie along the picture's rows or columns: value i is centred at {@code start + i·pitch}
 * pixels. Each layer moves and widens this as it does receptive fields (Araujo et al. 2019, "Computing Receptive Fields of
 * Convolutional Neural Networks").
 *
 * @param start  centre of the first value, in pixels of the input
 * @param pitch  pixels from one value to the next
 * @param length how many values there are
 */
record Axis(double start, double pitch, int length) {

    static Axis ofInput(int length) {
        return new Axis(0, 1, length);
    }

    /** After windows that slide. */
    Axis slid(long span, int stride, int before, int to) {
        return new Axis(start + pitch * ((span - 1) / 2.0 - before), pitch * stride, to);
    }

    /** After a transposed convolution, which paints a kernel every {@code stride} pixels. */
    Axis painted(int kernel, int stride, int before, int to) {
        return new Axis(start + pitch * (before - (kernel - 1) / 2.0) / stride, pitch / stride, to);
    }

    /** Each value as {@code factor} ones. */
    Axis enlarged(int factor, int to) {
        return new Axis(start + pitch * (0.5 / factor - 0.5), pitch / factor, to);
    }

    /** With so many values more, or if negative fewer, at the beginning. */
    Axis framed(int before, int to) {
        return new Axis(start - pitch * before, pitch, to);
    }

    /** One value for all. */
    Axis whole() {
        return new Axis(start + pitch * (length - 1) / 2.0, pitch * length, 1);
    }

    /** The value of another axis that is nearest to one of this. */
    int follow(int index, Axis other) {
        double at = start + index * pitch;
        return Math.clamp(Math.round((at - other.start) / other.pitch), 0, other.length - 1);
    }
}
