package skipstitch.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import skipstitch.engine.Backend;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/**
 * Small sums worked by hand, one or more for each family of native operations: old native libraries compute
 * wrongly on some newer processors, and say nothing.
 */
final class KnownAnswers {
    private static final double TOLERANCE = 1e-5;
    private static final Shape SQUARE = new Shape(1, 3, 3);
    private static final float[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    static final List<Answer> ALL = List.of(
            // Centre: the sum of all nine; each corner: the sum of its four.
            answer("convolution", new Layer.Conv(1, Window.same(3), 1, true),
                    LayerWeights.Kernels.of(ones(9), new float[] {0.5f}), tensor(SQUARE, NINE),
                    SQUARE, 12.5f, 21.5f, 16.5f, 27.5f, 45.5f, 33.5f, 24.5f, 39.5f, 28.5f),
            answer("convolution", new Layer.Conv(1, Window.of(2).dilated(2), 1, false),
                    LayerWeights.Kernels.of(new float[] {1, 10, 100, 1000}, new float[0]), tensor(SQUARE, NINE),
                    Shape.vector(1), 1 + 30 + 700 + 9000),
            answer("convolution", new Layer.Conv(2, Window.of(1), 2, false),
                    LayerWeights.Kernels.of(new float[] {2, -3}, new float[0]), tensor(new Shape(2, 1, 2), 1, 2, 3, 4),
                    new Shape(2, 1, 2), 2, 4, -9, -12),
            answer("transposed convolution", Layer.TransposedConv.upscale(1, 2),
                    LayerWeights.Kernels.of(new float[] {1, 2, 3, 4}, new float[] {1}),
                    tensor(new Shape(1, 1, 2), 1, 10),
                    new Shape(1, 2, 4), 2, 3, 11, 21, 4, 5, 31, 41),
            answer("max pool", new Layer.MaxPool(Window.of(2), false), LayerWeights.NONE, tensor(SQUARE, NINE),
                    new Shape(1, 2, 2), 5, 6, 8, 9),
            answer("average pool", new Layer.AveragePool(new Window(Size.square(2), Size.ONE, Padding.NONE, Size.ONE),
                    false, true), LayerWeights.NONE, tensor(SQUARE, NINE), new Shape(1, 2, 2), 3, 4, 6, 7),
            answer("mean", new Layer.GlobalAveragePool(), LayerWeights.NONE, tensor(SQUARE, NINE), Shape.vector(1), 5),
            answer("matrix product", new Layer.Linear(2, true),
                    LayerWeights.Kernels.of(new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, -0.5f}),
                    tensor(Shape.vector(3), 1, 0, -1), Shape.vector(2), -1.5f, -2.5f),
            // (x − μ)/√σ²·γ + β with √(3 + 1) = 2 and √(8 + 1) = 3.
            answer("batch norm", new Layer.BatchNorm(1), LayerWeights.Norm.of(new float[] {2, 3}, new float[] {1, -1},
                    new float[] {4, 5}, new float[] {3, 8}), tensor(new Shape(2, 1, 2), 4, 6, 8, 2),
                    new Shape(2, 1, 2), 1, 3, 2, -4),
            answer("add", new Layer.Add(), new Shape(1, 1, 3), new float[] {1, 3, -1},
                    tensor(new Shape(1, 1, 3), 1, 2, 3), tensor(new Shape(1, 1, 3), 0, 1, -4)),
            answer("multiply", new Layer.Gate(), new Shape(2, 1, 2), new float[] {2, 8, 6, 16},
                    tensor(new Shape(2, 1, 2), 1, 2, 3, 4), tensor(new Shape(1, 1, 2), 2, 4)),
            answer("concat", new Layer.Concat(), new Shape(3, 1, 2), new float[] {1, 2, 3, 4, 5, 6},
                    tensor(new Shape(1, 1, 2), 1, 2), tensor(new Shape(2, 1, 2), 3, 4, 5, 6)),
            // e^0 : e^ln 3 = 1 : 3.
            answer("softmax", new Layer.Softmax(), LayerWeights.NONE,
                    tensor(new Shape(2, 1, 2), 0, 5, (float) Math.log(3), 5),
                    new Shape(2, 1, 2), 0.25f, 0.5f, 0.75f, 0.5f),
            answer("resize", new Layer.Upsample(2, Layer.Interpolation.BILINEAR), LayerWeights.NONE,
                    tensor(new Shape(1, 1, 2), 0, 4), new Shape(1, 2, 4), 0, 1, 3, 4, 0, 1, 3, 4),
            answer("activation", new Layer.Relu(), LayerWeights.NONE, tensor(new Shape(1, 1, 3), -2, 0, 7),
                    new Shape(1, 1, 3), 0, 0, 7),
            answer("activation", new Layer.Relu6(), LayerWeights.NONE, tensor(new Shape(1, 1, 3), -2, 5, 7),
                    new Shape(1, 1, 3), 0, 5, 6),
            answer("activation", new Layer.LeakyRelu(0.5f), LayerWeights.NONE, tensor(new Shape(1, 1, 3), -2, 0, 7),
                    new Shape(1, 1, 3), -1, 0, 7),
            // e^ln 3 = 3, and 1/(1 + 1/3) = 3/4.
            answer("activation", new Layer.Sigmoid(), LayerWeights.NONE,
                    tensor(new Shape(1, 1, 2), 0, (float) Math.log(3)), new Shape(1, 1, 2), 0.5f, 0.75f));

