package skipstitch.explain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** The lines of each layer, word for word. */
class CodeLinesTest {
    private static final Padding UNEVEN = new Padding(1, 0, 2, 0);

    private final NetworkBuilder net = new NetworkBuilder("net");

    private CodeLines of(NodeId id) {
        Shapes shapes = Shapes.of(net.build());
        return CodeLines.of(shapes, shapes.network().node(id));
    }

    /** PyTorch, then Keras, of one layer on 8×32×32. */
    private static List<String> lines(Layer layer) {
        return lines(layer, new Shape(8, 32, 32));
    }

    private static List<String> lines(Layer layer, Shape in) {
        NetworkBuilder net = new NetworkBuilder("one");
        NodeId x = net.input(in.channels(), in.height(), in.width());
        NodeId id = net.chain("layer", layer, x);
        Shapes shapes = Shapes.of(net.build());
        CodeLines code = CodeLines.of(shapes, shapes.network().node(id));
        return List.of(code.pyTorch().text(), code.keras().text());
    }

    @Test
    void aMergeReadsTheSkipAsXAndTheMainBranchAsF() {
        NodeId x = net.input(8, 32, 32);
        NodeId f = net.chain("f", Conv.same(8, 3), x);
        CodeLines add = of(net.merge("add", new Layer.Add(), x, f));
        assertThat(add.pyTorch().text()).isEqualTo("y = x + f");
        assertThat(add.keras().text()).isEqualTo("y = Add()([x, f])");
        assertThat(add.pyTorch().variables()).containsExactly(new Variable("x", "the skip: Input", x),
                new Variable("f", "the main branch: Conv 3×3", f));
        CodeLines concat = of(net.merge("concat", new Layer.Concat(), x, f));
        assertThat(concat.pyTorch().text()).isEqualTo("y = torch.cat([x, f], dim=1)");
        assertThat(concat.keras().text()).isEqualTo("y = Concatenate(axis=-1)([x, f])");
        CodeLines product = of(net.node("product", new Layer.Multiply(), Inlet.main(f), Inlet.skip(x)));
        assertThat(product.pyTorch().text()).isEqualTo("y = f * x");
        assertThat(product.keras().text()).isEqualTo("y = Multiply()([f, x])");
    }

    @Test
    void severalSkipsAreNumberedAndAGateIsOne() {
        NodeId x = net.input(8, 32, 32);
        NodeId f = net.chain("f", Conv.same(8, 3), x);
        NodeId gate = net.chain("gate", Conv.same(1, 1), x);
        CodeLines dense = of(net.node("dense", new Layer.Concat(), Inlet.skip(x), Inlet.skip(f), Inlet.main(gate)));
        assertThat(dense.pyTorch().text()).isEqualTo("y = torch.cat([x1, x2, f], dim=1)");
        CodeLines gated = of(net.node("gated", new Layer.Gate(), Inlet.main(f), Inlet.main(gate)));
        assertThat(gated.pyTorch().text()).isEqualTo("y = x * gate");
        assertThat(gated.keras().text()).isEqualTo("y = Multiply()([x, gate])");
    }

    @Test
    void convolutionsNameWhatIsNotTheFrameworksChoice() {
        assertThat(lines(new Conv(16, Window.same(3).strided(2), 1, false))).containsExactly(
                "y = nn.Conv2d(8, 16, kernel_size=3, stride=2, padding=1, bias=False)(x)",
                "y = Conv2D(16, 3, strides=2, use_bias=False)(ZeroPadding2D(1)(x))");
        assertThat(lines(Conv.same(16, 3).biased())).containsExactly(
                "y = nn.Conv2d(8, 16, kernel_size=3, padding=1)(x)", "y = Conv2D(16, 3, padding=\"same\")(x)");
        assertThat(lines(new Conv(16, new Window(new Size(3, 1), Size.ONE, UNEVEN, Size.ONE), 8, true))).containsExactly(
                "y = nn.Conv2d(8, 16, kernel_size=(3, 1), groups=8)(F.pad(x, (0, 0, 1, 2)))",
                "y = Conv2D(16, (3, 1), groups=8)(ZeroPadding2D(((1, 2), (0, 0)))(x))");
        assertThat(lines(new Conv(4, Window.of(3).dilated(2).strided(2), 1, true))).containsExactly(
                "y = nn.Conv2d(8, 4, kernel_size=3, stride=2, dilation=2)(x)",
                "y = Conv2D(4, 3, dilation_rate=2)(x)[:, ::2, ::2, :]");
    }

