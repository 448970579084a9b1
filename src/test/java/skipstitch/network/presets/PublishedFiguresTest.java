package skipstitch.network.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** The published networks against the numbers that papers and other projects printed, to the unit. */
class PublishedFiguresTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            plain-20           |    269722
            resnet-20          |    269722
            resnet-56          |    853018
            preact-resnet-164  |   1703258
            densenet-40-12     |   1019722
            densenet-bc-100-12 |    769162
            resnet-18          |  11689512
            resnet-34          |  21797672
            resnet-50          |  25557032
            densenet-121       |   7978856
            mobilenet-v2       |   3504872
            squeezenet         |   1248424
            unet               |   7763041
            unet-milesial      |  31037698
            unet-plus-plus     |   9163329
            attention-unet     |  34878573
            segnet             |  29449355
            linknet            |  11534603
            """)
    void hasThePublishedParameters(String name, long params) {
        assertThat(total(name, Variant.AS_DRAWN).params()).isEqualTo(params);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            plain-20     |    40551040
            resnet-20    |    40551040
            resnet-18    |  1814073344
            resnet-34    |  3663761408
            resnet-50    |  4089184256
            densenet-121 |  2834161664
            unet         | 12071206912
            """)
    void hasThePublishedMultiplyAdds(String name, long macs) {
        assertThat(total(name, Variant.AS_DRAWN).macs()).isEqualTo(macs);
    }

    /** MobileNetV2's multiply-adds are printed as 0.30 G only. */
    @Test
    void mobileNetV2HasItsMultiplyAddsToThePrintedDigit() {
        assertThat(total("mobilenet-v2", Variant.AS_DRAWN).macs()).isBetween(295_000_000L, 304_999_999L);
    }

    /** Counted with one class; a second one adds a 1×1 filter on 64 channels, and its bias. */
    @Test
    void uNet572HasTheParametersCountedForOneClassAndOneFilterMore() {
        assertThat(total("unet-572", Variant.AS_DRAWN).params()).isEqualTo(31_030_593 + 64 + 1);
    }

    @Test
    void theFeaturePyramidHasItsHeadOnTopOfResNet50WithoutTheClassifier() {
        assertThat(params("fpn-resnet50", "pyramid")).isEqualTo(3_344_384);
        assertThat(params("fpn-resnet50", "backbone")).isEqualTo(25_557_032 - 2048 * 1000 - 1000);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            resnet-18 | stage1 |   147968
            resnet-18 | stage2 |   525568
            resnet-18 | stage3 |  2099712
            resnet-18 | stage4 |  8393728
            resnet-34 | stage1 |   221952
            resnet-34 | stage2 |  1116416
            resnet-34 | stage3 |  6822400
            resnet-34 | stage4 | 13114368
            """)
    void hasThePublishedParametersStageByStage(String name, String stage, long params) {
        assertThat(params(name, stage)).isEqualTo(params);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"3, 269722", "5, 464154", "7, 658586", "9, 853018", "18, 1727962"})
    void plainAndResidualNetworksOfEachDepthHaveThePapersParameters(int n, long params) {
        Network residual = CifarResNet.residual(n).network();
        Network plain = CifarResNet.plain(n).network();

        assertThat(residual.skipMerges()).hasSize(3 * n);
        assertThat(plain.skipMerges()).isEmpty();
        for (Variant variant : List.of(Variant.AS_DRAWN, Variant.ADD, Variant.NO_SKIP)) {
            Cost cost = Costs.of(variant.of(residual)).total();
            assertThat(cost.params()).as("%s", variant).isEqualTo(params);
            assertThat(cost.macs()).as("%s", variant).isEqualTo(Costs.of(Variant.AS_DRAWN.of(plain)).total().macs());
        }
    }

    @ParameterizedTest(name = "{0}: {1} adds, {2} concats")
    @CsvSource(delimiter = '|', textBlock = """
            plain-20           |  0 |  0
            resnet-20          |  9 |  0
            resnet-56          | 27 |  0
            preact-resnet-164  | 54 |  0
            resnet-18          |  8 |  0
            resnet-34          | 16 |  0
            resnet-50          | 16 |  0
            mobilenet-v2       | 10 |  0
            fpn-resnet50       | 19 |  0
            densenet-40-12     |  0 | 36
            densenet-bc-100-12 |  0 | 48
            densenet-121       |  0 | 58
            squeezenet         |  0 |  0
            unet-572           |  0 |  4
            unet               |  0 |  4
            unet-milesial      |  0 |  4
            unet-plus-plus     |  0 | 10
            resunet            |  7 |  3
            attention-unet     |  0 |  4
            segnet             |  0 |  0
            fcn-32s            |  0 |  0
            fcn-8s             |  2 |  0
            linknet            | 12 |  0
            mini-unet          |  0 |  3
            mini-segnet        |  0 |  0
            mini-fcn           |  2 |  0
            mini-linknet       |  3 |  0
            small-unet         |  0 |  2
            small-resnet       |  6 |  0
            small-densenet     |  0 |  8
            """)
    void hasAsManySkipMergesAsThePaper(String name, int adds, int concats) {
        List<Node> merges = network(name).skipMerges();
        assertThat(merges.stream().filter(node -> node.layer() instanceof Layer.Add)).hasSize(adds);
        assertThat(merges.stream().filter(node -> node.layer() instanceof Layer.Concat)).hasSize(concats);
        assertThat(merges).hasSize(adds + concats);
    }

    @Test
    void ofResidualNetworksOnlyShapeChangesAreProjected() {
        assertThat(shortcuts("resnet-18")).isEqualTo(3);
        assertThat(shortcuts("resnet-34")).isEqualTo(3);
        assertThat(shortcuts("resnet-50")).isEqualTo(4);
        assertThat(shortcuts("preact-resnet-164")).isEqualTo(3);
        assertThat(shortcuts("resnet-20")).isZero();
        assertThat(projections("resnet-18")).isEqualTo(173_824);
        assertThat(projections("resnet-34")).isEqualTo(173_824);
    }

    /** Skips of other merges cost weights in the next convolution; of adds and of no skip, none. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            unet          | ADD     |  6979681 |  9655287808
            unet          | CONCAT  |  7763041 | 12071206912
            unet          | NO_SKIP |  6979681 |  9655287808
            """)
    void uNetPaysForConcatOnly(String name, Variant variant, long params, long macs) {
        assertThat(total(name, variant).params()).isEqualTo(params);
        assertThat(total(name, variant).macs()).isEqualTo(macs);
    }

    @Test
    void milesialsUNetSavesNineTimesTheSquareOfEachLevelWithAdd() {
        assertThat(total("unet-milesial", Variant.ADD).params()).isEqualTo(27_904_258);
        assertThat(total("unet-milesial", Variant.NO_SKIP).params()).isEqualTo(27_904_258);
        assertThat(31_037_698 - 27_904_258)
                .isEqualTo(9 * Stream.of(64, 128, 256, 512).mapToInt(width -> width * width).sum());
    }

    @Test
    void denseNet121StaysNarrowWithAddBecauseEachBlocksFirstSkipIsProjected() {
        Lane add = Variant.ADD.of(network("densenet-121"));
        assertThat(add.shapes().allFit()).isTrue();
        assertThat(add.network().nodes().stream().filter(node -> add.isAdded(node.id()))).hasSize(4);
        assertThat(add.shapes().shape(NodeId.of("block4.layer16.merge"))).hasToString("32×7×7");
    }

    @Test
    void theAddsOfResNet18AreFewBesideItsMultiplyAdds() {
        Network network = network("resnet-18");
        Shapes shapes = Shapes.of(network);
        assertThat(network.skipMerges().stream().mapToLong(node -> shapes.shape(node.id()).elements()).sum())
                .isEqualTo(752_640);
    }

    private static long shortcuts(String name) {
        return network(name).nodes().stream().filter(PublishedFiguresTest::isShortcut)
                .filter(node -> node.layer() instanceof Layer.Conv).count();
    }

    private static long projections(String name) {
        Costs costs = Costs.of(Variant.AS_DRAWN.of(network(name)));
        return network(name).nodes().stream().filter(PublishedFiguresTest::isShortcut)
                .mapToLong(node -> costs.of(node.id()).params()).sum();
    }

    private static boolean isShortcut(Node node) {
        return Arrays.asList(node.id().value().split("\\.")).contains("shortcut");
    }

    /** Parameters of all nodes in a group or below it. */
    private static long params(String name, String group) {
        Network network = network(name);
        Costs costs = Costs.of(Variant.AS_DRAWN.of(network));
        List<Node> inside = network.nodes().stream().filter(node -> node.group().startsWith(group + "/")).toList();
        assertThat(inside).as("%s of %s", group, name).isNotEmpty();
        return inside.stream().mapToLong(node -> costs.of(node.id()).params()).sum();
    }

    private static Network network(String name) {
        return Presets.find(name).orElseThrow().network();
    }

    private static Cost total(String name, Variant variant) {
        return Costs.of(variant.of(network(name))).total();
    }
}
