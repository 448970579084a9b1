package skipstitch.explain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Variant;
import skipstitch.network.Window;

/** Receptive fields, influences and shares worked by hand. */
class ReceptiveFieldTest {
    private final NetworkBuilder net = new NetworkBuilder("net");

    private Shapes shapes() {
        return Shapes.of(net.build());
    }

    private Region field(NodeId node, int channel, int y, int x, NodeId seenAt) {
        return ReceptiveField.of(shapes(), node, new Cell(channel, y, x)).at(seenAt).orElseThrow();
    }

    @Test
    void eachThreeByThreeConvolutionAddsTwoPixels() {
        NodeId x = net.input(1, 32, 32);
        NodeId two = net.chain("two", Conv.same(4, 3), net.chain("one", Conv.same(4, 3), x));
        assertThat(field(two, 1, 12, 19, x).box()).isEqualTo(new Box(10, 17, 5, 5));
        assertThat(field(two, 1, 12, 19, x).box().size()).isEqualTo("5×5");
        assertThat(field(two, 1, 12, 19, NodeId.of("one"))).returns(4 * 9, Region::count);
        assertThat(field(two, 1, 12, 19, two)).returns(1, Region::count);
    }

    @Test
    void atABorderOnlyWhatLiesInThePictureCounts() {
        NodeId x = net.input(1, 4, 6);
        NodeId conv = net.chain("conv", Conv.same(1, 3), x);
        assertThat(field(conv, 0, 0, 5, x).mask()).hasToString("""
                ....##
                ....##
                ......
                ......
                """);
    }

    @Test
    void aStrideMultipliesAndADilationLeavesHoles() {
        NodeId x = net.input(1, 7, 9);
        NodeId dilated = net.chain("dilated", new Conv(1, Window.of(3).dilated(2), 1, false), x);
        NodeId strided = net.chain("strided", new Conv(1, Window.of(2).strided(3), 1, false), dilated);
        assertThat(field(dilated, 0, 1, 3, x).mask()).hasToString("""
                .........
                ...#.#.#.
                .........
                ...#.#.#.
                .........
                ...#.#.#.
                .........
                """);
        assertThat(field(strided, 0, 0, 1, x).mask()).hasToString("""
                ...######
                ...######
                ...######
                ...######
                ...######
                ...######
                .........
                """);
    }