    @Test
    void transposedConvolutionsCropWhatIsCut() {
        assertThat(lines(Layer.TransposedConv.upscale(4, 2))).containsExactly(
                "y = nn.ConvTranspose2d(8, 4, kernel_size=2, stride=2)(x)", "y = Conv2DTranspose(4, 2, strides=2)(x)");
        assertThat(lines(new Layer.TransposedConv(4, Size.square(3), Size.square(2), Padding.all(1), new Size(1, 1), false)))
                .containsExactly(
                        "y = nn.ConvTranspose2d(8, 4, kernel_size=3, stride=2, padding=1, output_padding=1, bias=False)(x)",
                        "y = Cropping2D(1)(Conv2DTranspose(4, 3, strides=2, output_padding=1, use_bias=False)(x))");
        assertThat(lines(new Layer.TransposedConv(4, Size.ONE, Size.square(2), UNEVEN, new Size(0, 0), true))).containsExactly(
                "y = nn.ConvTranspose2d(8, 4, kernel_size=1, stride=2)(x)[:, :, 1:-2, :]",
                "y = Cropping2D(((1, 2), (0, 0)))(Conv2DTranspose(4, 1, strides=2, output_padding=0)(x))");
    }

    @Test
    void poolsPadAsTheyMustToMeanTheSame() {
        assertThat(lines(MaxPool.halve())).containsExactly("y = nn.MaxPool2d(2, stride=2)(x)", "y = MaxPooling2D(2, strides=2)(x)");
        assertThat(lines(new MaxPool(Window.same(3).strided(2), false))).containsExactly(
                "y = nn.MaxPool2d(3, stride=2, padding=1)(x)",
                "y = MaxPooling2D(3, strides=2)(ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=float(\"-inf\")))");
        assertThat(lines(new MaxPool(Window.same(3), false)).getLast())
                .isEqualTo("y = MaxPooling2D(3, strides=1, padding=\"same\")(x)");
        assertThat(lines(new MaxPool(Window.of(2).strided(2), true), new Shape(8, 5, 5))).containsExactly(
                "y = nn.MaxPool2d(2, stride=2, ceil_mode=True)(x)",
                "y = MaxPooling2D(2, strides=2)(ops.pad(x, ((0, 0), (0, 1), (0, 1), (0, 0)), constant_values=float(\"-inf\")))");
        assertThat(lines(new Layer.AveragePool(Window.same(3).strided(2), false, false))).containsExactly(
                "y = nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)(x)",
                "m = ZeroPadding2D(1)(ops.ones_like(x))\n"
                        + "y = AveragePooling2D(3, strides=2)(ZeroPadding2D(1)(x)) / AveragePooling2D(3, strides=2)(m)");
        assertThat(lines(new Layer.AveragePool(Window.same(3).strided(2), false, true)).getLast())
                .isEqualTo("y = AveragePooling2D(3, strides=2)(ZeroPadding2D(1)(x))");
        assertThat(lines(new Layer.GlobalAveragePool())).containsExactly(
                "y = nn.AdaptiveAvgPool2d(1)(x)", "y = GlobalAveragePooling2D(keepdims=True)(x)");
    }

