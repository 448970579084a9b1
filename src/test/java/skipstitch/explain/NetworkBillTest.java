package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.explain.NetworkBill.Quantity;
import skipstitch.network.Costs;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class NetworkBillTest {

    private static NetworkBill bill(String preset) {
        return NetworkBill.of(Presets.find(preset).orElseThrow().network());
    }

    private static List<Long> values(NetworkBill bill, Quantity quantity) {
        return bill.columns().stream().map(quantity::of).toList();
    }

    @Test
    void uNetPaysForConcatAsDrawnAndNothingForAdd() {
        NetworkBill bill = bill("unet");

        assertThat(values(bill, Quantity.PARAMS)).containsExactly(7_763_041L, 6_979_681L, 7_763_041L, 6_979_681L);
        assertThat(values(bill, Quantity.MACS))
                .containsExactly(12_071_206_912L, 9_655_287_808L, 12_071_206_912L, 9_655_287_808L);
        assertThat(values(bill, Quantity.PROJECTIONS)).containsOnly(0L);
        assertThat(bill.drawn().largest().orElseThrow())
                .hasToString("Peak[node=decoder.level1.merge, shape=64×256×256]");
        assertThat(bill.columns().get(1).largest().orElseThrow().shape()).hasToString("32×256×256");
        assertThat(bill.columns()).allSatisfy(column ->
                assertThat(column.widest().orElseThrow().shape().channels()).isEqualTo(512));
    }

    /** Each level's first convolution reads twice as many channels with concat, so costs twice as much. */
    @Test
    void tellsTheBillOfEachMerge() {
        NetworkBill bill = bill("unet");

        assertThat(bill.merges()).extracting(NetworkBill.Merge::id).extracting(NodeId::value).containsExactly(
                "decoder.level4.merge", "decoder.level3.merge", "decoder.level2.merge", "decoder.level1.merge");
        long saved = 0;
        for (NetworkBill.Merge merge : bill.merges()) {
            List<Long> next = merge.columns().stream().map(column -> column.next().orElseThrow().cost().params()).toList();
            assertThat(next).as("%s", merge.id())
                    .containsExactly(2 * next.get(1), next.get(1), 2 * next.get(1), next.get(1));
            saved += next.get(0) - next.get(1);
        }
        assertThat(saved).isEqualTo(7_763_041 - 6_979_681);
    }

    @Test
    void saysWhatProjectionsAnAddHadToBeGiven() {
        NetworkBill bill = bill("densenet-121");

        // From 64, 128, 256 and 512 channels to the growth rate, at the head of each block.
        assertThat(values(bill, Quantity.PROJECTIONS)).containsExactly(0L, 32L * (64 + 128 + 256 + 512), 0L, 0L);
    }

    @Test
    void columnsAreTheLanesAndAsDrawnAddsOrConcatsAsItWasDrawn() {
        for (Preset preset : Presets.everything()) {
            Network network = preset.network();
            NetworkBill bill = NetworkBill.of(network);
            assertThat(bill.columns()).as(preset.name()).extracting(NetworkBill.Column::variant)
                    .containsExactly(Variant.values());
            assertThat(bill.columns()).as(preset.name()).allSatisfy(column -> {
                assertThat(column.total()).isEqualTo(Costs.of(column.variant().of(network)).total());
                assertThat(column.memory().forwardBytes()).isPositive()
                        .isLessThanOrEqualTo(2 * column.total().activationBytes());
                assertThat(column.memory().backwardBytes()).isPositive();
            });
            assertThat(bill.merges()).as(preset.name()).hasSameSizeAs(network.skipMerges());
        }
    }
}
