package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

/** What each edit does to the residual block: input, conv0, conv1, relu1, conv2, merge (skip conv0), conv3, relu3. */
class EditTest {
    private static final Document BLOCK = RandomEdits.document(Presets.find("residual-block").orElseThrow().network());
    private static final NodeId CONV1 = NodeId.of("conv1");
    private static final NodeId CONV2 = NodeId.of("conv2");
    private static final NodeId MERGE = NodeId.of("merge");

    private static Network after(Edit... edits) {
        return then(BLOCK, edits).network();
    }

    private static Document then(Document document, Edit... edits) {
        Document now = document;
        for (Edit edit : edits) {
            now = edit.apply(now);
        }
        return now;
    }

    private static List<String> ids(Network network) {
        return network.nodes().stream().map(node -> node.id().value()).toList();
    }

    private static List<String> sources(Network network, String id) {
        return network.node(NodeId.of(id)).inlets().stream().map(inlet -> inlet.source().value()).toList();
    }

    @Test
    void aChangedLayerKeepsItsEdges() {
        Network changed = after(ChangeLayer.to(CONV1, new Layer.Sigmoid()));
        assertThat(changed.node(CONV1).layer()).isEqualTo(new Layer.Sigmoid());
        assertThat(sources(changed, "conv1")).containsExactly("conv0");
        assertThat(sources(changed, "relu1")).containsExactly("conv1");
    }

    @Test
    void typingIntoOneSettingOfTwoNodesIsTwoSteps() {
        Edit first = new ChangeLayer(CONV1, Conv.same(4, 3), Optional.of("filters"));
        Edit second = new ChangeLayer(CONV2, Conv.same(4, 3), Optional.of("filters"));
        assertThat(History.of(BLOCK, false).after(first).after(second).steps()).hasSize(3);
        assertThat(first.name()).isEqualTo("change filters of conv1");
    }

    @Test
    void anInsertedLayerStandsOnTheEdgeAndIsSelected() {
        Document document = new InsertLayers(List.of(new Layer.Relu(), Conv.same(8, 1)), new Edge(MERGE, 0))
                .apply(BLOCK);
        assertThat(ids(document.network())).containsExactly("input", "conv0", "conv1", "relu1", "conv2", "relu-9",
                "conv-10", "merge", "conv3", "relu3");
        assertThat(document.network().node(MERGE).inlets()).containsExactly(
                Inlet.skip(NodeId.of("conv-10")), Inlet.main(CONV2));
        assertThat(sources(document.network(), "relu-9")).containsExactly("conv0");
        assertThat(document.selection()).isEqualTo(Selection.of(NodeId.of("conv-10")));
    }

    @Test
    void anAppendedLayerTakesTheTensorBesideWhatTakesItAlready() {
        Network network = after(new AppendLayer(new Layer.Flatten(), CONV1));
        assertThat(network.consumers(CONV1)).containsExactly(NodeId.of("relu1"), NodeId.of("flatten-9"));
        assertThat(after(new AppendLayer(new Layer.Input(Shape.vector(3)), CONV1))
                .node(NodeId.of("input-9")).inlets()).isEmpty();
    }

    @Test
    void aMergeIsInsertedWithItsSkipFirstAndAGateWithWhatItGatesFirst() {
        Inlet skip = Inlet.skip(NodeId.of("conv0"));
        Edge edge = new Edge(NodeId.of("relu1"), 0);
        Network added = after(new InsertMerge(new Layer.Add(), CONV1, skip, Optional.of(edge)));
        assertThat(added.node(NodeId.of("add-9")).inlets()).containsExactly(skip, Inlet.main(CONV1));
        assertThat(sources(added, "relu1")).containsExactly("add-9");
        Network gated = after(new InsertMerge(new Layer.Gate(), CONV1, skip, Optional.empty()));
        assertThat(gated.node(NodeId.of("gate-9")).inlets()).containsExactly(Inlet.main(CONV1), skip);
        assertThat(sources(gated, "relu1")).containsExactly("conv1");
    }

    @Test
    void aDeletedLayerLeavesNoGap() {
        Network network = after(new DeleteNodes(Set.of(CONV1, NodeId.of("relu1"))));
        assertThat(ids(network)).containsExactly("input", "conv0", "conv2", "merge", "conv3", "relu3");
        assertThat(sources(network, "conv2")).containsExactly("conv0");
    }