    private KnownAnswers() {}

    /**
     * A sum with its answer.
     *
     * @param family of native operations, in a person's words
     */
    record Answer(String family, Layer layer, LayerWeights weights, List<Tensor> inputs, Tensor expected) {}

    static Answer answer(String family, Layer layer, LayerWeights weights, Tensor input, Shape shape,
            float... expected) {
        return new Answer(family, layer, weights, List.of(input), new Tensor(shape, expected));
    }

    private static Answer answer(String family, Layer layer, Shape shape, float[] expected, Tensor... inputs) {
        return new Answer(family, layer, LayerWeights.NONE, List.of(inputs), new Tensor(shape, expected));
    }

    private static Tensor tensor(Shape shape, float... values) {
        return new Tensor(shape, values);
    }

    private static float[] ones(int count) {
        return Movement.same(1, count);
    }

    /** @throws EngineUnavailable naming the family of the first answer that is wrong */
    static void check(Backend<INDArray> backend, List<Answer> answers) throws EngineUnavailable {
        for (Answer answer : answers) {
            if (!isRight(backend, answer)) {
                throw new EngineUnavailable("ND4J computes wrongly on this machine (" + answer.family()
                        + "). Setting the environment variable OPENBLAS_CORETYPE=Haswell before starting may mend it.");
            }
        }
    }

    private static boolean isRight(Backend<INDArray> backend, Answer answer) {
        List<INDArray> arrays = new ArrayList<>();
        try {
            answer.inputs().forEach(input -> arrays.add(backend.upload(input)));
            Node node = new Node(NodeId.of("known-answer"), "", "", answer.layer(), List.of());
            Shape shape = answer.expected().shape();
            Backend.Call call = new Backend.Call(node, answer.weights(),
                    answer.inputs().stream().map(Tensor::shape).toList(), shape, Optional.empty());
            INDArray output = backend.compute(call, List.copyOf(arrays));
            arrays.add(output);
            return close(backend.download(output, shape).values(), answer.expected().values());
        } catch (LinkageError | RuntimeException failure) {
            // A native operation that refuses a right layer is as unusable as one that computes wrongly.
            return false;
        } finally {
            arrays.forEach(backend::free);
        }
    }

    private static boolean close(float[] actual, float[] expected) {
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            // Not "greater than": a NaN must not pass.
            if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE * largest)) {
                return false;
            }
        }
        return actual.length == expected.length;
    }
}
