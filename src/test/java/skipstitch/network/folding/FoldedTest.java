package skipstitch.network.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

class FoldedTest {

    private static Network preset(String name) {
        return Presets.find(name).orElseThrow().network();
    }

    private static List<String> titles(Network network, Folding folding) {
        return Folded.of(network, List.of(), folding).folds().stream().map(Fold::title).toList();
    }

    @Test
    void aUNetFoldsToItsLevelsWithEveryMergeInSight() {
        Network unet = preset("unet");
        Folding folding = Folding.fitting(unet);
        Folded folded = Folded.of(unet, List.of(), folding);
        assertThat(titles(unet, folding)).containsExactly("Encoder 1", "Encoder 2", "Encoder 3", "Encoder 4",
                "Bottleneck", "Decoder 4", "Decoder 3", "Decoder 2", "Decoder 1");
        assertThat(unet.skipMerges()).hasSize(4).noneMatch(merge -> folded.isHidden(merge.id()));
    }

    @Test
    void aResNetFoldsToItsStagesWhichSayHowOftenTheyRepeatAndTheFirstIsOpen() {
        Network resnet = preset("resnet-34");
        List<Fold> folds = List.copyOf(Folded.of(resnet, List.of(), Folding.fitting(resnet)).folds());
        assertThat(folds.stream().map(Fold::title)).containsExactly("Stem", "Block 1", "Block 2", "Block 3", "Stage 2",
                "Stage 3", "Stage 4");
        assertThat(folds.stream().flatMap(fold -> fold.repeats().stream()))
                .containsExactly("× 4 blocks", "× 6 blocks", "× 3 blocks");
        long inside = folds.stream().mapToLong(fold -> fold.merges().size()).sum();
        long seen = resnet.skipMerges().size() - inside;
        assertThat(inside + seen).as("sixteen adds").isEqualTo(16);
        assertThat(seen).as("of the open stage").isEqualTo(3);
    }

    @Test
    void whatFitsOnAScreenIsNotFolded() {
        Presets.all().forEach(preset -> assertThat(Folding.fitting(preset.network())).as(preset.name())
                .isEqualTo(Folding.NONE));
    }

    @Test
    void everyPublishedNetworkFoldsToARowThatABoardCanShow() {
        Presets.everything().forEach(preset -> {
            Folding folding = Folding.fitting(preset.network());
            assertThat(Folded.of(preset.network(), List.of(), folding).length()).as(preset.name())
                    .isLessThanOrEqualTo(34);
        });
    }

    @Test
    void noWayLeavesAFoldAndComesBackToIt() {
        Random random = new Random(7);
        List<Network> networks = new ArrayList<>(Presets.everything().stream().map(each -> each.network()).toList());
        for (long seed = 0; seed < 300; seed++) {
            networks.add(grouped(new RandomNetworks(seed).drawn(14), random));
        }
        for (Network network : networks) {
            for (Folding folding : List.of(Folding.fitting(network), new Folding(Groups.of(network).paths()),
                    some(network, random))) {
                holdsTogether(network, Folded.of(network, List.of(), folding));
            }
        }
    }

    /** Random groups two deep, of nodes wherever they stand. */
    private static Network grouped(Network network, Random random) {
        return new Network(network.name(), network.nodes().stream().map(node -> new Node(node.id(), node.name(),
                switch (random.nextInt(4)) {
                    case 0 -> "";
                    case 1 -> "a";
                    default -> "a/b" + random.nextInt(2);
                }, node.layer(), node.inlets())).toList());
    }

    private static Folding some(Network network, Random random) {
        return new Folding(Groups.of(network).paths().stream().filter(_ -> random.nextBoolean())
                .collect(Collectors.toSet()));
    }

    private static void holdsTogether(Network network, Folded folded) {
        Set<NodeId> seen = new HashSet<>();
        for (Fold fold : folded.folds()) {
            Set<NodeId> members = fold.members().stream().map(Node::id).collect(Collectors.toSet());
            assertThat(members).as("%s of %s", fold, network).hasSizeGreaterThan(1);
            assertThat(members).as("%s of %s", fold, network).allMatch(seen::add);
            assertThat(fold.members()).as("its last is the last computed").last()
                    .isEqualTo(network.topological().stream().filter(node -> members.contains(node.id()))
                            .reduce((_, last) -> last).orElseThrow());
            Map<NodeId, Boolean> left = new HashMap<>();
            for (Node node : network.topological()) {
                boolean member = members.contains(node.id());
                boolean wasIn = node.inlets().stream().map(Inlet::source).anyMatch(members::contains);
                boolean wasOut = node.inlets().stream().map(Inlet::source).anyMatch(id -> left.getOrDefault(id, false));
                assertThat(member && wasOut).as("%s comes back into %s of %s", node.id(), fold, network).isFalse();
                left.put(node.id(), !member && (wasIn || wasOut));
            }
        }
    }

    @Test
    void aProjectionThatALaneAddsHidesWithItsMerge() {
        Network densenet = preset("densenet-121");
        Lane add = Variant.ADD.of(densenet);
        NodeId projection = add.network().nodes().stream().map(Node::id).filter(add::isAdded).reduce((_, last) -> last)
                .orElseThrow();
        Folded folded = Folded.of(densenet, List.of(add), Folding.fitting(densenet));
        assertThat(folded.isHidden(projection)).isTrue();
        assertThat(folded.fold(projection).orElseThrow().title()).isEqualTo("Block 4");
    }

    @Test
    void openingGoesOneGroupDeeperAndFoldingOneHigher() {
        Network resnet = preset("resnet-34");
        Folding stages = Folding.fitting(resnet);
        Folding open = stages.opened("stage3", resnet);
        assertThat(titles(resnet, open)).contains("Block 6").doesNotContain("Stage 3");
        NodeId conv = NodeId.of("stage3.block2.conv1");
        Folding deep = stages.opened(conv, resnet);
        Folded folded = Folded.of(resnet, List.of(), deep);
        assertThat(folded.isHidden(conv)).isFalse();
        Folding block = deep.foldedAround(conv, resnet);
        assertThat(Folded.of(resnet, List.of(), block).fold(conv).orElseThrow().group()).isEqualTo("stage3/block2");
        Folding stage = block.foldedAround(conv, resnet);
        assertThat(Folded.of(resnet, List.of(), stage).fold(conv).orElseThrow().group()).isEqualTo("stage3");
        assertThat(stage.foldedAround(conv, resnet)).as("nothing is around a stage").isEqualTo(stage);
    }

    @Test
    void namesAreWhatAPersonWouldSay() {
        assertThat(List.of("encoder/level2", "stage3/block1", "level4", "fire9", "bottleneck", "level1/x12"))
                .extracting(Groups::title)
                .containsExactly("Encoder 2", "Block 1", "Level 4", "Fire 9", "Bottleneck", "X 12");
    }
}