    @Test
    void anUnpoolReadsTheIndicesThatItsPoolGives() {
        NodeId x = net.input(8, 7, 6);
        NodeId pool = net.chain("pool", MaxPool.halve(), x);
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(pool), Inlet.indices(pool));
        assertThat(of(pool).pyTorch().text()).isEqualTo("y, indices = nn.MaxPool2d(2, stride=2, return_indices=True)(x)");
        assertThat(of(unpool).pyTorch().text()).isEqualTo("y = nn.MaxUnpool2d(2, stride=2)(x, indices, output_size=(7, 6))");
        assertThat(of(unpool).keras().text()).startsWith("# Keras has no layer that unpools");
    }

    @Test
    void whereWindowsTileKerasFindsTheMaximaAgain() {
        NodeId x = net.input(8, 6, 6);
        NodeId pool = net.chain("pool", MaxPool.halve(), x);
        CodeLines code = of(net.node("unpool", new Layer.MaxUnpool(), Inlet.main(pool), Inlet.indices(pool)));
        assertThat(code.pyTorch().text()).isEqualTo("y = nn.MaxUnpool2d(2, stride=2)(x, indices)");
        assertThat(code.keras().lines().getLast())
                .isEqualTo("y = UpSampling2D(2)(x) * ops.cast(ops.equal(UpSampling2D(2)(p), t), x.dtype)");
        assertThat(code.keras().variables()).extracting(Variable::name).containsExactly("x", "p", "t");
        assertThat(code.keras().variables()).extracting(Variable::source).containsExactly(pool, pool, x);
    }

    @Test
    void whatActsValueByValueIsOneCall() {
        assertThat(lines(new Layer.Relu())).containsExactly("y = nn.ReLU()(x)", "y = ReLU()(x)");
        assertThat(lines(new Layer.Relu6())).containsExactly("y = nn.ReLU6()(x)", "y = ReLU(max_value=6)(x)");
        assertThat(lines(new Layer.LeakyRelu(0.1f))).containsExactly("y = nn.LeakyReLU(0.1)(x)", "y = LeakyReLU(negative_slope=0.1)(x)");
        assertThat(lines(new Layer.Sigmoid())).containsExactly("y = nn.Sigmoid()(x)", "y = Activation(\"sigmoid\")(x)");
        assertThat(lines(new Layer.Softmax())).containsExactly("y = nn.Softmax(dim=1)(x)", "y = Softmax(axis=-1)(x)");
        assertThat(lines(Layer.BatchNorm.standard())).containsExactly("y = nn.BatchNorm2d(8)(x)", "y = BatchNormalization(epsilon=1e-5)(x)");
        assertThat(lines(new Layer.BatchNorm(1e-3f))).containsExactly("y = nn.BatchNorm2d(8, eps=0.001)(x)", "y = BatchNormalization()(x)");
        assertThat(lines(new Layer.Dropout(0.5f))).containsExactly("y = nn.Dropout(0.5)(x)", "y = Dropout(0.5)(x)");
        assertThat(lines(new Layer.Scale(0.01f))).containsExactly("y = 0.01 * x", "y = 0.01 * x");
        assertThat(lines(new Layer.Identity())).containsExactly("y = x", "y = x");
    }

    @Test
    void framesAndSizesAreSlicesAndPads() {
        assertThat(lines(new Layer.Crop(Padding.all(4)))).containsExactly("y = x[:, :, 4:-4, 4:-4]", "y = Cropping2D(4)(x)");
        assertThat(lines(new Layer.Crop(UNEVEN))).containsExactly("y = x[:, :, 1:-2, :]", "y = Cropping2D(((1, 2), (0, 0)))(x)");
        assertThat(lines(new Layer.ZeroPad(new Padding(1, 2, 1, 2)))).containsExactly(
                "y = F.pad(x, (2, 2, 1, 1))", "y = ZeroPadding2D((1, 2))(x)");
        assertThat(lines(new Layer.ZeroPadChannels(4, 8))).containsExactly("y = F.pad(x, (0, 0, 0, 0, 4, 8))",
                "y = ops.pad(x, ((0, 0), (0, 0), (0, 0), (4, 8)))");
        assertThat(lines(new Layer.Subsample(2))).containsExactly("y = x[:, :, ::2, ::2]", "y = x[:, ::2, ::2, :]");
        assertThat(lines(new Layer.Upsample(2, Interpolation.NEAREST))).containsExactly(
                "y = nn.Upsample(scale_factor=2, mode=\"nearest\")(x)", "y = UpSampling2D(2)(x)");
        assertThat(lines(new Layer.Upsample(2, Interpolation.BILINEAR))).containsExactly(
                "y = nn.Upsample(scale_factor=2, mode=\"bilinear\", align_corners=False)(x)",
                "y = UpSampling2D(2, interpolation=\"bilinear\")(x)");
    }

    @Test
    void aLinearLayerFlattensAVectorThatStillHasAHeightAndAWidth() {
        assertThat(lines(new Layer.Linear(10, true), Shape.vector(64))).containsExactly(
                "y = nn.Linear(64, 10)(x.flatten(1))", "y = Dense(10)(Flatten()(x))");
        NodeId flat = net.chain("flat", new Layer.Flatten(), net.input(8, 4, 4));
        NodeId linear = net.chain("linear", new Layer.Linear(10, false), flat);
        NodeId norm = net.chain("norm", Layer.BatchNorm.standard(), linear);
        NodeId conv = net.chain("conv", Conv.same(4, 1), norm);
        NodeId zeros = net.chain("zeros", new Layer.ZeroPadChannels(1, 2), norm);
        assertThat(of(flat).pyTorch().text()).isEqualTo("y = nn.Flatten()(x)");
        assertThat(of(flat).keras().text()).as("Keras would flatten row by row").isEqualTo("y = Flatten()(Permute((3, 1, 2))(x))");
        assertThat(of(linear).pyTorch().text()).isEqualTo("y = nn.Linear(128, 10, bias=False)(x)");
        assertThat(of(linear).keras().text()).isEqualTo("y = Dense(10, use_bias=False)(x)");
        assertThat(of(norm).pyTorch().text()).isEqualTo("y = nn.BatchNorm1d(10)(x)");
        assertThat(of(conv).pyTorch().text()).isEqualTo("y = nn.Conv2d(10, 4, kernel_size=1, bias=False)(x[:, :, None, None])");
        assertThat(of(conv).keras().text()).isEqualTo("y = Conv2D(4, 1, use_bias=False)(x[:, None, None, :])");
        assertThat(of(zeros).pyTorch().text()).isEqualTo("y = F.pad(x, (1, 2))");
        assertThat(of(zeros).keras().text()).isEqualTo("y = ops.pad(x, ((0, 0), (1, 2)))");
    }

    @Test
    void aFlatOperandMeetsOneThatIsNot() {
        NodeId x = net.input(8, 1, 1);
        NodeId linear = net.chain("linear", new Layer.Linear(8, false), x);
        CodeLines sum = of(net.merge("sum", new Layer.Add(), x, linear));
        assertThat(sum.pyTorch().text()).isEqualTo("y = x.flatten(1) + f");
        assertThat(sum.keras().text()).isEqualTo("y = Add()([Flatten()(x), f])");
    }

    @Test
    void anInputIsXWithItsAxesInEachFrameworksOrder() {
        CodeLines input = of(net.input(3, 24, 32));
        assertThat(input.pyTorch().text()).isEqualTo("x = torch.randn(1, 3, 24, 32)");
        assertThat(input.keras().text()).isEqualTo("x = Input(shape=(24, 32, 3))");
        assertThat(input.pyTorch().variables()).isEmpty();
    }

    @Test
    void whereNobodyKnowsTheChannelsALazyLayerFindsThem() {
        NodeId gone = net.chain("conv", new Conv(16, Window.same(3), 1, false), NodeId.of("nowhere"));
        assertThat(of(gone).pyTorch().text()).isEqualTo("y = nn.LazyConv2d(16, kernel_size=3, padding=1, bias=False)(x)");
        assertThat(of(net.node("alone", new Layer.Relu())).keras().text()).isEqualTo("# nothing comes in");
    }
}
