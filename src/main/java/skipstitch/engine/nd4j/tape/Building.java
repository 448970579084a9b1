package skipstitch.engine.nd4j.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.tape.DropoutMask;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** Makes the stages of a tape, one node after the other. */
final class Building {
    private final Nd4jTape tape;
    private final Shapes shapes;
    private final Mode mode;
    private final Parameters parameters;
    private final Map<NodeId, Trainable> slopes;
    private final Map<NodeId, Statistics> measured;
    private final Map<NodeId, Maxima> pools = new HashMap<>();

    Building(Nd4jTape tape, Shapes shapes, Mode mode, Parameters parameters, Map<NodeId, Trainable> slopes,
             Map<NodeId, Statistics> measured) {
        this.tape = tape;
        this.shapes = shapes;
        this.mode = mode;
        this.parameters = parameters;
        this.slopes = slopes;
        this.measured = measured;
    }

    Block source(Edge edge) {
        return tape.stage(edge.of(shapes.network()).source()).output();
    }

    /** Whether values come by the edge, not places of maxima. */
    boolean isRead(Node node, Edge edge) {
        return node.inlets().get(edge.inlet()).role() != Inlet.Role.INDICES;
    }

    Nd4jTape.Placed place(Node node) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < node.inlets().size(); i++) {
            Edge edge = new Edge(node.id(), i);
            if (isRead(node, edge)) {
                edges.add(edge);
            }
        }
        return new Nd4jTape.Placed(node, stage(node, edges.stream().map(tape::read).toList()), edges);
    }

    private Stage stage(Node node, List<Block> inputs) {
        Shape shape = shapes.shape(node.id());
        if (node.layer() instanceof Layer.Input) {
            return new Stage(Block.of(shape, tape.batch()), () -> { }, List::of);
        }
        Block input = inputs.getFirst();
        int channels = input.channels();
        return switch (node.layer()) {
            case Layer.Input _ -> throw new AssertionError("An input has no source");
            case Layer.Conv conv -> {
                Trainable numbers = numbers(node, conv.filters() * (channels / conv.groups())
                        * conv.window().kernel().area(), conv.bias() ? conv.filters() : 0);
                yield Convolving.of(conv, input, shape, numbers, slopes.get(node.id()));
            }
            case Layer.TransposedConv conv -> {
                Trainable numbers = numbers(node, channels * conv.filters() * conv.kernel().area(),
                        conv.bias() ? conv.filters() : 0);
                yield Transposing.of(conv, input, shape, numbers, slopes.get(node.id()));
            }
            case Layer.Linear linear -> {
                Trainable numbers = numbers(node, linear.outputs() * channels, linear.bias() ? linear.outputs() : 0);
                yield FullyConnected.of(linear, input, shape, numbers, slopes.get(node.id()));
            }
            case Layer.BatchNorm(float epsilon) -> norm(node, epsilon, input);
            case Layer.MaxPool pool -> {
                pools.put(node.id(), new Maxima(pool, input, shape));
                yield pools.get(node.id()).pool();
            }
            case Layer.AveragePool pool -> Pools.average(pool, input, shape);
            case Layer.GlobalAveragePool _ -> Pools.globalAverage(input);
            case Layer.MaxUnpool _ ->
                    pools.get(node.inlets(Inlet.Role.INDICES).getFirst().source()).unpool(input);
            case Layer.Upsample(int factor, Layer.Interpolation by) -> switch (by) {
                case NEAREST -> Enlarging.nearest(input, shape, factor);
                case BILINEAR -> Enlarging.bilinear(input, shape, factor);
            };
            case Layer.Relu _ -> Functions.relu(input);
            case Layer.Relu6 _ -> Functions.relu6(input);
            case Layer.LeakyRelu(float slope) -> Functions.leakyRelu(slope, input);
            case Layer.Sigmoid _ -> Functions.sigmoid(input);
            case Layer.Softmax _ -> Functions.softmax(input);
            case Layer.Scale(float factor) -> Functions.scale(factor, input);
            case Layer.Dropout(float rate) -> mode == Mode.INFERENCE || rate == 0 ? Stage.through(input)
                    : Functions.dropout(input, () -> Block.channelsLast(
                            DropoutMask.of(tape.seed(), node.id(), rate, input.size()), shape));
            case Layer.Identity _ -> Stage.through(input);
            case Layer.Flatten _ -> Frames.flatten(input, shape);
            case Layer.Add _ -> Merges.add(inputs);
            case Layer.Multiply _ -> Merges.multiply(inputs);
            case Layer.Concat _ -> Merges.concat(inputs, shape);
            case Layer.Gate _ -> Merges.gate(input, inputs.get(1));
            case Layer.Crop(var sides) -> Frames.moved(input, shape, -sides.top(), -sides.left());
            case Layer.ZeroPad(var sides) -> Frames.moved(input, shape, sides.top(), sides.left());
            case Layer.ZeroPadChannels(int before, _) -> Frames.padChannels(input, shape, before);
            case Layer.Subsample(int stride) -> Frames.subsample(input, shape, stride);
        };
    }

    private Stage norm(Node node, float epsilon, Block input) {
        int channels = input.channels();
        Trainable numbers = numbers(node, channels, channels);
        Statistics stored = parameters.statistics().get(node.id());
        if (stored == null || stored.mean().length != channels || stored.variance().length != channels) {
            throw new IllegalArgumentException(node.label() + " (" + node.id() + ") needs statistics of " + channels
                    + " channels");
        }
        Statistics batch = new Statistics(new float[channels], new float[channels]);
        if (mode == Mode.TRAINING) {
            measured.put(node.id(), batch);
        }
        return Norms.of(input, epsilon, mode, numbers, slopes.get(node.id()), stored, batch);
    }

    private Trainable numbers(Node node, int weights, int shifts) {
        Trainable numbers = parameters.trainable().get(node.id());
        if (numbers == null || numbers.weights().length != weights || numbers.shifts().length != shifts) {
            throw new IllegalArgumentException(node.label() + " (" + node.id() + ") needs " + weights + " weights and "
                    + shifts + " shifts");
        }
        slopes.put(node.id(), numbers.zeros());
        return numbers;
    }
}
