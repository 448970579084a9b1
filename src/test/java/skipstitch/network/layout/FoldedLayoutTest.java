package skipstitch.network.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.folding.Folding;
import skipstitch.network.folding.Groups;
import skipstitch.network.presets.Presets;

class FoldedLayoutTest {

    private static Layout layout(Network network, Folding folding) {
        return Layout.of(network, Drawings.lanes(network), Map.of(), folding);
    }

    @Test
    void foldedCardsStandClearOfEachOtherAndNoEdgeRunsThroughOneInAnyPublishedNetwork() {
        Presets.everything().forEach(preset -> {
            Network network = preset.network();
            for (Folding folding : List.of(Folding.fitting(network), new Folding(Groups.of(network).paths()))) {
                Layout layout = layout(network, folding);
                assertThat(Crossings.ofBoxes(layout)).as(preset.name()).isEmpty();
                assertThat(Crossings.ofRoutes(layout)).as(preset.name()).isEmpty();
            }
        });
    }

    @Test
    void everyNodeIsSeenSomewhereAndEveryEdgeBetweenCardsIsDrawnOnce() {
        Presets.everything().forEach(preset -> {
            Network network = preset.network();
            Layout layout = layout(network, Folding.fitting(network));
            Drawings.lanes(network).forEach(lane -> lane.network().nodes().forEach(node ->
                    assertThat(layout.room(node.id())).as("%s of %s", node.id(), preset.name()).isPresent()));
            Set<List<NodeId>> wanted = network.nodes().stream().flatMap(node -> node.inlets().stream().map(Inlet::source)
                    .map(source -> List.of(layout.folded().stand(source), layout.folded().stand(node.id()))))
                    .filter(ends -> !ends.getFirst().equals(ends.getLast())).collect(Collectors.toSet());
            Set<List<NodeId>> drawn = layout.routes().keySet().stream()
                    .map(link -> List.of(layout.folded().stand(link.from()), layout.folded().stand(link.to())))
                    .collect(Collectors.toSet());
            assertThat(drawn).as(preset.name()).containsAll(wanted);
        });
    }

    @Test
    void aFoldedUNetIsAUWithItsSkipsAcross() {
        Network unet = Presets.find("unet").orElseThrow().network();
        Layout layout = layout(unet, Folding.fitting(unet));
        List<Double> down = List.of("encoder.level1.pool", "encoder.level2.pool", "encoder.level3.pool",
                "encoder.level4.pool").stream().map(id -> layout.boxes().get(NodeId.of(id)).top()).toList();
        assertThat(down).isSorted().doesNotHaveDuplicates();
        List<Double> up = unet.skipMerges().stream().map(Node::id).map(id -> layout.boxes().get(id).top()).toList();
        assertThat(up).isSortedAccordingTo((a, b) -> Double.compare(b, a)).doesNotHaveDuplicates();
        unet.skipMerges().forEach(merge -> {
            Link skip = Link.into(merge).stream().filter(link -> link.role() == Inlet.Role.SKIP).findFirst().orElseThrow();
            assertThat(layout.routes().get(skip).load()).isEqualTo(Route.Load.WORDS);
        });
    }

    @Test
    void aFoldedCardStandsWhereItsLastLayerWasPlaced() {
        Network unet = Presets.find("unet").orElseThrow().network();
        NodeId pool = NodeId.of("encoder.level2.pool");
        Layout layout = Layout.of(unet, Drawings.lanes(unet), Map.of(pool, new Place(80, 800)), Folding.fitting(unet));
        assertThat(layout.boxes().get(pool)).isEqualTo(new Box(Box.Kind.CARD, 80, 800));
        assertThat(Crossings.ofRoutes(layout)).isEmpty();
    }
}
