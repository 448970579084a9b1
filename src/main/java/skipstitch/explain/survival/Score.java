package skipstitch.explain.survival;

import skipstitch.tensor.Tensor;

/**
 * How near a rebuilt picture comes.
 *
 * @param rmse root mean squared error, where black is 0 and white 1
 * @param r2   the share of the picture's variance that is told: 1 for all of it, 0 for no more than its mean, less for
 *             less; of a picture of one colour 1 if it was met, else 0
 */
public record Score(double rmse, double r2) {

    static Score of(Tensor picture, Tensor rebuilt) {
        float[] errors = picture.minus(rebuilt).values();
        double mean = 0;
        for (float value : picture.values()) {
            mean += value / (double) errors.length;
        }
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < errors.length; i++) {
            squares += (double) errors[i] * errors[i];
            spread += Math.pow(picture.values()[i] - mean, 2);
        }
        return new Score(Math.sqrt(squares / errors.length),
                spread > 0 ? 1 - squares / spread : squares == 0 ? 1 : 0);
    }

    /** In dB, against white; infinite where nothing differs. */
    public double psnr() {
        return -20 * Math.log10(rmse);
    }
}
