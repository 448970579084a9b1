package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import skipstitch.network.Network;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class BesideEditsTest {
    private static final Document OPEN = RandomEdits.document(preset("mini-unet"));

    private static Network preset(String name) {
        return Presets.find(name).orElseThrow().network();
    }

    private static List<String> beside(Document document) {
        return document.beside().stream().map(each -> each.network().name()).toList();
    }

    private static Document with(String... names) {
        Document document = OPEN;
        for (String name : names) {
            document = new PutBeside(preset(name)).apply(document);
        }
        return document;
    }

    @Test
    void networksStandBesideInTheOrderInWhichTheyCameAndEachOnce() {
        Document three = with("mini-segnet", "mini-fcn", "mini-segnet", "mini-linknet");

        assertThat(beside(three)).containsExactly("mini-segnet", "mini-fcn", "mini-linknet");
        assertThat(new PutBeside(preset("mini-segnet")).apply(three)).isSameAs(three);
        assertThat(new PutBeside(preset("unet")).apply(three)).as("a fourth").isSameAs(three);
    }

    @Test
    void oneIsTakenAwayAndTheOthersStay() {
        Document left = new TakeAwayBeside(preset("mini-segnet")).apply(with("mini-segnet", "mini-fcn"));

        assertThat(beside(left)).containsExactly("mini-fcn");
        assertThat(new TakeAwayBeside(preset("mini-segnet")).apply(left)).isSameAs(left);
    }

    @Test
    void theOneThatIsEditedChangesPlacesWithOneBeside() {
        Document swapped = new SwapBeside(preset("mini-fcn")).apply(with("mini-segnet", "mini-fcn"));

        assertThat(swapped.network()).isEqualTo(preset("mini-fcn"));
        assertThat(beside(swapped)).containsExactly("mini-segnet", "mini-unet");
        assertThat(new SwapBeside(preset("unet")).apply(swapped)).isSameAs(swapped);
        assertThat(swapped.selection().nodes()).allMatch(swapped.network()::has);
    }

    @Test
    void whatStandsBesideIsWorkThatCanBeUndone() {
        History history = History.of(OPEN, true).after(new PutBeside(preset("mini-fcn")));

        assertThat(history.hasUnsavedWork()).isTrue();
        assertThat(history.undoName()).contains("put mini-fcn beside");
        assertThat(history.undone().now().beside()).isEmpty();
        assertThat(history.undone().hasUnsavedWork()).isFalse();
        assertThat(history.undone().redone().now().beside()).hasSize(1);
    }

    @Test
    void anEditOfTheNetworkLeavesWhatStandsBeside() {
        for (Preset preset : Presets.all()) {
            Document document = new PutBeside(preset("mini-fcn")).apply(RandomEdits.document(preset.network()));
            Document edited = new RenameNetwork("mine").apply(document);
            assertThat(edited.beside()).as(preset.name()).isEqualTo(document.beside());
        }
    }
}
