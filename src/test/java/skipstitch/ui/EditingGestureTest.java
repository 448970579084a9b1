package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.document.Selection;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.presets.Presets;
import skipstitch.session.Notice;

/** Editing by the drawer, its palette and its fields, and by keys. */
class EditingGestureTest {
    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open(1280, 800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Document document() {
        return WindowDriver.fx(() -> window.session().document().get());
    }

    private Network network() {
        return document().network();
    }

    private List<String> ids() {
        return network().nodes().stream().map(node -> node.id().value()).toList();
    }

    private void select(String... ids) {
        WindowDriver.act(() -> window.session().select(Selection.of(
                new LinkedHashSet<>(Stream.of(ids).map(NodeId::of).toList()))));
        window.layOut();
    }

    /** Presses the keys of a word, then others. */
    private void type(String word, KeyCode... then) {
        for (char letter : word.toCharArray()) {
            window.press(letter == ' ' ? KeyCode.SPACE
                    : KeyCode.getKeyCode(String.valueOf(letter).toUpperCase(Locale.ROOT)));
        }
        for (KeyCode key : then) {
            window.press(key);
        }
        window.layOut();
    }

    /** Replaces what is in a field. */
    private void fill(String field, String word, KeyCode... then) {
        window.click(field);
        window.pressCommand(KeyCode.A);
        type(word, then);
    }

    private String field(String id) {
        return WindowDriver.fx(() -> ((TextInputControl) window.node(id)).getText());
    }

    /** Of the lower half of the window; asked on the window's thread. */
    private Stream<String> texts() {
        return WindowDriver.under(window.view()).filter(node -> node.getStyleClass().contains("waiting"))
                .map(node -> ((Labeled) node).getText());
    }

    private void openDrawer() {
        window.press(KeyCode.E);
        window.layOut();
    }

    @Test
    void theDrawerIsClosedAtFirstAndOpensByKeyAndButton() {
        assertThat(window.find("drawer")).isEmpty();
        openDrawer();
        assertThat(window.find("drawer")).isPresent();
        assertThat(field("palette-search")).as("the key that opened it is not typed").isEmpty();
        assertThat(window.text("properties-title")).isEqualTo("Add");
        assertThat(window.find("misfit")).isEmpty();
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.E);
        assertThat(window.find("drawer")).isEmpty();
        window.click("edit");
        assertThat(window.find("drawer")).isPresent();
    }

