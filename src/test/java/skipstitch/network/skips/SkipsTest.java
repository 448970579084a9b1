package skipstitch.network.skips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** Networks after a drop. */
class SkipsTest {
    private static final NodeId X = NodeId.of("x");
    private static final NodeId F = NodeId.of("f");
    private static final NodeId MERGE = NodeId.of("merge");
    private static final NodeId POOL = NodeId.of("pool");
    private static final NodeId CONV = NodeId.of("conv");
    private static final NodeId NEXT = NodeId.of("next");
    private static final Edge SKIP = new Edge(MERGE, 0);
    private static final Target ON_NEXT = new Target.OnEdge(new Edge(NEXT, 0));
    private static final NodeId NEW_ADD = NodeId.of("add-1");
    private static final NodeId NEW_CONV = NodeId.of("conv-1");

    /** x 8×32×32, skip over f, then a pool and a convolution to 16×16×16, and one more. */
    private static Network block() {
        NetworkBuilder net = new NetworkBuilder("block");
        NodeId x = net.chain("x", Conv.same(8, 3), net.input(1, 32, 32));
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("f", Conv.same(8, 3), x));
        NodeId conv = net.chain("conv", Conv.same(16, 3), net.chain("pool", Layer.MaxPool.halve(), merge));
        net.chain("next", Conv.same(16, 3), conv);
        return net.build();
    }

    private static Network land(Network drawn, Carried carried, Target target, Layer.Merge merge, Layer... repair) {
        return Skips.land(drawn, carried, target, merge, List.of(repair), new NewIds(drawn));
    }

    private static List<String> ids(Network network) {
        return network.nodes().stream().map(node -> node.id().value()).toList();
    }

    @Test
    void aSkipThatLeavesItsMergeDissolvesItAndMakesAnotherOnAnEdge() {
        Network landed = land(block(), new Carried.End(SKIP), ON_NEXT, new Layer.Add(), Conv.same(16, 1).strided(2));
        assertThat(ids(landed)).containsExactly("input", "x", "f", "pool", "conv", "conv-1", "add-1", "next");
        assertThat(landed.node(POOL).inlets()).containsExactly(Inlet.main(F));
        assertThat(landed.node(NEW_CONV)).isEqualTo(
                new Node(NEW_CONV, "", "", Conv.same(16, 1).strided(2), List.of(Inlet.main(X))));
        assertThat(landed.node(NEW_ADD)).isEqualTo(new Node(NEW_ADD, "", "", new Layer.Add(),
                List.of(Inlet.skip(NEW_CONV), Inlet.main(CONV))));
        assertThat(landed.node(NEXT).inlets()).containsExactly(Inlet.main(NEW_ADD));
        assertThat(Shapes.of(landed).shape(NEW_ADD)).isEqualTo(new Shape(16, 16, 16));
    }

    /** The two rows of the repair card. */
    @Test
    void theCostOfAMoveIsTheRepairsAndTheNextLayers() {
        Network drawn = block();
        AddedCost add = Skips.costOf(drawn,
                land(drawn, new Carried.End(SKIP), ON_NEXT, new Layer.Add(), Conv.same(16, 1).strided(2)));
        assertThat(add.repair().params()).isEqualTo(128);
        assertThat(add.next().params()).isZero();
        assertThat(add.total().macs()).isEqualTo(128 * 256);
        AddedCost concat = Skips.costOf(drawn,
                land(drawn, new Carried.End(SKIP), ON_NEXT, new Layer.Concat(), Layer.MaxPool.halve()));
        assertThat(concat.repair().params()).isZero();
        assertThat(concat.next().params()).isEqualTo(1_152);
        assertThat(concat.next().macs()).isEqualTo(1_152 * 256);
        assertThat(concat.whole()).isTrue();
    }

    @Test
    void whatTheDropBreaksIsNotCountedAndSaysSo() {
        AddedCost broken = Skips.costOf(block(), land(block(), new Carried.End(SKIP), ON_NEXT, new Layer.Add()));
        assertThat(broken.whole()).isFalse();
    }

    @Test
    void aMergeOfThreeStaysAndKeepsTheOrderOfTheOthers() {
        NetworkBuilder net = new NetworkBuilder("three");
        NodeId x = net.input(2, 4, 4);
        NodeId a = net.chain("a", Conv.same(2, 3), x);
        NodeId f = net.chain("f", Conv.same(2, 3), a);
        net.node("merge", new Layer.Concat(), Inlet.skip(x), Inlet.skip(a), Inlet.main(f));
        Network drawn = net.build();
        Network moved = land(drawn, new Carried.End(SKIP), new Target.OnEdge(new Edge(MERGE, 2)), new Layer.Add());
        assertThat(moved.node(MERGE).inlets()).containsExactly(Inlet.skip(a), Inlet.main(NEW_ADD));
        assertThat(moved.node(NEW_ADD).inlets()).containsExactly(Inlet.skip(x), Inlet.main(f));
        assertThat(Skips.detach(drawn, SKIP).node(MERGE).inlets()).containsExactly(Inlet.skip(a), Inlet.main(f));
    }

    @Test
    void aSecondSkipComesAfterTheFirstAndBeforeTheMainBranch() {
        Network landed = land(block(), new Carried.Fresh(NodeId.of("input")), new Target.Merge(MERGE),
                new Layer.Concat(), new Layer.Relu());
        assertThat(landed.node(MERGE).layer()).isEqualTo(new Layer.Concat());
        assertThat(landed.node(MERGE).inlets())
                .containsExactly(Inlet.skip(X), Inlet.skip(NodeId.of("relu-1")), Inlet.main(F));
        assertThat(ids(landed)).containsSubsequence("f", "relu-1", "merge", "pool");
    }

    @Test
    void backOnItsMergeASkipChangesOnlyTheKindOfMerge() {
        Network landed = land(block(), new Carried.End(SKIP), new Target.Merge(MERGE), new Layer.Concat());
        assertThat(landed.node(MERGE)).isEqualTo(block().node(MERGE).withLayer(new Layer.Concat()));
    }

    @Test
    void aTakenAwaySkipTakesAlongWhatMendedItAlone() {
        Network mended = land(block(), new Carried.End(SKIP), ON_NEXT, new Layer.Add(), new Layer.Subsample(2),
                new Layer.ZeroPadChannels(0, 8));
        Network detached = Skips.detach(mended, new Edge(NEW_ADD, 0));
        assertThat(ids(detached)).containsExactly("input", "x", "f", "pool", "conv", "next");
        assertThat(detached.node(NEXT).inlets()).containsExactly(Inlet.main(CONV));
        Network other = land(mended, new Carried.Start(new Edge(NEW_ADD, 0)), new Target.Output(CONV),
                new Layer.Concat());
        assertThat(ids(other)).containsExactly("input", "x", "f", "pool", "conv", "add-1", "next");
        assertThat(other.node(NEW_ADD)).isEqualTo(new Node(NEW_ADD, "", "", new Layer.Concat(),
                List.of(Inlet.skip(CONV), Inlet.main(CONV))));
    }

    @Test
    void theStartOfAMainEdgeTakesAnotherTensor() {
        Network landed = land(block(), new Carried.Start(new Edge(NEXT, 0)), new Target.Output(POOL), new Layer.Add());
        assertThat(landed).isEqualTo(block().map(node ->
                node.id().equals(NEXT) ? node.withInlets(List.of(Inlet.main(POOL))) : node));
    }

    @Test
    void theEndOfAMainEdgeLeavesItsNodeDanglingAndEntersAnother() {
        Network landed = land(block(), new Carried.MainEnd(new Edge(CONV, 0)), new Target.Inlet(NEXT), new Layer.Add());
        assertThat(landed.node(CONV).inlets()).isEmpty();
        assertThat(landed.node(NEXT).inlets()).containsExactly(Inlet.main(POOL));
        Network again = land(landed, new Carried.Fresh(POOL), new Target.Inlet(CONV), new Layer.Add());
        assertThat(again.node(CONV).inlets()).containsExactly(Inlet.main(POOL));
        Network third = land(block(), new Carried.MainEnd(new Edge(CONV, 0)), new Target.Inlet(MERGE), new Layer.Add());
        assertThat(third.node(MERGE).inlets()).containsExactly(Inlet.skip(X), Inlet.main(F), Inlet.main(POOL));
    }

    @Test
    void whatCannotLandThereIsRefused() {
        Carried main = new Carried.MainEnd(new Edge(CONV, 0));
        Target output = new Target.Output(X);
        for (Target target : List.of(ON_NEXT, new Target.Merge(MERGE), output, new Target.Inlet(NodeId.of("input")))) {
            assertThatIllegalArgumentException().as("%s", target)
                    .isThrownBy(() -> land(block(), main, target, new Layer.Add()));
        }
        Carried end = new Carried.End(SKIP);
        for (Target target : List.of(output, new Target.Inlet(NEXT), new Target.OnEdge(SKIP),
                new Target.OnEdge(new Edge(MERGE, 1)), new Target.Merge(POOL),
                new Target.Merge(NodeId.of("nowhere")))) {
            assertThatIllegalArgumentException().as("%s", target)
                    .isThrownBy(() -> land(block(), end, target, new Layer.Add()));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Skips.detach(block(), new Edge(NEXT, 0)));
    }
}
