package skipstitch.engine.plain;

import java.util.List;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Each layer in plain Java. Holds nothing, so it can be shared; its arrays go when nobody refers to them. */
public final class PlainBackend implements Backend<Tensor> {
    static final String NAME = "plain Java";

    /** Activations may take half of the heap: weights, pictures and the window need the rest. */
    private static final int SHARE_OF_HEAP = 2;

    @Override
    public String name() {
        return NAME;
    }

    /** The tensor itself: nobody writes into it. */
    @Override
    public Tensor upload(Tensor tensor) {
        return tensor;
    }

    /** @throws IllegalArgumentException if the weights are of another kind than the layer's */
    @Override
    public Tensor compute(Call call, List<Tensor> inputs) {
        return Forward.of(computation(call), inputs.stream().map(Grid::of).toList()).tensor();
    }

    private static Computation computation(Call call) {
        return switch (call.layer()) {
            case Layer.Input _ -> throw new IllegalArgumentException("An input is uploaded, not computed");
            case Layer.Conv _, Layer.TransposedConv _, Layer.Linear _ -> {
                LayerWeights.Kernels kernels = weights(call, LayerWeights.Kernels.class);
                yield computation(call, new Trainable(kernels.kernels(), kernels.bias()), Computation.NO_STATISTICS);
            }
            case Layer.BatchNorm _ -> {
                LayerWeights.Norm norm = weights(call, LayerWeights.Norm.class);
                yield computation(call, new Trainable(norm.scale(), norm.shift()),
                        new Statistics(norm.mean(), norm.variance()));
            }
            default -> computation(call, Computation.NO_NUMBERS, Computation.NO_STATISTICS);
        };
    }

    private static Computation computation(Call call, Trainable numbers, Statistics statistics) {
        return new Computation(call.layer(), call.output(), call.pool(), numbers, statistics);
    }

    private static <W extends LayerWeights> W weights(Call call, Class<W> kind) {
        if (!kind.isInstance(call.weights())) {
            throw new IllegalArgumentException(call.node().label() + " (" + call.node().id() + ") needs "
                    + kind.getSimpleName() + ", but its weights are " + call.weights().getClass().getSimpleName());
        }
        return kind.cast(call.weights());
    }

    @Override
    public Tensor download(Tensor value, Shape shape) {
        return value;
    }

    @Override
    public void free(Tensor value) {
        // The garbage collector does.
    }

    @Override
    public long availableBytes() {
        return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
