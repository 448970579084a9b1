package skipstitch.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/** What native code gets wrong, or dies of, each with the proof that it cannot happen here. */
class HazardsTest {
    private static final Shape SHAPE = new Shape(2, 4, 4);
    private static final Layer RELU = new Layer.Relu();

    private static Nd4jBackend backend;

    @BeforeAll
    static void open() {
        backend = Nd4jBackend.load(Long.MAX_VALUE);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @Test
    void viewsPermutedAndColumnOrderedArraysAreKeptFromNativeCode() {
        INDArray larger = Nd4j.rand(DataType.FLOAT, 2, 4, 4, 2);
        INDArray view = larger.slice(1).reshape(1, 4, 4, 2);
        INDArray permuted = Nd4j.rand(DataType.FLOAT, 1, 2, 4, 4).permute(0, 2, 3, 1);
        INDArray columns = Nd4j.rand(DataType.FLOAT, 1, 4, 4, 2).dup('f');
        INDArray doubles = Nd4j.rand(DataType.DOUBLE, 1, 4, 4, 2);
        for (INDArray array : List.of(view, permuted, columns, doubles, larger)) {
            assertThatIllegalArgumentException().isThrownBy(() -> compute(RELU, LayerWeights.NONE, SHAPE, array))
                    .withMessageStartingWith("Kept from native code");
        }
    }

    @Test
    void whatTheBackendMakesIsDenseAndItsOwn() {
        INDArray uploaded = backend.upload(Tensor.zeros(SHAPE));
        INDArray computed = compute(RELU, LayerWeights.NONE, SHAPE, uploaded);
        Wall.array(uploaded, SHAPE);
        Wall.array(computed, SHAPE);
        assertThat(computed).isNotSameAs(uploaded);
        backend.free(uploaded);
        backend.free(computed);
    }

    @Test
    void passingOnCopiesSoThatEachArrayIsFreedOnce() {
        INDArray uploaded = backend.upload(Tensor.zeros(SHAPE));
        INDArray passed = compute(new Layer.Identity(), LayerWeights.NONE, SHAPE, uploaded);
        backend.free(uploaded);
        assertThat(backend.download(passed, SHAPE).values()).containsOnly(0);
        backend.free(passed);
    }

    @Test
    void badSettingsHaveNoShapeAndAreKeptFromNativeCode() {
        Window good = Window.same(3);
        List<Window> bad = List.of(
                new Window(good.kernel(), new Size(0, 1), good.padding(), good.dilation()),
                new Window(good.kernel(), good.stride(), new Padding(-1, 0, 0, 0), good.dilation()),
                new Window(good.kernel(), good.stride(), good.padding(), new Size(1, 0)),
                new Window(new Size(0, 3), good.stride(), good.padding(), good.dilation()),
                new Window(Size.square(9), good.stride(), good.padding(), good.dilation()));
        for (Window window : bad) {
            for (Layer layer : List.of(new Layer.Conv(2, window, 1, false), new Layer.MaxPool(window, false),
                    new Layer.AveragePool(window, false, false))) {
                assertRefused(layer, LayerWeights.Kernels.of(new float[2 * 2 * window.kernel().area()], new float[0]));
            }
        }
        LayerWeights four = LayerWeights.Kernels.of(new float[4], new float[0]);
        assertRefused(new Layer.TransposedConv(2, Size.ONE, new Size(0, 1), Padding.NONE, new Size(0, 0), false), four);
        assertRefused(new Layer.TransposedConv(2, Size.ONE, Size.ONE, Padding.all(-1), new Size(0, 0), false), four);
        assertRefused(new Layer.Conv(2, Window.of(1), 3, false), four);
        assertRefused(new Layer.Subsample(0), LayerWeights.NONE);
        assertRefused(new Layer.Crop(Padding.all(-1)), LayerWeights.NONE);
        assertRefused(new Layer.Upsample(0, Layer.Interpolation.NEAREST), LayerWeights.NONE);
    }

    private static void assertRefused(Layer layer, LayerWeights weights) {
        Node input = new Node(NodeId.of("input"), "", "", new Layer.Input(SHAPE), List.of());
        Node node = new Node(NodeId.of("layer"), "", "", layer, List.of(Inlet.main(input.id())));
        assertThat(Shapes.of(new Network("bad", List.of(input, node))).find(node.id())).as("%s", layer).isEmpty();
        assertKept(layer, weights);
    }

    private static void assertKept(Layer layer, LayerWeights weights) {
        INDArray uploaded = backend.upload(Tensor.zeros(SHAPE));
        assertThatIllegalArgumentException().as("%s", layer).isThrownBy(() -> compute(layer, weights, SHAPE, uploaded))
                .withMessageStartingWith("Kept from native code");
        backend.free(uploaded);
    }

    @Test
    void tooFewOrTooManyWeightsAreKeptFromNativeCode() {
        Layer conv = new Layer.Conv(2, Window.same(3), 1, true);
        assertKept(conv, LayerWeights.NONE);
        assertKept(conv, LayerWeights.Kernels.of(new float[35], new float[2]));
        assertKept(conv, LayerWeights.Kernels.of(new float[36], new float[0]));
        assertKept(new Layer.TransposedConv(2, Size.ONE, Size.ONE, Padding.NONE, new Size(0, 0), false),
                LayerWeights.Kernels.of(new float[5], new float[0]));
        assertKept(Layer.BatchNorm.standard(),
                LayerWeights.Norm.of(new float[2], new float[2], new float[1], new float[2]));
    }

    @Test
    void softmaxIsOverTheChannels() {
        float[] values = {0, 1, 2, 3, (float) Math.log(3), 1, 2, 3};
        float[] result = single(new Layer.Softmax(), LayerWeights.NONE, new Tensor(new Shape(2, 2, 2), values),
                new Shape(2, 2, 2));
        assertClose(result, 0.25f, 0.5f, 0.5f, 0.5f, 0.75f, 0.5f, 0.5f, 0.5f);
    }

    @Test
    void transposedConvolutionLeavesGapsWhereTheKernelIsSmallerThanTheStride() {
        Layer layer = new Layer.TransposedConv(1, Size.ONE, Size.square(3), Padding.NONE, new Size(0, 0), true);
        float[] result = single(layer, LayerWeights.Kernels.of(new float[] {2}, new float[] {1}),
                new Tensor(new Shape(1, 1, 2), new float[] {5, 7}), new Shape(1, 1, 4));
        assertClose(result, 11, 1, 1, 15);
    }

    @Test
    void unpoolFollowsTheFirstOfEqualMaximaAndTheLastOfOverlappingWindows() {
        Window pair = new Window(new Size(1, 2), Size.ONE, Padding.NONE, Size.ONE);
        Layer.MaxPool overlapping = new Layer.MaxPool(pair, false);
        Shape given = new Shape(1, 1, 4);
        Shape pooled = new Shape(1, 1, 3);
        INDArray values = backend.upload(new Tensor(pooled, new float[] {10, 20, 30}));
        // Windows 4 4, 4 9, 9 1: the first of the two 4s, then 9 twice.
        INDArray searched = backend.upload(new Tensor(given, new float[] {4, 4, 9, 1}));
        Node node = new Node(NodeId.of("unpool"), "", "", new Layer.MaxUnpool(), List.of());
        INDArray result = backend.compute(new Backend.Call(node, LayerWeights.NONE, List.of(pooled, given), given,
                Optional.of(overlapping)), List.of(values, searched));
        assertThat(backend.download(result, given).values()).containsExactly(10, 0, 30, 0);
        List.of(values, searched, result).forEach(backend::free);
    }

    @Test
    void bilinearHasHalfPixelCentres() {
        float[] result = single(new Layer.Upsample(2, Layer.Interpolation.BILINEAR), LayerWeights.NONE,
                new Tensor(new Shape(1, 1, 3), new float[] {0, 4, 8}), new Shape(1, 2, 6));
        assertClose(result, 0, 1, 3, 5, 7, 8, 0, 1, 3, 5, 7, 8);
    }

    @Test
    void dilatedPoolsSkipTaps() {
        Tensor row = new Tensor(new Shape(1, 1, 4), new float[] {1, 9, 3, 2});
        Window window = new Window(new Size(1, 2), Size.ONE, Padding.NONE, new Size(1, 2));
        assertClose(single(new Layer.MaxPool(window, false), LayerWeights.NONE, row, new Shape(1, 1, 2)), 3, 9);
        Layer average = new Layer.AveragePool(window, false, true);
        assertClose(single(average, LayerWeights.NONE, row, new Shape(1, 1, 2)), 2, 5.5f);
    }

    @Test
    void paddingNeverIsTheMaximum() {
        Tensor negative = new Tensor(new Shape(1, 1, 2), new float[] {-5, -7});
        Window window = new Window(new Size(1, 3), Size.ONE, new Padding(0, 1, 0, 0), Size.ONE);
        Layer uneven = new Layer.MaxPool(window, false);
        Layer even = new Layer.MaxPool(Window.same(3), false);
        assertClose(single(uneven, LayerWeights.NONE, negative, new Shape(1, 1, 1)), -5);
        assertClose(single(even, LayerWeights.NONE, negative, new Shape(1, 1, 2)), -5, -5);
    }

    @Test
    void whatIsNotANumberIsNotLost() {
        Tensor tensor = new Tensor(new Shape(1, 1, 4),
                new float[] {1, Float.NaN, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY});
        Layer pool = new Layer.MaxPool(new Window(new Size(1, 2), new Size(1, 2), Padding.NONE, Size.ONE), false);
        assertThat(single(pool, LayerWeights.NONE, tensor, new Shape(1, 1, 2)))
                .containsExactly(Float.NaN, Float.NEGATIVE_INFINITY);
        for (Layer layer : List.of(RELU, new Layer.Relu6(), new Layer.LeakyRelu(0.1f), new Layer.Sigmoid())) {
            assertThat(single(layer, LayerWeights.NONE, tensor, tensor.shape())[1]).as("%s", layer).isNaN();
        }
    }

    @Test
    void closedArraysThrow() {
        INDArray closed = backend.upload(Tensor.zeros(SHAPE));
        backend.free(closed);
        assertThatIllegalStateException().isThrownBy(() -> backend.download(closed, SHAPE));
        assertThatIllegalArgumentException().isThrownBy(() -> compute(RELU, LayerWeights.NONE, SHAPE, closed))
                .withMessageContaining("closed");
    }

    private static float[] single(Layer layer, LayerWeights weights, Tensor input, Shape output) {
        INDArray uploaded = backend.upload(input);
        INDArray result = compute(layer, weights, input.shape(), output, uploaded);
        float[] values = backend.download(result, output).values();
        backend.free(uploaded);
        backend.free(result);
        return values;
    }

    private static INDArray compute(Layer layer, LayerWeights weights, Shape shape, INDArray input) {
        return compute(layer, weights, shape, shape, input);
    }

    private static INDArray compute(Layer layer, LayerWeights weights, Shape in, Shape out, INDArray input) {
        Node node = new Node(NodeId.of("layer"), "", "", layer, List.of());
        return backend.compute(new Backend.Call(node, weights, List.of(in), out, Optional.empty()), List.of(input));
    }

    private static void assertClose(float[] actual, float... expected) {
        assertThat(actual).as(Arrays.toString(actual)).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], Offset.offset(1e-5f));
        }
    }
}
