package skipstitch.training.scores;

/** The mean of squared differences. */
public final class SquaredError {
    private SquaredError() {}

    /** @throws IllegalArgumentException if they are not as many as each other */
    public static Loss of(float[] output, float[] wanted) {
        if (output.length != wanted.length) {
            throw new IllegalArgumentException(output.length + " values for " + wanted.length);
        }
        float[] gradient = new float[output.length];
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            double difference = (double) output[i] - wanted[i];
            sum += difference * difference;
            gradient[i] = (float) (2 * difference / output.length);
        }
        return new Loss(sum / output.length, gradient);
    }
}