    @Test
    void aDeletedMergeLetsItsMainBranchPass() {
        assertThat(sources(after(new DeleteNodes(Set.of(MERGE))), "conv3")).containsExactly("conv2");
    }

    @Test
    void aMergeLeftWithItsSkipAloneGoesAndTheSkipPasses() {
        NetworkBuilder net = new NetworkBuilder("two-inputs");
        NodeId a = net.input(1, 4, 4);
        NodeId b = net.node("other", new Layer.Input(new Shape(1, 4, 4)));
        net.chain("relu", new Layer.Relu(), net.merge("merge", new Layer.Add(), a, b));
        Network left = new DeleteNodes(Set.of(b)).apply(RandomEdits.document(net.build())).network();
        assertThat(ids(left)).containsExactly("input", "relu");
        assertThat(sources(left, "relu")).containsExactly("input");
    }

    @Test
    void aNetworkWithAllDeletedKeepsItsInput() {
        assertThat(ids(after(new DeleteNodes(BLOCK.network().nodes().stream().map(node -> node.id())
                .collect(java.util.stream.Collectors.toSet()))))).containsExactly("input");
    }

    @Test
    void theNodeBeforeADeletedOneIsSelected() {
        Document selected = BLOCK.withSelection(Selection.of(CONV2));
        assertThat(new DeleteNodes(Set.of(CONV2)).apply(selected).selection())
                .isEqualTo(Selection.of(NodeId.of("relu1")));
    }

    @Test
    void aMergeWithoutItsSkipGoes() {
        Network network = after(new DeleteEdge(new Edge(MERGE, 0)));
        assertThat(network.has(MERGE)).isFalse();
        assertThat(sources(network, "conv3")).containsExactly("conv2");
        assertThat(sources(after(new DeleteEdge(new Edge(MERGE, 1))), "conv3")).containsExactly("conv0");
        assertThat(after(new DeleteEdge(new Edge(CONV1, 0))).node(CONV1).inlets()).isEmpty();
    }

    @Test
    void aSkipsOwnRepairGoesWithIt() {
        Document mended = then(BLOCK, new InsertLayers(List.of(Conv.same(8, 1)), new Edge(MERGE, 0)));
        assertThat(mended.network().nodes()).hasSize(BLOCK.network().nodes().size() + 1);
        Document cut = then(mended, new DeleteEdge(new Edge(MERGE, 0)));
        assertThat(cut.network().nodes()).extracting(Node::id)
                .containsExactly(NodeId.of("input"), NodeId.of("conv0"), CONV1, NodeId.of("relu1"), CONV2, NodeId.of("conv3"),
                        NodeId.of("relu3"));
        assertThat(cut.selection().nodes()).isNotEmpty();
    }

    @Test
    void aTurnedMergeTakesTheSameTensorsInTheOtherOrder() {
        assertThat(after(new OrderInlets(MERGE)).node(MERGE).inlets())
                .containsExactly(Inlet.main(CONV2), Inlet.skip(NodeId.of("conv0")));
        assertThat(after(new OrderInlets(MERGE), new OrderInlets(MERGE))).isEqualTo(BLOCK.network());
        assertThat(new OrderInlets(CONV1).apply(BLOCK)).isSameAs(BLOCK);
    }

    @Test
    void anAdoptedProjectionIsThereInEveryLane() {
        Document wide = then(BLOCK, ChangeLayer.to(MERGE, new Layer.Concat()),
                ChangeLayer.to(CONV2, Conv.same(16, 3)));
        NodeId projection = NodeId.of("merge.project-0");
        assertThat(Variant.ADD.of(wide.network()).isAdded(projection)).isTrue();
        Document adopted = new AdoptProjection(Variant.ADD, projection).apply(wide);
        assertThat(adopted.network().node(projection).layer()).isEqualTo(Conv.same(16, 1));
        assertThat(sources(adopted.network(), "merge")).containsExactly("merge.project-0", "conv2");
        assertThat(Variant.ADD.of(adopted.network()).isAdded(projection)).isFalse();
        assertThat(Variant.CONCAT.of(adopted.network()).shapes().shape(MERGE)).isEqualTo(new Shape(32, 32, 32));
    }

