package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Origins.Origin;

/** Where channels come from, written as {@code mixer:index}, with {@code ^} for those that came by a skip. */
class OriginsTest {
    private final NetworkBuilder net = new NetworkBuilder("net");
    private final NodeId x = net.input(2, 4, 4);

    private String origins(NodeId id) {
        return of(id).stream().map(origin -> origin.mixer() + ":" + origin.index() + (origin.bySkip() ? "^" : ""))
                .collect(Collectors.joining(" "));
    }

    private List<Integer> places(NodeId id) {
        return of(id).stream().map(Origin::place).toList();
    }

    private List<Origin> of(NodeId id) {
        return Origins.of(Shapes.of(net.build())).of(id);
    }

    @Test
    void aConvolutionStartsAnewAndWhatActsChannelByChannelPassesOn() {
        NodeId conv = net.chain("conv", Conv.same(3, 3), x);
        NodeId relu = net.chain("relu", new Layer.Relu(), conv);
        NodeId norm = net.chain("norm", Layer.BatchNorm.standard(), relu);
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), norm);
        assertThat(origins(x)).isEqualTo("input:0 input:1");
        assertThat(origins(pool)).isEqualTo("conv:0 conv:1 conv:2");
    }

    @Test
    void softmaxMixes() {
        assertThat(origins(net.chain("softmax", new Layer.Softmax(), x))).isEqualTo("softmax:0 softmax:1");
    }

    @Test
    void aConcatRemembersWhatCameBySkipForGood() {
        NodeId conv = net.chain("conv", Conv.same(2, 3), x);
        NodeId first = net.merge("first", new Layer.Concat(), x, conv);
        NodeId relu = net.chain("relu", new Layer.Relu(), first);
        NodeId conv2 = net.chain("conv2", Conv.same(2, 3), relu);
        NodeId second = net.merge("second", new Layer.Concat(), relu, conv2);
        assertThat(origins(relu)).isEqualTo("input:0^ input:1^ conv:0 conv:1");
        assertThat(origins(second)).isEqualTo("input:0^ input:1^ conv:0^ conv:1^ conv2:0 conv2:1");
        assertThat(places(second)).as("in a chain of adds all lie on the same two").containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void anAddHasTheOriginsOfTheMainBranch() {
        NodeId conv = net.chain("conv", Conv.same(2, 3), x);
        assertThat(origins(net.merge("add", new Layer.Add(), x, conv))).isEqualTo("conv:0 conv:1");
    }

    @Test
    void aGateHasTheOriginsOfWhatItGatesEvenIfThatIsTheSkip() {
        NodeId gate = net.chain("gate", Conv.same(1, 1), x);
        assertThat(origins(net.merge("gated", new Layer.Gate(), x, gate))).isEqualTo("input:0 input:1");
    }

    @Test
    void parallelBranchesStayBesideEachOtherUnderAnAdd() {
        NodeId a = net.chain("a", Conv.same(1, 1), x);
        NodeId fire = net.node("fire", new Layer.Concat(), Inlet.main(a), Inlet.main(x));
        NodeId conv = net.chain("conv", Conv.same(3, 3), fire);
        NodeId merge = net.merge("merge", new Layer.Concat(), fire, conv);
        assertThat(origins(merge)).isEqualTo("a:0^ input:0^ input:1^ conv:0 conv:1 conv:2");
        assertThat(places(merge)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void zeroChannelsAreTheirPadsOwnAndMoveTheOthers() {
        NodeId padded = net.chain("pad", new Layer.ZeroPadChannels(1, 1), x);
        NodeId conv = net.chain("conv", Conv.same(4, 3), x);
        NodeId merge = net.merge("merge", new Layer.Concat(), padded, conv);
        assertThat(origins(padded)).isEqualTo("pad:0 input:0 input:1 pad:3");
        assertThat(places(merge)).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
    }

    @Test
    void flattenGivesEachChannelARunOfItsOwn() {
        NetworkBuilder flat = new NetworkBuilder("flat");
        NodeId flatten = flat.chain("flatten", new Layer.Flatten(), flat.input(2, 1, 3));
        assertThat(Origins.of(Shapes.of(flat.build())).of(flatten)).extracting(Origin::index)
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aVectorOfTwoThousandMillionChannelsHasOriginsToo() {
        NetworkBuilder wide = new NetworkBuilder("wide");
        NodeId flatten = wide.chain("flatten", new Layer.Flatten(), wide.input(1, 46_340, 46_340));
        List<Origin> origins = Origins.of(Shapes.of(wide.build())).of(flatten);
        assertThat(origins.size()).isEqualTo(46_340 * 46_340);
        assertThat(origins.getLast()).isEqualTo(new Origin(NodeId.of("input"), 46_340 * 46_340 - 1, 46_340 * 46_340 - 1, false));
    }

    @Test
    void whatHasNoShapeHasNoOrigins() {
        assertThat(of(net.chain("gone", new Layer.Relu(), NodeId.of("nowhere")))).isEmpty();
    }
}
