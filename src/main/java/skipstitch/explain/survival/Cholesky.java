package skipstitch.explain.survival;

/** Solves systems of a symmetric, positive definite matrix. */
final class Cholesky {
    private final double[][] lower;

    /**
     * @param matrix {@code [D, D]}, of which the lower half is read; it is overwritten
     * @throws IllegalArgumentException if it is not positive definite
     */
    Cholesky(double[][] matrix) {
        lower = matrix;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= matrix[row][k] * matrix[column][k];
                }
                if (column < row) {
                    matrix[row][column] = rest / matrix[column][column];
                } else if (rest > 0) {
                    matrix[row][row] = Math.sqrt(rest);
                } else {
                    throw new IllegalArgumentException("Not positive definite");
                }
            }
        }
    }

    /** @param right {@code [D, T]}, T right sides at once; overwritten with the solutions */
    void solve(double[][] right) {
        for (int row = 0; row < lower.length; row++) {
            for (int k = 0; k < row; k++) {
                subtract(right[row], lower[row][k], right[k]);
            }
            divide(right[row], lower[row][row]);
        }
        for (int row = lower.length - 1; row >= 0; row--) {
            for (int k = row + 1; k < lower.length; k++) {
                subtract(right[row], lower[k][row], right[k]);
            }
            divide(right[row], lower[row][row]);
        }
    }

    private static void subtract(double[] from, double factor, double[] values) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * values[i];
        }
    }

    private static void divide(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= by;
        }
    }
}
