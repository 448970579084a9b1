package skipstitch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/**
 * Random layers with everything that computing one needs: settings, shapes, weights, input values. Each case
 * has passed shape inference. Edge cases are drawn on purpose: maps of 1×1, one channel, kernels as large as
 * the picture, large strides, uneven padding, groups, dilation, output padding, partial windows, ties.
 */
public final class LayerCases {
    private final Random random;

    public LayerCases(long seed) {
        this.random = new Random(seed);
    }

    /** A layer to compute, and on what. */
    public record Case(Backend.Call call, List<Tensor> inputs) {
        public <V> Tensor computedBy(Backend<V> backend) {
            List<V> uploaded = inputs.stream().map(backend::upload).toList();
            V output = backend.compute(call, uploaded);
            Tensor result = backend.download(output, call.output());
            backend.free(output);
            uploaded.forEach(backend::free);
            return result;
        }

        /** All values and weights without their signs, but means, which then add up instead of cancelling. */
        public Case withoutSigns() {
            LayerWeights weights = switch (call.weights()) {
                case LayerWeights.None none -> none;
                case LayerWeights.Kernels kernels ->
                        LayerWeights.Kernels.of(absolute(kernels.kernels(), 1), absolute(kernels.bias(), 1));
                case LayerWeights.Norm norm -> LayerWeights.Norm.of(absolute(norm.scale(), 1),
                        absolute(norm.shift(), 1), absolute(norm.mean(), -1), norm.variance());
            };
            return new Case(new Backend.Call(call.node(), weights, call.inputs(), call.output(), call.pool()),
                    inputs.stream().map(input -> new Tensor(input.shape(), absolute(input.values(), 1))).toList());
        }

        private static float[] absolute(float[] values, int sign) {
            float[] result = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = sign * Math.abs(values[i]);
            }
            return result;
        }

