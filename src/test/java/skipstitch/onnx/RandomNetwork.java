package skipstitch.onnx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Pass;
import skipstitch.engine.Weights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/** A small network around one layer of a given kind, with random settings, shape, weights and picture. */
final class RandomNetwork {
    private final RandomGenerator random;

    private RandomNetwork(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Redraws until the settings fit. */
    static Pass around(Class<?> kind, long seed) {
        RandomNetwork drawing = new RandomNetwork(seed);
        Shapes shapes = Shapes.of(drawing.network(kind));
        while (!shapes.allFit()) {
            shapes = Shapes.of(drawing.network(kind));
        }
        return new Pass(shapes, drawing.weights(shapes), drawing.picture(shapes));
    }

    private Network network(Class<?> kind) {
        NetworkBuilder net = new NetworkBuilder(kind.getSimpleName());
        boolean vector = kind == Layer.Linear.class;
        NodeId x = net.input(upTo(1, 8), vector ? 1 : upTo(1, 13), vector ? 1 : upTo(1, 13));
        switch (layer(kind)) {
            case Layer.MaxUnpool unpool -> {
                NodeId pool = net.chain("pool", maxPool(), x);
                NodeId between = net.chain("between", new Layer.Scale(-3), pool);
                net.node("layer", unpool, Inlet.main(between), Inlet.indices(pool));
            }
            case Layer.Gate gate -> {
                NodeId one = net.chain("one", Layer.Conv.same(1, 1), x);
                net.node("layer", gate, Inlet.main(x), Inlet.main(net.chain("open", new Layer.Sigmoid(), one)));
            }
            case Layer.Concat concat -> net.node("layer", concat, Inlet.main(x),
                    Inlet.main(net.chain("wide", Layer.Conv.same(upTo(1, 5), 1), x)), Inlet.main(x));
            case Layer.Merge merge -> {
                NodeId half = net.chain("half", new Layer.Scale(0.5f), x);
                NodeId leaky = net.chain("leaky", new Layer.LeakyRelu(0.1f), x);
                net.node("layer", merge, Inlet.main(half), Inlet.main(leaky), Inlet.main(x));
            }
            case Layer layer -> net.chain("layer", layer, x);
        }
        return net.build();
    }

    private Layer layer(Class<?> kind) {
        return switch (kind.getSimpleName()) {
            case "Conv" -> new Layer.Conv(upTo(1, 8), window(),
                    random.nextBoolean() ? 1 : upTo(1, 4), random.nextBoolean());
            case "TransposedConv" -> new Layer.TransposedConv(upTo(1, 6), size(1, 4), size(1, 3), padding(2),
                    size(0, 2), random.nextBoolean());
            case "MaxPool" -> maxPool();
            case "AveragePool" -> new Layer.AveragePool(poolWindow(), random.nextBoolean(), random.nextBoolean());
            case "GlobalAveragePool" -> new Layer.GlobalAveragePool();
            case "MaxUnpool" -> new Layer.MaxUnpool();
            case "Upsample" -> new Layer.Upsample(upTo(1, 4),
                    random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR);
            case "Relu" -> new Layer.Relu();
            case "Relu6" -> new Layer.Relu6();
            case "LeakyRelu" -> new Layer.LeakyRelu(random.nextFloat());
            case "Sigmoid" -> new Layer.Sigmoid();
            case "Softmax" -> new Layer.Softmax();
            case "BatchNorm" -> new Layer.BatchNorm(random.nextFloat() * 0.1f);
            case "Dropout" -> new Layer.Dropout(0.5f);
            case "Linear" -> new Layer.Linear(upTo(1, 9), random.nextBoolean());
            case "Flatten" -> new Layer.Flatten();
            case "Add" -> new Layer.Add();
            case "Concat" -> new Layer.Concat();
            case "Multiply" -> new Layer.Multiply();
            case "Gate" -> new Layer.Gate();
            case "Scale" -> new Layer.Scale(random.nextFloat() * 4 - 2);
            case "Crop" -> new Layer.Crop(padding(3));
            case "ZeroPad" -> new Layer.ZeroPad(padding(3));
            case "ZeroPadChannels" -> new Layer.ZeroPadChannels(upTo(0, 3), upTo(0, 3));
            case "Subsample" -> new Layer.Subsample(upTo(1, 4));
            case "Identity" -> new Layer.Identity();
            default -> throw new IllegalArgumentException("No random settings for " + kind);
        };
    }

    private Layer.MaxPool maxPool() {
        return new Layer.MaxPool(poolWindow(), random.nextBoolean());
    }

    /** ONNX Runtime wants less padding than kernel, even of a dilated one. */
    private Window poolWindow() {
        Window window = window();
        Padding padding = window.padding();
        return Math.max(padding.top(), padding.bottom()) < window.kernel().height()
                && Math.max(padding.left(), padding.right()) < window.kernel().width() ? window : poolWindow();
    }

    private Window window() {
        return new Window(size(1, 4), size(1, 3), random.nextBoolean() ? Padding.NONE : padding(2),
                random.nextBoolean() ? Size.ONE : size(1, 3));
    }

    private Size size(int least, int most) {
        return new Size(upTo(least, most), upTo(least, most));
    }

    private Padding padding(int most) {
        return new Padding(upTo(0, most), upTo(0, most), upTo(0, most), upTo(0, most));
    }

    private int upTo(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private Weights weights(Shapes shapes) {
        Map<NodeId, LayerWeights> all = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            switch (node.layer()) {
                case Layer.Conv conv -> all.put(node.id(), kernels(conv.bias() ? conv.filters() : 0, conv.filters(),
                        shapes.incoming(node).getFirst().channels() / conv.groups(), conv.window().kernel().area()));
                case Layer.TransposedConv conv -> all.put(node.id(), kernels(conv.bias() ? conv.filters() : 0,
                        shapes.incoming(node).getFirst().channels(), conv.filters(), conv.kernel().area()));
                case Layer.Linear linear -> all.put(node.id(), kernels(linear.bias() ? linear.outputs() : 0,
                        linear.outputs(), shapes.incoming(node).getFirst().channels(), 1));
                case Layer.BatchNorm _ -> {
                    int channels = shapes.shape(node.id()).channels();
                    all.put(node.id(), LayerWeights.Norm.of(values(channels, -2, 2), values(channels, -2, 2),
                            values(channels, -2, 2), values(channels, 0.1f, 3)));
                }
                default -> { }
            }
        }
        return new Weights(all);
    }

    private LayerWeights kernels(int biases, int outer, int inner, int taps) {
        return LayerWeights.Kernels.of(values(outer * inner * taps, -1, 1), values(biases, -1, 1));
    }

    private float[] values(int count, float least, float most) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat(least, most);
        }
        return values;
    }

    /** Half of the pictures have few distinct values, so that maxima tie. */
    private Tensor picture(Shapes shapes) {
        Shape shape = shapes.network().inputShape().orElseThrow();
        float[] values = values(shape.elements(), -8, 8);
        if (random.nextBoolean()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.round(values[i] / 4);
            }
        }
        return new Tensor(shape, values);
    }
}
