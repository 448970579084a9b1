package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.TransposedConv;

/** Every layer's shape rule on sizes worked out by hand, many from published tables. */
class LayerShapesTest {

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @MethodSource("workedByHand")
    void givesTheShapeWorkedOutByHand(Layer layer, String in, String out) {
        assertThat(OneNode.shape(layer, Shape.parse(in))).isEqualTo(Shape.parse(out));
    }

    static Stream<Arguments> workedByHand() {
        return Stream.of(
                // ResNet's stem: (224 + 6 − 7)/2 + 1 = 112, pooled to (112 + 2 − 3)/2 + 1 = 56.
                fits(new Conv(64, Window.same(7).strided(2), 1, false), "3x224x224", "64x112x112"),
                fits(new MaxPool(Window.same(3).strided(2), false), "64x112x112", "64x56x56"),
                fits(Conv.same(128, 1).strided(2), "64x56x56", "128x28x28"),
                // U-Net 2015: unpadded, 572 → 570; its last up-convolution 196 → 392.
                fits(new Conv(64, Window.of(3), 1, true), "1x572x572", "64x570x570"),
                fits(TransposedConv.upscale(64, 2), "128x196x196", "64x392x392"),
                fits(new Layer.Crop(Padding.all(88)), "64x568x568", "64x392x392"),
                // SegNet: 45 rows pooled in ceil mode are 23, in floor mode 22.
                fits(new MaxPool(Window.of(2).strided(2), true), "512x45x60", "512x23x30"),
                fits(MaxPool.halve(), "512x45x60", "512x22x30"),
                // FCN-8s: pad 100, and pools in ceil mode: 698 → 349 → 175 → 88 → 44 → 22.
                fits(new Conv(64, Window.of(3).padded(100), 1, true), "3x500x500", "64x698x698"),
                fits(new MaxPool(Window.of(2).strided(2), true), "64x349x349", "64x175x175"),
                fits(new TransposedConv(21, Size.square(4), Size.square(2), Padding.NONE, new Size(0, 0), false),
                        "21x16x16", "21x34x34"),
                fits(new TransposedConv(21, Size.square(16), Size.square(8), Padding.NONE, new Size(0, 0), false),
                        "21x70x70", "21x568x568"),
                fits(new Layer.Crop(new Padding(5, 5, 5, 5)), "21x44x44", "21x34x34"),
                // LinkNet: 3×3, stride 2, padding 1, output padding 1 doubles.
                fits(new TransposedConv(64, Size.square(3), Size.square(2), Padding.all(1), new Size(1, 1), false),
                        "64x8x8", "64x16x16"),
                // SqueezeNet 1.1: 224 → 111 → 55 in ceil mode.
                fits(new Conv(64, Window.of(3).strided(2), 1, true), "3x224x224", "64x111x111"),
                fits(new MaxPool(Window.of(3).strided(2), true), "64x111x111", "64x55x55"),
                // A 3×3 with dilation 2 spans 5.
                fits(new Conv(8, Window.of(3).dilated(2), 1, false), "8x9x9", "8x5x5"),
                fits(new Conv(8, Window.same(3), 8, false), "8x9x9", "8x9x9"),
                fits(Layer.AveragePool.halve(), "8x9x8", "8x4x4"),
                fits(new Layer.GlobalAveragePool(), "512x7x5", "512x1x1"),
                fits(new Layer.Flatten(), "16x5x5", "400x1x1"),
                fits(new Layer.Linear(10, true), "400x1x1", "10x1x1"),
                fits(new Layer.Upsample(2, Layer.Interpolation.NEAREST), "4x3x5", "4x6x10"),
                fits(new Layer.Upsample(3, Layer.Interpolation.BILINEAR), "4x3x5", "4x9x15"),
                fits(new Layer.Crop(new Padding(1, 2, 3, 4)), "4x10x10", "4x6x4"),
                fits(new Layer.ZeroPad(new Padding(1, 2, 3, 4)), "4x10x10", "4x14x16"),
                // Option A of He et al. 2015, 16 → 32 channels.
                fits(new Layer.Subsample(2), "16x32x32", "16x16x16"),
                fits(new Layer.ZeroPadChannels(8, 8), "16x16x16", "32x16x16"),
                fits(new Layer.ZeroPadChannels(0, 3), "1x2x2", "4x2x2"));
    }

    private static Arguments fits(Layer layer, String in, String out) {
        return Arguments.of(layer, in, out);
    }

    @ParameterizedTest
    @MethodSource("shapeKeepers")
    void keepsTheShape(Layer layer) {
        Shape in = new Shape(5, 7, 3);
        assertThat(OneNode.shape(layer, in)).isEqualTo(in);
    }

    static Stream<Layer> shapeKeepers() {
        return Stream.of(new Layer.Relu(), new Layer.Relu6(), new Layer.LeakyRelu(0.1f), new Layer.Sigmoid(),
                new Layer.Softmax(), Layer.BatchNorm.standard(), new Layer.Dropout(0), new Layer.Dropout(0.5f),
                new Layer.Scale(-2), new Layer.Identity(), Conv.same(5, 1), Conv.same(5, 5));
    }

    @Test
    void mergesKeepOrJoinShapes() {
        Shape x = new Shape(8, 4, 6);
        Shape f = new Shape(3, 4, 6);
        assertThat(OneNode.shape(new Layer.Add(), x, x, x)).isEqualTo(x);
        assertThat(OneNode.shape(new Layer.Multiply(), x, x)).isEqualTo(x);
        assertThat(OneNode.shape(new Layer.Concat(), x, f, x)).isEqualTo(new Shape(19, 4, 6));
        assertThat(OneNode.shape(new Layer.Gate(), x, new Shape(1, 4, 6))).isEqualTo(x);
    }

    @Test
    void unpoolTakesTheShapeThatItsPoolWasGivenWhateverTheOrderOfItsInlets() {
        for (boolean indicesFirst : new boolean[] {false, true}) {
            NetworkBuilder net = new NetworkBuilder("segnet");
            NodeId x = net.input(4, 45, 60);
            NodeId pool = net.chain("pool", new MaxPool(Window.of(2).strided(2), true), x);
            NodeId conv = net.chain("conv", Conv.same(4, 3), pool);
            Inlet main = Inlet.main(conv);
            Inlet places = Inlet.indices(pool);
            NodeId unpool = indicesFirst ? net.node("unpool", new Layer.MaxUnpool(), places, main)
                    : net.node("unpool", new Layer.MaxUnpool(), main, places);
            assertThat(Shapes.of(net.build()).shape(unpool)).isEqualTo(new Shape(4, 45, 60));
        }
    }

    @Test
    void transposedConvolutionUndoesTheSizeOfItsConvolution() {
        Random random = new Random(14);
        for (int i = 0; i < 2_000; i++) {
            int stride = 1 + random.nextInt(4);
            int kernel = 1 + random.nextInt(6);
            int padding = random.nextInt((kernel + 1) / 2);
            int extra = random.nextInt(stride);
            Shape small = new Shape(2, 1 + random.nextInt(20), 1 + random.nextInt(20));
            Fit large = OneNode.fit(new TransposedConv(2, Size.square(kernel), Size.square(stride),
                    Padding.all(padding), Size.square(extra), false), small);
            Shape found = large.found().orElseThrow();
            assertThat(OneNode.shape(new Conv(2, Window.of(kernel).strided(stride).padded(padding), 1, false), found))
                    .as("seed 14, setting %d", i).isEqualTo(small);
        }
    }
}
