package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters and multiply-adds against numbers that papers and other projects printed. */
class PublishedCostsTest {

    @Test
    void resNet18CostsWhatTorchvisionPrints() {
        costs(Published.resNet18(), Variant.AS_DRAWN, 11_689_512, 1_814_073_344L);
        costs(Published.resNet18(), Variant.ADD, 11_689_512, 1_814_073_344L);
    }

    @ParameterizedTest
    @CsvSource({"3, 269722", "5, 464154", "7, 658586", "9, 853018", "18, 1727962"})
    void cifarResNetsHaveThePapersParametersAndAddsAreFree(int n, long params) {
        Network network = Published.cifarResNet(n);
        assertThat(network.skipMerges()).hasSize(3 * n);
        assertThat(Costs.of(Variant.AS_DRAWN.of(network)).total().params()).isEqualTo(params);
        assertThat(Costs.of(Variant.NO_SKIP.of(network)).total().params()).isEqualTo(params);
    }

    @Test
    void cifarResNet20HasThePapersMultiplyAdds() {
        for (Variant variant : new Variant[] {Variant.AS_DRAWN, Variant.ADD, Variant.NO_SKIP}) {
            costs(Published.cifarResNet(3), variant, 269_722, 40_551_040);
        }
    }

    @Test
    void uNetPaysForConcatOnly() {
        Network network = Published.brainUNet(256);
        costs(network, Variant.AS_DRAWN, 7_763_041, 12_071_206_912L);
        costs(network, Variant.CONCAT, 7_763_041, 12_071_206_912L);
        costs(network, Variant.ADD, 6_979_681, 9_655_287_808L);
        costs(network, Variant.NO_SKIP, 6_979_681, 9_655_287_808L);
    }

    @Test
    void denseNet121CostsWhatTorchvisionPrints() {
        costs(Published.denseNet121(), Variant.AS_DRAWN, 7_978_856, 2_834_161_664L);
        costs(Published.denseNet121(), Variant.CONCAT, 7_978_856, 2_834_161_664L);
    }

    @Test
    void denseNet121StaysNarrowWithAddBecauseEachSkipIsProjected() {
        Lane add = Variant.ADD.of(Published.denseNet121());
        assertThat(add.shapes().allFit()).isTrue();
        // Each block's first skip is wider than what a layer grows by, so one projection a block brings it to 32.
        long projections = add.network().nodes().stream().filter(node -> add.isAdded(node.id())).count();
        assertThat(projections).isEqualTo(4);
        assertThat(add.shapes().shape(NodeId.of("b3l15.merge"))).isEqualTo(new Shape(32, 7, 7));
    }

    private static void costs(Network network, Variant variant, long params, long macs) {
        Lane lane = variant.of(network);
        assertThat(lane.shapes().misfits()).isEmpty();
        Cost total = Costs.of(lane).total();
        assertThat(total.params()).as("params").isEqualTo(params);
        assertThat(total.macs()).as("MACs").isEqualTo(macs);
    }
}
