package skipstitch.bench.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.engine.LayerWeights.Norm;
import skipstitch.engine.Weights;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Trains a network of U-Net's layers by PyTorch: cross-entropy and Adam, from the same weights. */
final class PyTorchTraining implements AutoCloseable {
    private static final float MOMENTUM = 0.9f;

    private final Lane lane;
    private final int batch;
    private final NDManager manager;
    private final Map<NodeId, List<NDArray>> weights = new HashMap<>();
    private final List<NDArray> trained = new ArrayList<>();
    private final Optimizer adam;
    private final NDArray pictures;
    private final NDArray wanted;

    /**
     * @param pictures {@code [N, C, H, W]}
     * @param wanted   1 for the class of each pixel, else 0, in the shape of the scores
     */
    PyTorchTraining(Lane lane, Weights drawn, int batch, float[] pictures, float[] wanted, float rate) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "2");
        this.lane = lane;
        this.batch = batch;
        manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(rate)).build();
        for (Node node : lane.shapes().order()) {
            weights.put(node.id(), arrays(node, drawn));
        }
        NodeId input = lane.network().nodes().getFirst().id();
        this.pictures = manager.create(pictures, shape(lane.shapes().shape(input)));
        this.wanted = manager.create(wanted, shape(lane.shapes().shape(lane.network().outputs().getFirst().id())));
    }

    private Shape shape(skipstitch.network.Shape of) {
        return new Shape(batch, of.channels(), of.height(), of.width());
    }

    private List<NDArray> arrays(Node node, Weights drawn) {
        return switch (drawn.of(node.id())) {
            case Kernels kernels -> {
                int inputs = lane.shapes().incoming(node).getFirst().channels();
                NDArray taps = switch (node.layer()) {
                    case Layer.Conv conv -> manager.create(kernels.kernels(), new Shape(conv.filters(), inputs,
                            conv.window().kernel().height(), conv.window().kernel().width()));
                    // A 2×2 up-convolution is a 1×1 convolution to four times the filters, whose pixels are shuffled.
                    case Layer.TransposedConv conv -> manager.create(kernels.kernels(),
                            new Shape(inputs, conv.filters() * 4, 1, 1)).transpose(1, 0, 2, 3).duplicate();
                    default -> throw new UnsupportedOperationException("no " + node.layer());
                };
                List<NDArray> all = new ArrayList<>(List.of(trained(taps)));
                if (kernels.bias().length > 0) {
                    all.add(trained(manager.create(kernels.bias())));
                }
                yield all;
            }
            case Norm norm -> List.of(manager.create(norm.mean()), manager.create(norm.variance()),
                    trained(manager.create(norm.scale())), trained(manager.create(norm.shift())));
            default -> List.of();
        };
    }

    private NDArray trained(NDArray array) {
        array.setRequiresGradient(true);
        trained.add(array);
        return array;
    }

    /** The loss before it. */
    float step() {
        try (NDManager pass = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray x = pictures.duplicate();
            x.attach(pass);
            Map<NodeId, NDArray> all = new HashMap<>();
            NDArray last = x;
            for (Node node : lane.shapes().order()) {
                last = node.layer() instanceof Layer.Input ? x
                        : compute(node, node.inlets().stream().map(inlet -> all.get(inlet.source())).toList());
                all.put(node.id(), last);
            }
            NDArray loss = last.logSoftmax(1).mul(wanted).sum().neg().div(wanted.size() / last.getShape().get(1));
            collector.backward(loss);
            for (int i = 0; i < trained.size(); i++) {
                try (NDArray gradient = trained.get(i).getGradient()) {
                    adam.update(Integer.toString(i), trained.get(i), gradient);
                }
            }
            collector.zeroGradients();
            return loss.getFloat();
        }
    }

    private NDArray compute(Node node, List<NDArray> inputs) {
        NDArray x = inputs.getFirst();
        List<NDArray> of = weights.get(node.id());
        return switch (node.layer()) {
            case Layer.Conv conv -> Conv2d.conv2d(x, of.getFirst(), of.size() == 2 ? of.get(1) : null,
                    pair(conv.window().stride()), padding(conv.window()), pair(conv.window().dilation()), 1)
                    .singletonOrThrow();
            case Layer.TransposedConv conv -> {
                Shape in = x.getShape();
                NDArray four = Conv2d.conv2d(x, of.getFirst(), null, new Shape(1, 1), new Shape(0, 0), new Shape(1, 1), 1)
                        .singletonOrThrow();
                NDArray up = four.reshape(in.get(0), conv.filters(), 2, 2, in.get(2), in.get(3))
                        .transpose(0, 1, 4, 2, 5, 3).reshape(in.get(0), conv.filters(), 2 * in.get(2), 2 * in.get(3));
                yield of.size() == 2 ? up.add(of.get(1).reshape(1, conv.filters(), 1, 1)) : up;
            }
            case Layer.BatchNorm norm -> BatchNorm.batchNorm(x, of.get(0), of.get(1), of.get(2), of.get(3), 1, MOMENTUM,
                    norm.epsilon(), true).singletonOrThrow();
            case Layer.Relu _ -> Activation.relu(x);
            case Layer.Concat _ -> NDArrays.concat(new NDList(inputs), 1);
            case Layer.MaxPool pool -> Pool.maxPool2d(x, pair(pool.window().kernel()), pair(pool.window().stride()),
                    padding(pool.window()), false);
            default -> throw new UnsupportedOperationException("no " + node.layer());
        };
    }

    private static Shape pair(Size size) {
        return new Shape(size.height(), size.width());
    }

    private static Shape padding(Window window) {
        return new Shape(window.padding().top(), window.padding().left());
    }

    @Override
    public void close() {
        manager.close();
    }
}
