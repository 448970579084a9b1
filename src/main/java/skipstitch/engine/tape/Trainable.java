package skipstitch.engine.tape;

/**
 * What of one layer can be trained, or the gradient with respect to it, as flat arrays in the order of
 * {@link skipstitch.engine.LayerWeights}. Unlike there, the arrays are to be written into.
 *
 * @param weights a mixing layer's kernels; a norm's γ
 * @param shifts  its biases, or empty; a norm's β
 */
public record Trainable(float[] weights, float[] shifts) {

    /** As many zeros. */
    public Trainable zeros() {
        return new Trainable(new float[weights.length], new float[shifts.length]);
    }

    public Trainable copy() {
        return new Trainable(weights.clone(), shifts.clone());
    }

    /** How many numbers. */
    public int count() {
        return weights.length + shifts.length;
    }
}