    /** r = 1 + Σ (k − 1)·(product of the strides before), here for the blocks of ResNet-18 (He et al. 2015, table 1). */
    @Test
    void aDeepNetworksFieldIsAsLargeAsTheClosedFormSays() {
        NodeId x = net.input(3, 640, 640);
        NodeId at = net.chain("stem", new Conv(4, Window.same(7).strided(2), 1, false), x);
        at = net.chain("pool", new MaxPool(Window.same(3).strided(2), false), at);
        int side = 1 + 6 + 2 * 2;
        int jump = 4;
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < 2; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                NodeId skip = stride == 1 ? at : net.chain("p" + stage, Conv.same(4, 1).strided(2), at);
                NodeId first = net.chain("a" + stage + block, Conv.same(4, 3).strided(stride), at);
                NodeId second = net.chain("b" + stage + block, Conv.same(4, 3), first);
                at = net.merge("m" + stage + block, new Layer.Add(), skip, second);
                side += 2 * jump;
                jump *= stride;
                side += 2 * jump;
            }
        }
        assertThat(side).isEqualTo(435);
        assertThat(field(at, 0, 10, 10, x).box()).returns(435, Box::height).returns(435, Box::width);
    }

    @Test
    void afterAConcatAChannelOfXHasTheFieldOfXAlone() {
        NodeId x = net.input(2, 8, 8);
        NodeId f = net.chain("f", Conv.same(3, 3), x);
        NodeId merge = net.merge("merge", new Layer.Concat(), x, f);
        NodeId next = net.chain("next", Conv.same(1, 3), merge);
        assertThat(field(merge, 1, 4, 4, x).count()).isEqualTo(1);
        assertThat(field(merge, 1, 4, 4, x).channels()).hasToString("1");
        assertThat(field(merge, 2, 4, 4, x).count()).isEqualTo(2 * 9);
        assertThat(field(merge, 2, 4, 4, x).channels()).hasToString("0–1");
        assertThat(ReceptiveField.of(shapes(), merge, new Cell(1, 4, 4)).at(f)).isEmpty();
        assertThat(field(next, 0, 4, 4, merge).box().size()).isEqualTo("3×3");
        assertThat(field(next, 0, 4, 4, x).box().size()).isEqualTo("5×5");
    }

    @Test
    void groupsKeepTheirChannels() {
        NodeId x = net.input(4, 8, 8);
        NodeId grouped = net.chain("grouped", new Conv(6, Window.same(3), 2, false), x);
        NodeId depthwise = net.chain("depthwise", new Conv(4, Window.same(3), 4, false), x);
        assertThat(field(grouped, 2, 4, 4, x).channels()).hasToString("0–1");
        assertThat(field(grouped, 3, 4, 4, x).channels()).hasToString("2–3");
        assertThat(field(depthwise, 3, 4, 4, x).channels()).hasToString("3");
    }

    @Test
    void channelsOfOneTensorMayHaveDifferentFields() {
        NodeId x = net.input(2, 9, 9);
        NodeId up = net.chain("up", new Layer.ZeroPadChannels(1, 0), x);
        NodeId f = net.chain("f", new Conv(3, Window.same(3), 3, false), up);
        NodeId sum = net.merge("sum", new Layer.Add(), net.chain("down", new Layer.ZeroPadChannels(0, 1), x), f);
        Region region = field(sum, 1, 4, 4, x);
        assertThat(region.parts()).as("channel 1 is x[1] + F(x[0])").hasSize(2);
        assertThat(region.mask(0).box().size()).isEqualTo("3×3");
        assertThat(region.mask(1).box().size()).isEqualTo("1×1");
        assertThat(region.count()).isEqualTo(9 + 1);
    }

    @Test
    void anUnpooledPositionDependsOnItsWholeWindowAndOnTheValueItMayTake() {
        NodeId x = net.input(1, 4, 6);
        NodeId pool = net.chain("pool", MaxPool.halve(), x);
        NodeId between = net.chain("between", new Layer.Relu(), pool);
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(between), Inlet.indices(pool));
        assertThat(field(unpool, 0, 3, 2, between).mask()).hasToString("""
                ...
                .#.
                """);
        assertThat(field(unpool, 0, 3, 2, x).mask()).hasToString("""
                ......
                ......
                ..##..
                ..##..
                """);
    }

    @Test
    void aTransposedConvolutionSpreadsAndOverlaps() {
        NodeId x = net.input(1, 3, 3);
        NodeId up = net.chain("up", new Layer.TransposedConv(1, Size.square(3), Size.square(2), Padding.all(1),
                new Size(1, 1), false), x);
        assertThat(field(up, 0, 2, 2, x).mask().count()).as("an even place has one").isEqualTo(1);
        assertThat(field(up, 0, 3, 2, x).box().size()).as("an odd one lies between two").isEqualTo("2×1");
        Mask painted = Influence.of(shapes(), x, new Cell(0, 1, 1)).mask(up).orElseThrow();
        assertThat(painted.box()).isEqualTo(new Box(1, 1, 3, 3));
    }

    @Test
    void flattenAndLinearSeeAll() {
        NodeId x = net.input(2, 3, 4);
        NodeId flat = net.chain("flat", new Layer.Flatten(), x);
        NodeId linear = net.chain("linear", new Layer.Linear(5, true), flat);
        assertThat(field(flat, 17, 0, 0, x).count()).isEqualTo(1);
        assertThat(field(flat, 17, 0, 0, x).has(new Cell(1, 1, 1))).isTrue();
        assertThat(field(linear, 3, 0, 0, x)).returns(24, Region::count);
        assertThat(Influence.of(shapes(), x, new Cell(1, 1, 1)).at(flat).orElseThrow().channels()).hasToString("17");
    }

    @Test
    void aPositionUnderNothingButPaddingComesFromNowhere() {
        NodeId x = net.input(1, 2, 2);
        NodeId padded = net.chain("padded", new Layer.ZeroPad(Padding.all(2)), x);
        assertThat(ReceptiveField.of(shapes(), padded, new Cell(0, 0, 0)).nodes()).containsExactly(padded);
    }

    @Test
    void theSkipKeepsTheDetailThatTheMainBranchSmears() {
        NodeId x = net.input(1, 32, 32);
        NodeId down = net.chain("down", MaxPool.halve(), net.chain("conv", Conv.same(2, 3), x));
        NodeId deep = net.chain("deep", Conv.same(2, 3), down);
        NodeId up = net.chain("up", new Layer.Upsample(2, Layer.Interpolation.NEAREST), deep);
        NodeId merge = net.merge("merge", new Layer.Concat(), x, up);
        NodeId head = net.chain("head", Conv.same(1, 1), merge);
        Shares shares = Shares.of(shapes(), merge, head, new Cell(0, 16, 16));
        assertThat(shares.skip().mask(x).orElseThrow().box().size()).isEqualTo("1×1");
        assertThat(shares.main().mask(x).orElseThrow().box().size()).isEqualTo("8×8");
        assertThat(shares.all().mask(x)).isEqualTo(shares.main().mask(x));
        assertThat(shares.skip().nodes()).containsExactly(x);
        assertThat(shares.main().at(merge)).isEmpty();
    }

    @Test
    void waysAroundAMergeBelongToNeitherShare() {
        NodeId x = net.input(1, 9, 9);
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(1, 3), x));
        NodeId around = net.chain("around", Conv.same(1, 7), x);
        NodeId last = net.merge("last", new Layer.Add(), around, merge);
        Shares shares = Shares.of(shapes(), merge, last, new Cell(0, 4, 4));
        assertThat(shares.all().mask(x).orElseThrow().box().size()).isEqualTo("7×7");
        assertThat(shares.main().mask(x).orElseThrow().box().size()).isEqualTo("3×3");
        assertThat(Shares.of(shapes(), merge, around, new Cell(0, 4, 4)).skip().nodes()).isEmpty();
    }

    @Test
    void aLaneWithoutTheSkipHasNoShareOfIt() {
        NodeId x = net.input(1, 9, 9);
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(1, 3), x));
        Shares shares = Shares.of(Variant.NO_SKIP.of(net.build()).shapes(), merge, merge, new Cell(0, 4, 4));
        assertThat(shares.skip().nodes()).isEmpty();
        assertThat(shares.main().mask(x).orElseThrow().box().size()).isEqualTo("3×3");
    }

    @Test
    void aCellThatTheTensorLacksIsRefused() {
        NodeId x = net.input(1, 2, 2);
        assertThatThrownBy(() -> ReceptiveField.of(shapes(), x, new Cell(0, 2, 0)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1×2×2");
    }
}