    @Test
    void aPastedChainStandsBehindTheNodeAndKeepsItsInnerEdges() {
        Fragment chain = Fragment.of(BLOCK, Set.of(CONV1, NodeId.of("relu1")));
        Document pasted = Paste.after(BLOCK, NodeId.of("conv3"), chain).apply(BLOCK);
        assertThat(sources(pasted.network(), "conv-9")).containsExactly("conv3");
        assertThat(sources(pasted.network(), "relu-10")).containsExactly("conv-9");
        assertThat(sources(pasted.network(), "relu3")).containsExactly("relu-10");
        assertThat(pasted.selection()).isEqualTo(Selection.of(Set.of(NodeId.of("conv-9"), NodeId.of("relu-10"))));
        assertThat(Shapes.of(pasted.network()).allFit()).isTrue();
    }

    @Test
    void aWholeBlockIsPastedIntoAnotherNetwork() {
        Document other = RandomEdits.document(Presets.find("dense-block").orElseThrow().network());
        Fragment block = Fragment.of(BLOCK, Set.of(CONV1, NodeId.of("relu1"), CONV2, MERGE));
        NodeId last = other.network().outputs().getLast().id();
        Document pasted = Paste.after(other, last, block).apply(other);
        Network network = pasted.network();
        NodeId merge = network.nodes().getLast().id();
        assertThat(network.nodes()).hasSize(other.network().nodes().size() + 4);
        assertThat(network.node(merge).layer()).isEqualTo(new Layer.Add());
        assertThat(network.node(merge).inlets()).extracting(Inlet::role)
                .containsExactly(Inlet.Role.SKIP, Inlet.Role.MAIN);
        assertThat(network.node(merge).inlets().getFirst().source()).isEqualTo(last);
        assertThat(network.consumers(last)).hasSize(2);
        assertThat(Paste.after(other, last, block).name()).isEqualTo("paste 4 layers");
    }

    @Test
    void aDuplicateTakesWhatTheOriginalTakes() {
        Document twice = Paste.beside(Fragment.of(BLOCK, Set.of(CONV2))).apply(BLOCK);
        assertThat(sources(twice.network(), "conv-9")).containsExactly("relu1");
        assertThat(sources(twice.network(), "merge")).containsExactly("conv0", "conv2");
    }

    @Test
    void copiesStandBesideTheirOriginals() {
        Document placed = new PlaceNodes(Map.of(CONV2, new Place(100, 50)), "move conv2").apply(BLOCK);
        Document twice = Paste.beside(Fragment.of(placed, Set.of(CONV2))).apply(placed);
        assertThat(twice.places().get(NodeId.of("conv-9"))).isEqualTo(new Place(132, 82));
        assertThat(new Tidy().apply(twice).places()).isEmpty();
        assertThat(new Tidy().apply(BLOCK)).isSameAs(BLOCK);
    }

    @Test
    void aLayerPutOnTheGroundTakesNothingYet() {
        Document put = new PlaceLayer(new Layer.Relu(), new Place(3, 4)).apply(BLOCK);
        NodeId id = NodeId.of("relu-9");
        assertThat(put.network().node(id).inlets()).isEmpty();
        assertThat(put.places()).containsEntry(id, new Place(3, 4));
        assertThat(put.selection()).isEqualTo(Selection.of(id));
    }

    @Test
    void namesAreStrippedAndAnEmptyOneIsTheLayersOwn() {
        Document named = new RenameNode(CONV1, "  first ").apply(BLOCK);
        assertThat(named.network().node(CONV1).label()).isEqualTo("first");
        assertThat(new RenameNode(CONV1, " ").apply(named).network().node(CONV1).label()).isEqualTo("Conv 3×3");
        assertThat(after(new RenameNetwork(" mine ")).name()).isEqualTo("mine");
        assertThat(new RenameNetwork(" ").apply(BLOCK)).isSameAs(BLOCK);
    }

    @Test
    void aNodeThatEndsInALargeNumberDoesNotLendItsIdToANewOne() {
        NetworkBuilder net = new NetworkBuilder("numbered");
        net.chain("relu-40", new Layer.Relu(), net.input(1, 4, 4));
        Document document = RandomEdits.document(net.build());
        Network after = then(document, new DeleteNodes(Set.of(NodeId.of("relu-40"))),
                new AppendLayer(new Layer.Relu(), NodeId.of("input"))).network();
        assertThat(ids(after)).containsExactly("input", "relu-41");
    }
}
