package skipstitch.network.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Variant;

/** What holds for every published network: its lanes, its groups, its card; and what the mini ones share. */
class PublishedPresetsTest {

    static Stream<Preset> published() {
        return Presets.published().stream();
    }

    static Stream<Preset> all() {
        return Presets.everything().stream();
    }

    @Test
    void areThoseOfTheList() {
        assertThat(Presets.published()).extracting(Preset::name).containsExactlyInAnyOrder(
                "plain-20", "resnet-20", "resnet-56", "preact-resnet-164", "densenet-40-12", "densenet-bc-100-12",
                "resnet-18", "resnet-34", "resnet-50", "densenet-121", "mobilenet-v2", "squeezenet", "fpn-resnet50",
                "unet-572", "unet", "unet-milesial", "unet-plus-plus", "resunet", "attention-unet", "segnet", "fcn-32s",
                "fcn-8s", "linknet", "mini-unet", "mini-segnet", "mini-fcn", "mini-linknet", "small-unet", "small-resnet",
                "small-densenet");
        assertThat(all().map(Preset::name)).doesNotHaveDuplicates();
        assertThat(all().map(Preset::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("published")
    void fitsInEveryLaneWithNothingLeftOver(Preset preset) {
        for (Variant variant : Variant.values()) {
            Lane lane = variant.of(preset.network());
            assertThat(lane.shapes().misfits()).as("%s", variant).isEmpty();
            assertThat(lane.shapes().allFit()).as("%s", variant).isTrue();
        }
        assertThat(preset.network().nodes()).allMatch(node -> Variant.AS_DRAWN.of(preset.network()).isLive(node.id()));
        assertThat(preset.network().outputs()).hasSize(preset.name().equals("fpn-resnet50") ? 4 : 1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatThereIsToSayInWholeSentences(Preset preset) {
        Card card = preset.card().orElseThrow();

        assertThat(preset.network().name()).isEqualTo(preset.name());
        assertThat(List.of(preset.remark(), card.merges(), card.why(), card.look(), card.correction(), card.version()))
                .allMatch(text -> text.matches("[A-Z0-9].*\\.") && !text.contains("  "));
        assertThat(Presets.in(card.group())).contains(preset);
        assertThat(Presets.find(preset.name())).containsSame(preset);
    }

    /** The gates of attention add, too, though no skip ends there. */
    @ParameterizedTest
    @MethodSource("all")
    void isListedByTheMergesInWhichItsSkipsEnd(Preset preset) {
        List<Node> merges = preset.network().skipMerges();
        boolean adds = merges.stream().anyMatch(node -> node.layer() instanceof Layer.Add)
                || preset.network().nodes().stream().anyMatch(node -> node.layer() instanceof Layer.Gate);
        boolean concats = merges.stream().anyMatch(node -> node.layer() instanceof Layer.Concat);

        assertThat(preset.card().orElseThrow().group()).isEqualTo(adds && concats ? MenuGroup.BOTH
                : adds ? MenuGroup.ADD : concats ? MenuGroup.CONCAT : MenuGroup.NEITHER);
    }

    @ParameterizedTest
    @EnumSource
    void noGroupOfTheMenuIsEmpty(MenuGroup group) {
        assertThat(Presets.in(group)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void foldsIntoGroupsWhosePathBeginsTheIdsInside(Preset preset) {
        assertThat(preset.network().nodes()).filteredOn(node -> !node.group().isEmpty())
                .hasSizeGreaterThan(preset.network().nodes().size() / 2)
                .allSatisfy(node -> assertThat(node.id().value()).startsWith(node.group().replace('/', '.') + "."));
    }

    @Test
    void poolingIndicesPassOnlyInSegNetsAndNothingElseSkipsThere() {
        for (Preset preset : Presets.published()) {
            Network network = preset.network();
            long unpools = network.nodes().stream().filter(node -> !node.inlets(Inlet.Role.INDICES).isEmpty()).count();
            assertThat(unpools).as(preset.name())
                    .isEqualTo(switch (preset.name()) { case "segnet" -> 5; case "mini-segnet" -> 3; default -> 0; });
        }
        for (String name : List.of("segnet", "mini-segnet")) {
            assertThat(network(name).nodes()).noneMatch(node -> node.layer() instanceof Layer.Merge);
        }
    }

    @Test
    void concatsOfParallelBranchesHaveNoSkip() {
        assertThat(network("squeezenet").nodes()).filteredOn(node -> node.layer() instanceof Layer.Concat).hasSize(8)
                .noneMatch(Node::mergesSkip);
        for (Variant variant : Variant.values()) {
            assertThat(variant.of(network("squeezenet")).network()).isEqualTo(network("squeezenet"));
        }
    }

    @Test
    void theMiniNetworksHaveOneEncoderBetweenThem() {
        List<Node> encoder = encoder("mini-unet");

        assertThat(encoder).hasSize(1 + 3 * 4 + 3);
        assertThat(List.of(encoder("mini-segnet"), encoder("mini-fcn"), encoder("mini-linknet")))
                .allSatisfy(other -> assertThat(other).isEqualTo(encoder));
        Set<String> decoders = new HashSet<>();
        for (String name : List.of("mini-unet", "mini-segnet")) {
            network(name).nodes().stream().filter(node -> node.id().value().matches("decoder.*conv|head"))
                    .forEach(node -> decoders.add(node.id() + " " + node.layer()));
        }
        assertThat(decoders).hasSize(4);
    }

    private static List<Node> encoder(String name) {
        return network(name).nodes().stream().filter(node -> node.id().value().matches("input|encoder.*|bottleneck.*"))
                .toList();
    }

    private static Network network(String name) {
        return Presets.find(name).orElseThrow().network();
    }
}
