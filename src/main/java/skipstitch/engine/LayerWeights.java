package skipstitch.engine;

/** The numbers that a layer holds. Arrays are shared; nobody writes into them. */
public sealed interface LayerWeights {

    /** A layer without weights. */
    LayerWeights NONE = new None(Key.of(new float[0]));

    /** The content. */
    Key key();

    record None(Key key) implements LayerWeights {}

    /**
     * Of a convolution {@code [filters, C/groups, kH, kW]}, a transposed one {@code [C, filters, kH, kW]}, a
     * linear layer {@code [outputs, C]}.
     *
     * @param bias one a filter, or empty
     */
    record Kernels(float[] kernels, float[] bias, Key key) implements LayerWeights {
        public static Kernels of(float[] kernels, float[] bias) {
            return new Kernels(kernels, bias, Key.of(kernels, bias));
        }
    }

    /** Of a batch norm, each {@code [C]}: γ, β, μ, σ². */
    record Norm(float[] scale, float[] shift, float[] mean, float[] variance, Key key) implements LayerWeights {
        public static Norm of(float[] scale, float[] shift, float[] mean, float[] variance) {
            return new Norm(scale, shift, mean, variance, Key.of(scale, shift, mean, variance));
        }
    }
}