        @Override
        public String toString() {
            return call.layer() + " on " + call.inputs() + call.pool().map(pool -> " after " + pool).orElse("");
        }
    }

    /** A case of one of {@link Layer#kinds()}, but for {@link Layer.Input}, which computes nothing. */
    public Case draw(Class<?> kind) {
        while (true) {
            Optional<Case> drawn = kind == Layer.MaxUnpool.class ? unpool() : single(kind);
            if (drawn.isPresent()) {
                return drawn.get();
            }
        }
    }

    private Optional<Case> single(Class<?> kind) {
        Shape in = kind == Layer.Linear.class ? Shape.vector(between(1, 70)) : shape();
        Layer layer = layer(kind, in);
        return build(layer, inputs(layer, in));
    }

    private List<Shape> inputs(Layer layer, Shape in) {
        List<Shape> shapes = new ArrayList<>(List.of(in));
        switch (layer) {
            case Layer.Gate _ -> shapes.add(in.withChannels(1));
            case Layer.Add _, Layer.Multiply _ -> {
                for (int i = between(1, 3); i > 0; i--) {
                    shapes.add(in);
                }
            }
            case Layer.Concat _ -> {
                for (int i = between(1, 3); i > 0; i--) {
                    shapes.add(in.withChannels(channels()));
                }
            }
            default -> { }
        }
        return shapes;
    }

    /** @throws IllegalArgumentException for a kind that nobody wrote a case for */
    private Layer layer(Class<?> kind, Shape in) {
        return switch (kind.getSimpleName()) {
            case "Conv" -> conv(in);
            case "TransposedConv" -> {
                Size stride = size(1, 4);
                yield new Layer.TransposedConv(channels(), size(1, 5), stride, padding(2),
                        chance(2) ? new Size(0, 0)
                                : new Size(random.nextInt(stride.height()), random.nextInt(stride.width())),
                        random.nextBoolean());
            }
            case "MaxPool" -> pool(in);
            case "AveragePool" -> new Layer.AveragePool(poolWindow(in), random.nextBoolean(), random.nextBoolean());
            case "GlobalAveragePool" -> new Layer.GlobalAveragePool();
            case "Upsample" -> new Layer.Upsample(between(1, 4),
                    random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR);
            case "Relu" -> new Layer.Relu();
            case "Relu6" -> new Layer.Relu6();
            case "LeakyRelu" -> new Layer.LeakyRelu(chance(8) ? 1.5f : chance(8) ? -0.5f : random.nextFloat());
            case "Sigmoid" -> new Layer.Sigmoid();
            case "Softmax" -> new Layer.Softmax();
            case "BatchNorm" -> new Layer.BatchNorm(chance(3) ? 1e-3f : 1e-5f);
            case "Dropout" -> new Layer.Dropout(random.nextFloat());
            case "Linear" -> new Layer.Linear(between(1, 70), random.nextBoolean());
            case "Flatten" -> new Layer.Flatten();
            case "Add" -> new Layer.Add();
            case "Concat" -> new Layer.Concat();
            case "Multiply" -> new Layer.Multiply();
            case "Gate" -> new Layer.Gate();
            case "Scale" -> new Layer.Scale((float) random.nextGaussian());
            case "Crop" -> new Layer.Crop(padding(3));
            case "ZeroPad" -> new Layer.ZeroPad(padding(3));
            case "ZeroPadChannels" -> new Layer.ZeroPadChannels(between(0, 4), between(0, 4));
            case "Subsample" -> new Layer.Subsample(between(1, 5));
            case "Identity" -> new Layer.Identity();
            default -> throw new IllegalArgumentException("No case is drawn for " + kind.getSimpleName() + " yet");
        };
    }

    private Layer.Conv conv(Shape in) {
        int groups = chance(2) ? 1 : chance(2) ? in.channels() : divisor(in.channels());
        int filters = groups == 1 ? channels() : groups * between(1, 3);
        Window window = new Window(kernel(in), size(1, chance(4) ? 6 : 3), padding(3), dilation());
        return new Layer.Conv(filters, window, groups, random.nextBoolean());
    }

    private Layer.MaxPool pool(Shape in) {
        return new Layer.MaxPool(poolWindow(in), random.nextBoolean());
    }

    private Window poolWindow(Shape in) {
        return new Window(kernel(in), size(1, 4), padding(2), dilation());
    }

    private Optional<Case> unpool() {
        Shape given = shape();
        Layer.MaxPool pool = pool(given);
        Node source = node("given", new Layer.Input(given));
        Node pooling = node("pool", pool, Inlet.main(source.id()));
        Optional<Shape> pooled = Shapes.of(new Network("pool", List.of(source, pooling))).find(pooling.id());
        return pooled.map(shape -> {
            Node main = node("main", new Layer.Input(shape));
            Node unpool = node("unpool", new Layer.MaxUnpool(), Inlet.main(main.id()), Inlet.indices(pooling.id()));
            Shapes shapes = Shapes.of(new Network("unpool", List.of(source, pooling, main, unpool)));
            return new Case(new Backend.Call(unpool, LayerWeights.NONE, List.of(shape, given),
                    shapes.shape(unpool.id()), Optional.of(pool)), List.of(tensor(shape), tensor(given)));
        });
    }

    private Optional<Case> build(Layer layer, List<Shape> inputs) {
        List<Node> nodes = new ArrayList<>();
        List<Inlet> inlets = new ArrayList<>();
        for (Shape shape : inputs) {
            Node input = node("input" + nodes.size(), new Layer.Input(shape));
            nodes.add(input);
            inlets.add(Inlet.main(input.id()));
        }
        Node node = node("layer", layer, inlets.toArray(Inlet[]::new));
        nodes.add(node);
        return Shapes.of(new Network("case", nodes)).find(node.id()).map(output -> new Case(
                new Backend.Call(node, weights(layer, inputs.getFirst()), inputs, output, Optional.empty()),
                inputs.stream().map(this::tensor).toList()));
    }

    private static Node node(String id, Layer layer, Inlet... inlets) {
        return new Node(NodeId.of(id), "", "", layer, Arrays.asList(inlets));
    }

    private LayerWeights weights(Layer layer, Shape in) {
        return switch (layer) {
            case Layer.Conv conv -> kernels(
                    conv.filters() * (in.channels() / conv.groups()) * conv.window().kernel().area(),
                    conv.bias() ? conv.filters() : 0);
            case Layer.TransposedConv conv ->
                    kernels(in.channels() * conv.filters() * conv.kernel().area(), conv.bias() ? conv.filters() : 0);
            case Layer.Linear linear ->
                    kernels(linear.outputs() * in.channels(), linear.bias() ? linear.outputs() : 0);
            case Layer.BatchNorm _ -> {
                float[] variance = gaussian(in.channels());
                for (int i = 0; i < variance.length; i++) {
                    variance[i] = 0.01f + variance[i] * variance[i];
                }
                int count = in.channels();
                yield LayerWeights.Norm.of(gaussian(count), gaussian(count), gaussian(count), variance);
            }
            default -> LayerWeights.NONE;
        };
    }

    private LayerWeights kernels(int count, int biases) {
        return LayerWeights.Kernels.of(gaussian(count), gaussian(biases));
    }

    /** Values of one tensor: mostly bell-shaped; else few whole numbers, so that maxima tie; large ones; or zeros. */
    private Tensor tensor(Shape shape) {
        float[] values = gaussian(shape.elements());
        int sort = random.nextInt(8);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (sort) {
                case 0, 1 -> Math.round(values[i]);
                case 2 -> values[i] * 1000;
                case 3 -> -Math.abs(values[i]);
                case 4 -> chance(2) ? 0 : values[i];
                default -> values[i];
            };
        }
        return new Tensor(shape, values);
    }

    private float[] gaussian(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private Shape shape() {
        return chance(8) ? Shape.vector(channels()) : new Shape(channels(), between(1, 14), between(1, 14));
    }

    /** Small, with the odd and the round numbers at which native code changes its ways. */
    private int channels() {
        return chance(4) ? List.of(8, 15, 16, 17, 24, 32, 33).get(random.nextInt(7)) : between(1, 7);
    }

    private Size kernel(Shape in) {
        return chance(8) ? new Size(in.height(), in.width()) : chance(3) ? Size.square(between(1, 3)) : size(1, 5);
    }

    private Size dilation() {
        return chance(3) ? size(1, 3) : Size.ONE;
    }

    private Padding padding(int most) {
        return switch (random.nextInt(4)) {
            case 0 -> Padding.NONE;
            case 1 -> Padding.all(between(1, most));
            case 2 -> {
                int rows = between(0, most);
                int columns = between(0, most);
                yield new Padding(rows, columns, rows, columns);
            }
            default -> new Padding(between(0, most), between(0, most), between(0, most), between(0, most));
        };
    }

    private int divisor(int number) {
        List<Integer> divisors = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            if (number % i == 0) {
                divisors.add(i);
            }
        }
        return divisors.get(random.nextInt(divisors.size()));
    }

    private Size size(int least, int most) {
        return new Size(between(least, most), between(least, most));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
