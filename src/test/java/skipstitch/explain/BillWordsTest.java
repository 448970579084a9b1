package skipstitch.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import skipstitch.explain.bills.BillWords;
import skipstitch.network.Network;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class BillWordsTest {

    private static String words(String preset) {
        Network drawn = Presets.find(preset).orElseThrow().network();
        return BillWords.of(drawn, NetworkBill.of(drawn));
    }

    @Test
    void saysWhatConcatNeedsMoreThanAddAndWhere() {
        assertThat(words("unet")).isEqualTo("Drawn with 4 concats. Concat needs 783,360 parameters more than add "
                + "(+11.2 %), all in 4 layers after the merges. Its multiply-adds differ by +25.0 %, what is kept for the "
                + "backward pass by +10.3 %. Add needs no more than no skip.");
    }

    @Test
    void countsTheProjectionsThatAddNeedsApart() {
        assertThat(words("densenet-121")).contains(" 5,374,272 parameters more than add (+206.3 %), +5,404,992 in 116 layers "
                + "after the merges, less 30,720 in the projections that add needs. ")
                .endsWith(" Add needs 30,720 parameters more than no skip, in layers that serve skips alone.");
    }

    @Test
    void saysThatNobodyPaysWhereNoLayerFollows() {
        assertThat(words("residual-projection")).isEqualTo("Drawn with 1 add. Add and concat need the same parameters: "
                + "no layer with kernels reads what was merged.");
    }

    @Test
    void saysThatAllVariantsAreOneWhereNoSkipIsMerged() {
        assertThat(words("segnet")).isEqualTo("No skip ends in a merge here, so all variants are the same network.");
    }

    @Test
    void hasWordsForEveryPreset() {
        for (Preset preset : Presets.everything()) {
            assertThat(words(preset.name())).as(preset.name()).endsWith(".").doesNotContain("NaN", "Infinity");
        }
    }
}
