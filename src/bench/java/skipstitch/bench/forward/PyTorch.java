package skipstitch.bench.forward;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.engine.LayerWeights.Norm;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/** PyTorch by DJL, one operation a layer. */
final class PyTorch implements Contender {
    private static final float MOMENTUM = 0.1f;

    private final Task task;
    private final NDManager manager;
    private final Map<NodeId, List<NDArray>> weights = new HashMap<>();

    /** @throws UnsupportedOperationException if it cannot run the network */
    PyTorch(Task task) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "2");
        this.task = task;
        manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Network network = task.lane().network();
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.MaxUnpool || node.layer() instanceof Layer.TransposedConv) {
                throw new UnsupportedOperationException("DJL has no " + node.layer());
            }
            weights.put(node.id(), arrays(node));
        }
    }

    private List<NDArray> arrays(Node node) {
        return switch (task.weights().of(node.id())) {
            case Kernels kernels -> {
                int inputs = task.lane().shapes().incoming(node).getFirst().channels();
                NDArray taps = manager.create(kernels.kernels(), switch (node.layer()) {
                    case Layer.Conv conv -> shape(conv.filters(), inputs / conv.groups(), conv.window().kernel());
                    default -> new Shape(kernels.kernels().length / inputs, inputs);
                });
                yield kernels.bias().length == 0 ? List.of(taps) : List.of(taps, manager.create(kernels.bias()));
            }
            case Norm norm -> List.of(manager.create(norm.mean()), manager.create(norm.variance()),
                    manager.create(norm.scale()), manager.create(norm.shift()));
            case LayerWeights.None _ -> List.of();
        };
    }

    private static Shape shape(int first, int second, Size kernel) {
        return new Shape(first, second, kernel.height(), kernel.width());
    }

    @Override
    public double pass(Tensor picture) throws Exception {
        return Contender.millis(() -> {
            try (NDManager pass = manager.newSubManager()) {
                Map<NodeId, NDArray> all = new HashMap<>();
                for (Node node : task.lane().shapes().order()) {
                    all.put(node.id(), node.layer() instanceof Layer.Input(var in)
                            ? pass.create(picture.values(), new Shape(1, in.channels(), in.height(), in.width()))
                            : compute(node, node.inlets().stream().map(inlet -> all.get(inlet.source())).toList()));
                }
            }
        });
    }

    private NDArray compute(Node node, List<NDArray> inputs) {
        NDArray x = inputs.getFirst();
        List<NDArray> of = weights.get(node.id());
        NDArray bias = of.size() == 2 ? of.get(1) : null;
        return switch (node.layer()) {
            case Layer.Conv conv -> Conv2d.conv2d(x, of.getFirst(), bias, pair(conv.window().stride()),
                    padding(conv.window()), pair(conv.window().dilation()), conv.groups()).singletonOrThrow();
            case Layer.Linear _ -> {
                NDArray row = x.reshape(1, x.size());
                NDArray product = Linear.linear(row, of.getFirst(), bias).singletonOrThrow();
                yield product.reshape(1, product.size(), 1, 1);
            }
            case Layer.BatchNorm norm -> BatchNorm.batchNorm(x, of.get(0), of.get(1), of.get(2), of.get(3), 1, MOMENTUM,
                    norm.epsilon(), false).singletonOrThrow();
            case Layer.Relu _ -> Activation.relu(x);
            case Layer.Relu6 _ -> Activation.relu6(x);
            case Layer.Add _ -> inputs.stream().reduce(NDArray::add).orElseThrow();
            case Layer.Concat _ -> NDArrays.concat(new NDList(inputs), 1);
            case Layer.MaxPool pool -> Pool.maxPool2d(x, pair(pool.window().kernel()), pair(pool.window().stride()),
                    padding(pool.window()), false);
            case Layer.AveragePool pool -> Pool.avgPool2d(x, pair(pool.window().kernel()),
                    pair(pool.window().stride()), padding(pool.window()), false, pool.countPadding());
            case Layer.GlobalAveragePool _ -> {
                Shape whole = new Shape(x.getShape().get(2), x.getShape().get(3));
                yield Pool.avgPool2d(x, whole, whole, new Shape(0, 0), false, true);
            }
            case Layer.Crop(Padding sides) -> x.get(new NDIndex(":, :, {}:{}, {}:{}", sides.top(),
                    x.getShape().get(2) - sides.bottom(), sides.left(), x.getShape().get(3) - sides.right()))
                    .duplicate();
            case Layer.Dropout _, Layer.Identity _, Layer.Flatten _ -> x.duplicate();
            default -> throw new UnsupportedOperationException("no " + node.layer());
        };
    }

    private static Shape pair(Size size) {
        return new Shape(size.height(), size.width());
    }

    private static Shape padding(Window window) {
        return padding(window.padding());
    }

    private static Shape padding(Padding padding) {
        if (padding.top() != padding.bottom() || padding.left() != padding.right()) {
            throw new UnsupportedOperationException("no padding of two sizes");
        }
        return new Shape(padding.top(), padding.left());
    }

    @Override
    public void close() {
        manager.close();
    }
}
