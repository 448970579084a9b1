package skipstitch.engine;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.tensor.Moments;
import skipstitch.tensor.Tensor;

/**
 * Computes one layer at a time on arrays of its own kind. Called by one thread at a time, but for
 * {@link #download}, which any thread may call while the array is not freed.
 *
 * @param <V> its arrays; each is owned by whoever got it and is never written again
 */
public interface Backend<V> extends AutoCloseable {

    String name();

    V upload(Tensor tensor);

    /** A fresh array with the layer's output; the inputs stay as they are. */
    V compute(Call call, List<V> inputs);

    /** {@code [C, H, W]}. */
    Tensor download(V value, Shape shape);

    /** One channel, {@code [1, H, W]}. Any thread may call it, as {@link #download}. */
    default Tensor map(V value, Shape shape, int channel) {
        return download(value, shape).map(channel);
    }

    /** Over every {@code step}-th pixel, in reading order. Any thread may call it, as {@link #download}. */
    default Moments moments(V value, Shape shape, int step) {
        return Moments.of(download(value, shape), step);
    }

    void free(V value);

    /** Bytes that activations may take in all, those held already included. */
    long availableBytes();

    @Override
    void close();

    /**
     * One layer with all that is known of it. All shapes were inferred, so settings are in range and shapes
     * meet.
     *
     * @param node    the node, with its layer
     * @param weights the layer's
     * @param inputs  shapes of what comes in, main inlet first; for {@link Layer.MaxUnpool} the second is the
     *                tensor that the pool was given
     * @param output  shape of what goes out
     * @param pool    the pool whose maxima an unpool follows
     */
    record Call(Node node, LayerWeights weights, List<Shape> inputs, Shape output, Optional<Layer.MaxPool> pool) {
        public Layer layer() {
            return node.layer();
        }
    }
}
