package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.MaxUnpool;

class MemoryTest {
    private static final long PICTURE = 1024 * 4;

    /**
     * Eight maps of 32×32 are one unit. Forward, the skip, F(x) and their merge are alive at once; backward, the
     * picture, the inputs of three convolutions and both ReLUs are kept, one of which is such an input.
     */
    @ParameterizedTest
    @CsvSource({"AS_DRAWN, 3, 4", "ADD, 3, 4", "CONCAT, 4, 5", "NO_SKIP, 2, 4"})
    void countsTheResidualBlockAsByHand(Variant variant, int alive, int kept) {
        Memory memory = Memory.of(variant.of(block()));

        assertThat(memory.forwardBytes()).isEqualTo(alive * 8 * PICTURE);
        assertThat(memory.backwardBytes()).isEqualTo(PICTURE + kept * 8 * PICTURE);
    }

    private static Network block() {
        NetworkBuilder net = new NetworkBuilder("block");
        NodeId x = net.chain("conv0", Conv.same(8, 3), net.input(1, 32, 32));
        NodeId f = net.chain("relu", new Layer.Relu(), net.chain("conv1", Conv.same(8, 3), x));
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("conv2", Conv.same(8, 3), f));
        net.chain("relu3", new Layer.Relu(), net.chain("conv3", Conv.same(8, 3), merge));
        return net.build();
    }

    /** Maps of 4×8×8 and their pool, 4×4×4: its values go once the convolution has read them, the places stay. */
    @Test
    void placesOfMaximaStayUntilTheUnpoolAndAreAsManyAsThePoolsValues() {
        NetworkBuilder net = new NetworkBuilder("unpool");
        NodeId pool = net.chain("pool", MaxPool.halve(), net.input(4, 8, 8));
        NodeId conv = net.chain("conv", Conv.same(4, 3), pool);
        net.node("unpool", new MaxUnpool(), Inlet.main(conv), Inlet.indices(pool));
        Memory memory = Memory.of(Variant.AS_DRAWN.of(net.build()));

        long small = 4 * 16 * 4;
        assertThat(memory.forwardBytes()).isEqualTo(4 * small + 2 * small);
        assertThat(memory.backwardBytes()).as("places, and the convolution's input").isEqualTo(small + small);
    }

    /** A merge that is an output, in a lane without skips: what it passes on stays while another branch is run. */
    @Test
    void whatAnOutputPassesOnIsNeverLetGo() {
        NetworkBuilder net = new NetworkBuilder("two-outputs");
        NodeId x = net.input(2, 8, 8);
        NodeId f = net.chain("conv1", Conv.same(2, 3), x);
        net.merge("merge", new Layer.Add(), x, f);
        net.chain("conv3", Conv.same(2, 3), net.chain("conv2", Conv.same(2, 3), x));

        assertThat(Memory.of(Variant.NO_SKIP.of(net.build())).forwardBytes()).isEqualTo(3 * 2 * 64 * 4);
    }

    @Test
    void whatReachesNoOutputTakesNone() {
        NetworkBuilder net = new NetworkBuilder("projected");
        NodeId x = net.chain("conv0", Conv.same(4, 3), net.input(1, 8, 8));
        NodeId shortcut = net.chain("shortcut", Conv.same(8, 1), x);
        net.chain("last", Conv.same(8, 3), net.merge("merge", new Layer.Add(), shortcut, net.chain("conv1", Conv.same(8, 3), x)));

        Memory with = Memory.of(Variant.AS_DRAWN.of(net.build()));
        Memory without = Memory.of(Variant.NO_SKIP.of(net.build()));
        assertThat(with.forwardBytes()).isEqualTo(3 * 8 * 64 * 4);
        assertThat(without.forwardBytes()).isEqualTo(2 * 8 * 64 * 4);
    }
}
