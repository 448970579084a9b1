package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import skipstitch.tensor.Tensor;

/** How far two tensors that ought to be equal may lie apart. */
public final class Agreement {
    /** Of the largest magnitude in the tensor. */
    private static final double TOLERANCE = 1e-4;

    private Agreement() {}

    /** @throws AssertionError if any value lies further apart than a ten-thousandth of the largest magnitude */
    public static void check(Tensor actual, Tensor expected, String where) {
        check(actual, expected, TOLERANCE, where);
    }

    /** @throws AssertionError if any value lies further apart than this part of the largest magnitude */
    static void check(Tensor actual, Tensor expected, double tolerance, String where) {
        assertThat(actual.shape()).as(where).isEqualTo(expected.shape());
        double largest = 0;
        for (float value : expected.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.values().length; i++) {
            double apart = Math.abs((double) actual.values()[i] - expected.values()[i]);
            // Written so that NaN fails too.
            if (!(apart <= tolerance * largest)) {
                throw new AssertionError(where + ": value " + i + " of " + actual.shape() + " is "
                        + actual.values()[i] + " where ONNX Runtime has " + expected.values()[i]);
            }
        }
    }
}
