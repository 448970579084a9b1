package skipstitch.engine.plain;

import java.util.List;
import java.util.stream.IntStream;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Shape;

/**
 * {@code y[c] = γ[c]·x̂[c] + β[c]} with {@code x̂[c] = (x[c] − μ[c]) / √(σ²[c] + ε)}, where μ and σ² are the batch's
 * own: over all m = N·H·W values of the channel, σ² divided by m.
 *
 * @param mean      μ, one a channel
 * @param variance  σ²
 * @param deviation √(σ² + ε)
 */
record BatchNormalisation(double[] mean, double[] variance, double[] deviation) {

    /** The batch's statistics. */
    static BatchNormalisation of(float epsilon, List<Grid> batch) {
        Shape shape = batch.getFirst().shape();
        double count = (double) batch.size() * shape.area();
        double[] mean = new double[shape.channels()];
        double[] variance = new double[shape.channels()];
        double[] deviation = new double[shape.channels()];
        for (Grid x : batch) {
            for (int k = 0; k < x.values().length; k++) {
                mean[k / shape.area()] += x.values()[k] / count;
            }
        }
        for (Grid x : batch) {
            for (int k = 0; k < x.values().length; k++) {
                double apart = x.values()[k] - mean[k / shape.area()];
                variance[k / shape.area()] += apart * apart / count;
            }
        }
        for (int c = 0; c < deviation.length; c++) {
            deviation[c] = Math.sqrt(variance[c] + epsilon);
        }
        return new BatchNormalisation(mean, variance, deviation);
    }

    List<Grid> forward(List<Grid> batch, Trainable numbers) {
        return batch.stream().map(x -> forward(x, numbers)).toList();
    }

    private Grid forward(Grid x, Trainable numbers) {
        int area = x.shape().area();
        double[] y = new double[x.values().length];
        for (int k = 0; k < y.length; k++) {
            int c = k / area;
            y[k] = numbers.weights()[c] * normalised(x, k, c) + numbers.shifts()[c];
        }
        return new Grid(x.shape(), y);
    }

    /**
     * {@code gx = γ/√(σ² + ε) · (g − Σg/m − x̂·Σ(g·x̂)/m)}: each value moves μ and σ² too, and by them all others.
     * {@code gγ = Σ g·x̂}, {@code gβ = Σ g}.
     *
     * @param slopes zeros, which are filled
     */
    List<Grid> back(List<Grid> batch, Trainable numbers, List<Grid> gradients, Slopes slopes) {
        int area = batch.getFirst().shape().area();
        for (int n = 0; n < batch.size(); n++) {
            double[] g = gradients.get(n).values();
            for (int k = 0; k < g.length; k++) {
                slopes.weights()[k / area] += g[k] * normalised(batch.get(n), k, k / area);
                slopes.shifts()[k / area] += g[k];
            }
        }
        double count = (double) batch.size() * area;
        return IntStream.range(0, batch.size()).mapToObj(n -> {
            double[] back = new double[batch.get(n).values().length];
            for (int k = 0; k < back.length; k++) {
                int c = k / area;
                back[k] = numbers.weights()[c] / deviation[c] * (gradients.get(n).values()[k]
                        - slopes.shifts()[c] / count - normalised(batch.get(n), k, c) * slopes.weights()[c] / count);
            }
            return new Grid(batch.get(n).shape(), back);
        }).toList();
    }

    private double normalised(Grid x, int k, int channel) {
        return (x.values()[k] - mean[channel]) / deviation[channel];
    }

    void roundInto(Statistics statistics) {
        for (int c = 0; c < mean.length; c++) {
            statistics.mean()[c] = (float) mean[c];
            statistics.variance()[c] = (float) variance[c];
        }
    }
}
