package skipstitch.training.scores;

import skipstitch.network.Shape;

/** Softmax over the classes at each position, and the cross-entropy of it. Large scores do no harm. */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * @param scores  {@code [N, K, H, W]}
     * @param shape   {@code [K, H, W]}
     * @param classes {@code [N, H, W]}, each below K
     * @throws IllegalArgumentException if they are not as many as each other
     */
    public static Loss of(float[] scores, Shape shape, int[] classes) {
        int area = shape.area();
        int samples = classes.length / area;
        if (classes.length != samples * area || scores.length != samples * shape.elements()) {
            throw new IllegalArgumentException(scores.length + " scores of " + shape + " for " + classes.length
                    + " classes");
        }
        float[] gradient = new float[scores.length];
        double sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            for (int place = 0; place < area; place++) {
                int first = sample * shape.elements() + place;
                sum += at(scores, gradient, first, area, shape.channels(), classes[sample * area + place],
                        classes.length);
            }
        }
        return new Loss(sum / classes.length, gradient);
    }

    private static double at(float[] scores, float[] gradient, int first, int area, int channels, int wanted, int count) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int channel = 0; channel < channels; channel++) {
            largest = Math.max(largest, scores[first + channel * area]);
        }
        double total = 0;
        for (int channel = 0; channel < channels; channel++) {
            total += Math.exp((double) scores[first + channel * area] - largest);
        }
        for (int channel = 0; channel < channels; channel++) {
            double share = Math.exp((double) scores[first + channel * area] - largest) / total;
            gradient[first + channel * area] = (float) ((share - (channel == wanted ? 1 : 0)) / count);
        }
        return Math.log(total) + largest - scores[first + wanted * area];
    }
}
