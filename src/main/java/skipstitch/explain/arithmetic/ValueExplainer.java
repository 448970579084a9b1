package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Says of any value of a run how it came about. */
public final class ValueExplainer {
    private ValueExplainer() {}

    /**
     * Copies out the node's tensors for this one value; for several of a node, make its {@link NodeRun} once.
     *
     * @throws IllegalArgumentException if the node has no tensor in this run, or its tensor no such cell
     */
    public static Value explain(Ran ran, Provenance provenance, NodeId node, Cell cell) {
        return explain(NodeRun.of(ran, provenance, node), cell);
    }

    /** @throws IllegalArgumentException if the node's tensor has no such cell */
    public static Value explain(NodeRun run, Cell cell) {
        Shape shape = run.shape();
        if (!cell.isIn(shape)) {
            throw new IllegalArgumentException(run.node().label() + " is " + shape + " and has no " + cell);
        }
        return new Value(run.node(), cell, run.made().at(cell.channel(), cell.y(), cell.x()), how(run, cell));
    }

    private static Arithmetic how(NodeRun run, Cell at) {
        return switch (run.node().layer()) {
            case Layer.Input _ -> new Arithmetic.Given(run.made().at(at.channel(), at.y(), at.x()));
            case Layer.Conv conv -> Weighing.conv(conv, run, at);
            case Layer.TransposedConv conv -> Weighing.transposed(conv, run, at);
            case Layer.Linear linear -> Weighing.linear(linear, run, at);
            case Layer.MaxPool pool -> Windows.maximum(pool.window(), run, run.main(), at);
            case Layer.AveragePool pool -> Windows.mean(pool, run, at);
            case Layer.GlobalAveragePool _ -> Windows.globalMean(run, at);
            case Layer.MaxUnpool _ -> Windows.unpooled(run.pool().orElseThrow(), run, at);
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> switch (interpolation) {
                case NEAREST -> copied(run, at.channel(), at.y() / factor, at.x() / factor, new Move.Enlarged(factor));
                case BILINEAR -> between(factor, run, at);
            };
            case Layer.Relu _ -> new Arithmetic.Rectified(same(run, at), Float.POSITIVE_INFINITY);
            case Layer.Relu6 _ -> new Arithmetic.Rectified(same(run, at), 6);
            case Layer.LeakyRelu(float slope) -> new Arithmetic.Leaky(same(run, at), slope);
            case Layer.Sigmoid _ -> new Arithmetic.Squashed(same(run, at));
            case Layer.Softmax _ -> new Arithmetic.Share(
                    each(run.shape().channels(), k -> run.operand(k, at.y(), at.x())), at.channel());
            case Layer.BatchNorm(float epsilon) -> normalised(epsilon, run, at);
            case Layer.Add _ -> new Arithmetic.Sum(ofEachInlet(run, at), run.names());
            case Layer.Multiply _ -> new Arithmetic.Product(ofEachInlet(run, at), run.names());
            case Layer.Gate _ -> new Arithmetic.Product(
                    List.of(same(run, at), run.operand(1, 0, at.y(), at.x())), run.names());
            case Layer.Scale(float factor) -> new Arithmetic.Scaled(same(run, at), factor);
            case Layer.Concat _ -> joined(run, at);
            case Layer.Flatten _ -> unrolled(run, at);
            case Layer.Crop(var sides) -> copied(run, at.channel(), at.y() + sides.top(), at.x() + sides.left(),
                    new Move.Cropped(sides));
            case Layer.ZeroPad(var sides) -> copied(run, at.channel(), at.y() - sides.top(), at.x() - sides.left(),
                    new Move.Framed(sides));
            case Layer.ZeroPadChannels(int before, _) -> betweenChannels(before, run, at);
            case Layer.Subsample(int stride) -> copied(run, at.channel(), at.y() * stride, at.x() * stride,
                    new Move.Thinned(stride));
            case Layer.Identity _ -> new Arithmetic.Copied(same(run, at), new Move.Stays());
            case Layer.Dropout(float rate) -> new Arithmetic.Copied(same(run, at), new Move.Undropped(rate));
        };
    }

    private static Operand same(NodeRun run, Cell at) {
        return run.operand(at.channel(), at.y(), at.x());
    }

    private static List<Operand> each(int count, IntFunction<Operand> operand) {
        return IntStream.range(0, count).mapToObj(operand).toList();
    }

    private static List<Operand> ofEachInlet(NodeRun run, Cell at) {
        return each(run.read().size(), inlet -> run.operand(inlet, at.channel(), at.y(), at.x()));
    }

    private static Arithmetic copied(NodeRun run, int channel, int y, int x, Move move) {
        Operand source = run.operand(channel, y, x);
        return source.padding()
                ? new Arithmetic.Absent(Arithmetic.Absent.Why.PADDING) : new Arithmetic.Copied(source, move);
    }

    private static Arithmetic betweenChannels(int before, NodeRun run, Cell at) {
        int channel = at.channel() - before;
        return channel < 0 || channel >= run.in().shape().channels()
                ? new Arithmetic.Absent(Arithmetic.Absent.Why.PADDING_CHANNEL)
                : copied(run, channel, at.y(), at.x(), new Move.BetweenChannels(before));
    }

    private static Arithmetic unrolled(NodeRun run, Cell at) {
        Shape from = run.in().shape();
        return copied(run, at.channel() / from.area(), at.channel() % from.area() / from.width(),
                at.channel() % from.width(), new Move.Unrolled(from));
    }

    private static Arithmetic joined(NodeRun run, Cell at) {
        int first = 0;
        int inlet = 0;
        while (at.channel() >= first + run.read().get(inlet).shape().channels()) {
            first += run.read().get(inlet++).shape().channels();
        }
        return new Arithmetic.Copied(run.operand(inlet, at.channel() - first, at.y(), at.x()),
                new Move.Joined(first, run.read().get(inlet).shape().channels(), run.names().get(inlet)));
    }

    private static Arithmetic normalised(float epsilon, NodeRun run, Cell at) {
        LayerWeights.Norm norm = run.weights(LayerWeights.Norm.class);
        int c = at.channel();
        return new Arithmetic.Normalised(same(run, at), norm.scale()[c], norm.shift()[c], norm.mean()[c],
                norm.variance()[c], epsilon);
    }

    /** The centre of an output pixel o lies at {@code max(0, (o + ½)/factor − ½)} of the input. */
    private static Arithmetic between(int factor, NodeRun run, Cell at) {
        Tensor in = run.in();
        double y = Math.max(0, (at.y() + 0.5) / factor - 0.5);
        double x = Math.max(0, (at.x() + 0.5) / factor - 0.5);
        int below = Math.min((int) y + 1, in.shape().height() - 1);
        int right = Math.min((int) x + 1, in.shape().width() - 1);
        List<Operand> four = new ArrayList<>();
        for (int row : new int[] {(int) y, below}) {
            for (int column : new int[] {(int) x, right}) {
                four.add(run.operand(at.channel(), row, column));
            }
        }
        return new Arithmetic.Between(four, x - (int) x, y - (int) y);
    }
}