    @Test
    void aChainIsBuiltFromNothingByTheKeyboardAlone() {
        WindowDriver.act(window.session()::openNew);
        window.layOut();
        assertThat(ids()).containsExactly("input");
        openDrawer();
        type("conv", KeyCode.ENTER);
        type("relu", KeyCode.ENTER);
        type("max", KeyCode.ENTER);
        type("conv", KeyCode.DOWN, KeyCode.ENTER);
        type("up", KeyCode.ENTER);
        type("add", KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        assertThat(network().nodes()).extracting(node -> node.layer().title()).containsExactly("Input", "Conv 3×3",
                "ReLU",
                "Max pool /2", "Conv 1×1", "Upsample ×2", "Add");
        assertThat(Shapes.of(network()).allFit()).isTrue();
        assertThat(window.text("presets")).isEqualTo("New network •");
        window.settle();
        assertThat(window.panels()).isNotEmpty();
        for (int i = 0; i < 6; i++) {
            window.pressCommand(KeyCode.Z);
        }
        assertThat(ids()).containsExactly("input");
        assertThat(window.text("presets")).isEqualTo("New network");
    }

    @Test
    void aButtonOfThePaletteInsertsOnTheEdgeBehindWhatIsSelected() {
        openDrawer();
        select("conv1");
        window.click("palette-batch-norm");
        assertThat(ids()).containsSubsequence("conv1", "batch-norm-9", "relu1");
        assertThat(document().selection()).isEqualTo(Selection.of(NodeId.of("batch-norm-9")));
        window.settle();
        assertThat(window.cards("add")).contains("batch-norm-9");
    }

    @Test
    void whatBreaksTheMergeIsSaidInTheFieldAndTakenByEnter() {
        openDrawer();
        select("conv1");
        window.click("palette-relu");
        select("conv2");
        fill("setting-filters", "16");
        assertThat(window.text("message-filters")).startsWith("Then Add no longer fits: 8×32×32 meets 16×32×32")
                .contains("Enter");
        assertThat(Shapes.of(network()).allFit()).isTrue();
        window.press(KeyCode.ENTER);
        window.layOut();
        assertThat(network().node(NodeId.of("conv2")).layer()).isEqualTo(Layer.Conv.same(16, 3));
        assertThat(window.find("message-filters")).isEmpty();
        select("merge");
        assertThat(window.texts(window.node("misfit"))).anyMatch(text -> text.startsWith("Add and multiply need equal"))
                .anyMatch(text -> text.contains("8×32×32 meets 16×32×32"));
        window.await("why there are no tensors", () -> texts().anyMatch(text -> text.contains("Add: 8×32×32 meets")));
        select("conv3");
        window.await("what it waits for", () -> texts().anyMatch(text -> text.startsWith("Conv 3×3 waits for Add")));
        select("conv2");
        window.click("setting-filters");
        window.pressCommand(KeyCode.Z);
        assertThat(field("setting-filters")).isEqualTo("8");
        assertThat(Shapes.of(network()).allFit()).isTrue();
        window.pressCommand(KeyCode.Z);
        assertThat(network()).isEqualTo(Presets.first().network());
        window.pressCommand(KeyCode.SHIFT, KeyCode.Z);
        assertThat(ids()).hasSize(9);
        window.pressCommand(KeyCode.Y);
        assertThat(Shapes.of(network()).allFit()).isFalse();
    }

    @Test
    void whatALayerCannotHaveIsSaidAndNeverTaken() {
        openDrawer();
        select("conv3");
        for (String wrong : List.of("0", "x", "")) {
            window.click("setting-filters");
            window.pressCommand(KeyCode.A);
            window.press(KeyCode.BACK_SPACE);
            type(wrong, KeyCode.ENTER);
            assertThat(window.text("message-filters")).as("'%s'", wrong).isNotEmpty();
            assertThat(network()).isSameAs(Presets.first().network());
        }
        window.press(KeyCode.ESCAPE);
        assertThat(field("setting-filters")).isEqualTo("8");
        fill("setting-groups", "3");
        assertThat(window.text("message-groups")).contains("3 groups do not divide");
        fill("setting-kernel", "99");
        assertThat(window.text("message-kernel")).contains("larger than the padded");
        window.press(KeyCode.ESCAPE);
        // On the way to 99 there was a 9, which fits.
        assertThat(field("setting-kernel")).isEqualTo("9");
    }

    @Test
    void aGoodValueIsTakenWhileTypingAsOneStep() {
        openDrawer();
        select("conv3");
        fill("setting-filters", "12");
        assertThat(network().node(NodeId.of("conv3")).layer()).isEqualTo(Layer.Conv.same(12, 3));
        window.press(KeyCode.ESCAPE);
        window.pressCommand(KeyCode.Z);
        assertThat(network()).isSameAs(Presets.first().network());
    }

    @Test
    void settingsOfOtherFormsAreTakenToo() {
        openDrawer();
        select("conv3");
        window.click("setting-bias");
        assertThat(network().node(NodeId.of("conv3")).layer()).isEqualTo(Layer.Conv.same(8, 3).biased());
        select("relu3");
        WindowDriver.act(() -> window.view().lanes().requestFocus());
        window.press(KeyCode.F2);
        type("last", KeyCode.ENTER);
        assertThat(network().node(NodeId.of("relu3")).label()).isEqualTo("last");
        assertThat(window.texts(window.node("add:relu3"))).contains("last");
        window.press(KeyCode.ESCAPE);
        window.pressCommand(KeyCode.Z);
        assertThat(network().node(NodeId.of("relu3")).label()).isEqualTo("ReLU");
    }

    @Test
    void deleteClosesTheGapAndSaysWhatNoLongerFits() {
        select("relu1");
        window.press(KeyCode.DELETE);
        assertThat(network().node(NodeId.of("conv2")).inlets().getFirst().source()).isEqualTo(NodeId.of("conv1"));
        assertThat(window.find("notice")).isEmpty();
        WindowDriver.act(() -> window.session().open(Presets.find("residual-projection").orElseThrow()));
        window.layOut();
        select("shortcut");
        window.pressCommand(KeyCode.BACK_SPACE);
        window.layOut();
        assertThat(window.texts(window.node("notice"))).anyMatch(text ->
                text.contains("deleted and the gap is closed, but") && text.contains("meets"));
        window.pressCommand(KeyCode.Z);
        assertThat(window.find("notice")).as("what was said of it goes with the undo").isEmpty();
    }

    @Test
    void layersAreCutCopiedAndPastedAlsoIntoAnotherNetwork() {
        select("conv1", "relu1");
        window.pressCommand(KeyCode.X);
        assertThat(ids()).containsExactly("input", "conv0", "conv2", "merge", "conv3", "relu3");
        select("conv3");
        window.pressCommand(KeyCode.V);
        assertThat(ids()).containsExactly("input", "conv0", "conv2", "merge", "conv3", "conv-9", "relu-10", "relu3");
        assertThat(Shapes.of(network()).allFit()).isTrue();
        select("merge", "conv2");
        window.pressCommand(KeyCode.C);
        WindowDriver.act(() -> window.session().open(Presets.find("dense-block").orElseThrow()));
        window.layOut();
        int before = ids().size();
        window.pressCommand(KeyCode.V);
        assertThat(ids()).hasSize(before + 2);
        assertThat(document().selection().nodes()).hasSize(2);
    }

    @Test
    void aPictureThatWasCopiedLaterIsPastedInstead() {
        select("conv1");
        window.pressCommand(KeyCode.C);
        WindowDriver.act(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new WritableImage(4, 4));
            Clipboard.getSystemClipboard().setContent(content);
        });
        window.pressCommand(KeyCode.V);
        assertThat(ids()).hasSize(8);
        assertThat(document().picture().picture().name()).isEqualTo("pasted");
    }

    @Test
    void controlDDuplicatesAndControlASelectsAll() {
        select("conv1");
        window.pressCommand(KeyCode.D);
        assertThat(ids()).last().isEqualTo("conv-9");
        assertThat(network().node(NodeId.of("conv-9")).inlets()).isEqualTo(network().node(NodeId.of("conv1")).inlets());
        window.pressCommand(KeyCode.A);
        assertThat(document().selection().nodes()).hasSize(9);
        openDrawer();
        assertThat(window.text("properties-title")).isEqualTo("9 layers selected");
        window.click("delete");
        assertThat(ids()).containsExactly("input");
    }

    @Test
    void aLayerIsReplacedAndKeepsItsEdges() {
        openDrawer();
        select("relu1");
        // By a key: under X the menu opens below the pointer and takes the release of a click for itself.
        WindowDriver.act(() -> window.node("replace").requestFocus());
        window.press(KeyCode.SPACE);
        window.layOut();
        assertThat(window.menuItems()).contains("Sigmoid", "Conv 1×1").doesNotContain("Add", "Input");
        window.clickMenuItem("Sigmoid");
        assertThat(network().node(NodeId.of("relu1")).layer()).isEqualTo(new Layer.Sigmoid());
        assertThat(network().consumers(NodeId.of("relu1"))).containsExactly(NodeId.of("conv2"));
    }

    @Test
    void oneKeyMakesAnAddAConcatAndOneTurnsItsOrder() {
        select("merge");
        window.press(KeyCode.M);
        assertThat(network().node(NodeId.of("merge")).layer()).isEqualTo(new Layer.Concat());
        window.press(KeyCode.O);
        assertThat(network().node(NodeId.of("merge")).inlets().getFirst().source()).isEqualTo(NodeId.of("conv2"));
        window.press(KeyCode.M);
        assertThat(network().node(NodeId.of("merge")).layer()).isEqualTo(new Layer.Add());
        select("conv1");
        window.press(KeyCode.M);
        assertThat(window.texts(window.node("notice"))).anyMatch(text -> text.contains("Select an add or a concat"));
    }

    @Test
    void theListOfStepsJumps() {
        select("conv1");
        window.press(KeyCode.DELETE);
        select("conv2");
        window.press(KeyCode.DELETE);
        window.click("history");
        window.layOut();
        assertThat(window.text("step-0")).endsWith("Open residual-block");
        assertThat(window.text("step-2")).startsWith("●").endsWith("Delete conv2");
        window.click("step-0");
        assertThat(network()).isSameAs(Presets.first().network());
        assertThat(window.find("history-steps")).isEmpty();
        assertThat(WindowDriver.fx(() -> window.node("redo").getAccessibleText()))
                .isEqualTo("Redo: delete conv1 (Ctrl+Y)");
        window.click("redo");
        assertThat(ids()).doesNotContain("conv1").contains("conv2");
        window.click("undo");
        assertThat(document().selection()).isEqualTo(Selection.of(NodeId.of("conv1")));
    }

    @Test
    void layersAreFoundByNameOrKind() {
        window.pressCommand(KeyCode.F);
        assertThat(field("search")).isEmpty();
        type("relu");
        assertThat(window.selectedCards()).containsExactly("add:relu1", "concat:relu1");
        assertThat(window.text("search-count")).isEqualTo("1 of 2");
        window.press(KeyCode.ENTER);
        assertThat(window.selectedCards()).containsExactly("add:relu3", "concat:relu3");
        type("x");
        assertThat(window.text("search-count")).isEqualTo("none");
        window.press(KeyCode.ESCAPE);
        assertThat(window.find("search-bar")).isEmpty();
    }

    @Test
    void escapeClosesTheSearchBeforeItTakesANoticeAway() {
        WindowDriver.act(() -> window.session().tell(new Notice(Notice.Kind.INFO, "a")));
        window.pressCommand(KeyCode.F);
        WindowDriver.act(() -> window.view().lanes().requestFocus());
        window.press(KeyCode.ESCAPE);
        assertThat(window.find("search-bar")).isEmpty();
        assertThat(window.find("notice")).isPresent();
        window.press(KeyCode.ESCAPE);
        assertThat(window.find("notice")).isEmpty();
    }

    @Test
    void aLanesOwnProjectionIsAdopted() {
        openDrawer();
        window.press(KeyCode.ESCAPE);
        select("merge");
        window.press(KeyCode.M);
        select("conv2");
        fill("setting-filters", "16", KeyCode.ENTER, KeyCode.ESCAPE);
        WindowDriver.act(() -> window.session().select(NodeId.of("merge.project-0")));
        window.layOut();
        assertThat(window.text("properties-title")).isEqualTo("Projection");
        window.press(KeyCode.DELETE);
        assertThat(window.texts(window.node("notice"))).anyMatch(text -> text.contains("Adopt it first"));
        window.layOut();
        window.click("adopt");
        assertThat(network().has(NodeId.of("merge.project-0"))).isTrue();
        assertThat(field("setting-filters")).isEqualTo("16");
    }

    @Test
    void theNetworkIsRenamedAndTheMenuSaysSo() {
        window.click("presets");
        window.clickMenuItem("Rename…");
        window.layOut();
        fill("setting-name", "mine");
        assertThat(network().name()).isEqualTo("mine");
        assertThat(window.text("presets")).isEqualTo("mine •");
        assertThat(Set.copyOf(ids())).hasSize(8);
    }
}
