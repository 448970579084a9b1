package skipstitch.explain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skipstitch.network.HostileNetworks;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Window;

/** What the frameworks do where shapes do not meet. */
class ResponseTest {

    private static CodeLines of(Layer layer, Shape... shapes) {
        NetworkBuilder net = new NetworkBuilder("one");
        Inlet[] inlets = new Inlet[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            NodeId source = net.node("input" + i, new Layer.Input(shapes[i]));
            inlets[i] = i == 0 && shapes.length > 1 ? Inlet.skip(source) : Inlet.main(source);
        }
        NodeId id = net.node("layer", layer, inlets);
        Shapes inferred = Shapes.of(net.build());
        return CodeLines.of(inferred, inferred.network().node(id));
    }

    /** PyTorch's, then Keras's. */
    private static List<String> words(Layer layer, Shape... shapes) {
        CodeLines code = of(layer, shapes);
        return List.of(code.pyTorch().atMisfit().map(Response::words).orElse("says nothing"),
                code.keras().atMisfit().map(Response::words).orElse("says nothing"));
    }

    @Test
    void anAddOfDifferentChannelsIsRefused() {
        assertThat(words(new Layer.Add(), new Shape(8, 32, 32), new Shape(16, 32, 32))).containsExactly(
                "refuses: RuntimeError, “The size of tensor a (8) must match the size of tensor b (16) at non-singleton dimension 1”",
                "refuses: ValueError, “Inputs have incompatible shapes. Received shapes (32, 32, 8) and (32, 32, 16)”");
    }

    @Test
    void pyTorchNamesTheLastAxisThatDiffers() {
        assertThat(words(new Layer.Add(), new Shape(8, 32, 30), new Shape(16, 16, 15)).getFirst())
                .contains("a (30) must match the size of tensor b (15) at non-singleton dimension 3");
    }

    @Test
    void aSizeOfOneSpreadsWithoutAWordInBoth() {
        String words = "spreads every size of 1 without a word: the result is 64×8×8";
        assertThat(words(new Layer.Add(), new Shape(64, 8, 8), new Shape(1, 8, 8))).containsExactly(words, words);
        assertThat(words(new Layer.Multiply(), new Shape(64, 8, 8), new Shape(64, 1, 1))).containsExactly(words, words);
        assertThat(words(new Layer.Add(), new Shape(64, 1, 8), new Shape(1, 8, 1))).containsExactly(words, words);
    }

    @Test
    void whatSpreadFirstMayStillNotFitTheThird() {
        assertThat(words(new Layer.Add(), new Shape(1, 8, 8), new Shape(64, 8, 8), new Shape(32, 8, 8)).getFirst())
                .contains("tensor a (64) must match the size of tensor b (32)");
    }

    @Test
    void aConcatOfDifferentSizesIsRefusedEvenWhereOneIsOne() {
        assertThat(words(new Layer.Concat(), new Shape(8, 32, 32), new Shape(4, 1, 32))).containsExactly(
                "refuses: RuntimeError, “Sizes of tensors must match except in dimension 1. Expected size 32 but got size 1 "
                        + "for tensor number 1 in the list.”",
                "refuses: ValueError, “A `Concatenate` layer requires inputs with matching shapes except for the concatenation "
                        + "axis. Received: input_shape=[(None, 32, 32, 8), (None, 1, 32, 4)]”");
    }

    @Test
    void aGateOfManyChannelsMultipliesAllTheSame() {
        assertThat(words(new Layer.Gate(), new Shape(8, 4, 4), new Shape(8, 4, 4)).getFirst())
                .isEqualTo("multiplies element by element without a word: the result is 8×4×4");
    }

    @Test
    void groupsThatDoNotDivideAreRefused() {
        assertThat(words(new Conv(6, Window.same(3), 3, false), new Shape(8, 4, 4))).containsExactly(
                "refuses: ValueError, “in_channels must be divisible by groups”",
                "refuses: ValueError, “The number of input channels must be evenly divisible by the number of groups. "
                        + "Received groups=3, but the input has 8 channels”");
    }

    @Test
    void aWindowThatIsTooLargeIsRefused() {
        assertThat(words(new Conv(6, Window.of(5), 1, false), new Shape(8, 2, 2))).containsExactly(
                "refuses: RuntimeError, “Calculated padded input size per channel: (2 x 2). Kernel size: (5 x 5). "
                        + "Kernel size can't be greater than actual input size”",
                "refuses: ValueError, “Computed output size would be negative”");
        assertThat(words(new MaxPool(Window.of(3).strided(2), false), new Shape(8, 2, 2)).getFirst())
                .isEqualTo("refuses: RuntimeError, “Output size is too small”");
        assertThat(words(new MaxPool(Window.of(3).strided(2), true), new Shape(8, 2, 2)).getFirst())
                .isEqualTo("takes the window that sticks out as a partial one: the result is 8×1×1");
    }

    @Test
    void aLinearLayerOnAPictureIsADifferentMistakeInEach() {
        assertThat(words(new Layer.Linear(10, true), new Shape(8, 4, 5))).containsExactly(
                "refuses: RuntimeError, “mat1 and mat2 shapes cannot be multiplied (32x5 and 8x10)”",
                "applies Dense at every position, like a 1×1 convolution, without a word: the result is 10×4×5");
        assertThat(words(new Layer.Linear(10, true), new Shape(8, 4, 8)).getFirst())
                .isEqualTo("multiplies along the width, row by row, without a word: the result is 8×4×10");
    }

    @Test
    void aCropOfAllLeavesPyTorchWithNothing() {
        assertThat(words(new Layer.Crop(Padding.all(4)), new Shape(8, 6, 20))).containsExactly(
                "slices down to nothing without a word: the result is 8×0×12",
                "refuses: ValueError, “Values in `cropping` argument should be smaller than the corresponding spatial dimension "
                        + "of the input”");
    }

    @Test
    void whatFitsOrWaitsHasNoResponseAndNoNetworkIsTooBrokenForCode() {
        for (int seed = 0; seed < 1000; seed++) {
            Shapes shapes = Shapes.of(new RandomNetworks(seed).drawn(20));
            List<NodeId> broken = shapes.misfits().stream().map(misfit -> misfit.node()).toList();
            for (Node node : shapes.network().nodes()) {
                CodeLines code = CodeLines.of(shapes, node);
                assertThat(code.pyTorch().lines()).as("seed %d, %s", seed, node).isNotEmpty();
                assertThat(code.keras().lines()).as("seed %d, %s", seed, node).isNotEmpty();
                if (!broken.contains(node.id())) {
                    assertThat(code.pyTorch().atMisfit()).as("seed %d, %s", seed, node).isEmpty();
                    assertThat(code.keras().atMisfit()).as("seed %d, %s", seed, node).isEmpty();
                }
            }
        }
    }

    @Test
    void nobodysNetworkIsTooHostileForCode() {
        HostileNetworks hostile = new HostileNetworks(new Random(5));
        for (int i = 0; i < 2000; i++) {
            Shapes shapes = Shapes.of(hostile.next());
            for (Node node : shapes.network().nodes()) {
                assertThat(CodeLines.of(shapes, node).pyTorch().lines()).as("network %d, %s", i, node).isNotEmpty();
            }
        }
    }
}
