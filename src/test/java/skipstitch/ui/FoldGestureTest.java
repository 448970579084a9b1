package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.ChangeLayer;
import skipstitch.explain.Numerals;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Box;
import skipstitch.network.presets.Presets;
import skipstitch.network.skips.Target;
import skipstitch.session.Carry;
import skipstitch.session.Comparison;

/** Folding groups and opening them, with mouse and keys, and what goes on around them meanwhile. */
class FoldGestureTest {
    private static final String ENCODER = "encoder.level2.pool";

    private WindowDriver window;

    private void open(String preset) {
        window = WindowDriver.open(Presets.find(preset).orElseThrow(), 1600, 1000);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Point2D on(String card, double x, double y) {
        Node node = window.node(card);
        return WindowDriver.fx(() -> node.localToScene(x, y));
    }

    private Point2D middle(String card) {
        return on(card, Box.Kind.CARD.width() / 2, Box.AXIS);
    }

    private Comparison comparison() {
        return WindowDriver.fx(() -> window.session().comparison().get());
    }

    private Network network() {
        return WindowDriver.fx(() -> window.session().document().get().network());
    }

    private void awaitCard(String variant, String id, boolean there) {
        window.await(id + (there ? " to be drawn" : " to be hidden"),
                () -> window.cards(variant).contains(id) == there);
        window.settle();
    }

    @Test
    void aDoubleClickOpensAFoldedCardInBothLanesAndTheKeyFoldsItAgain() {
        open("mini-unet");
        List<String> before = window.cards("add");
        assertThat(before).contains(ENCODER).doesNotContain("encoder.level2.conv");
        assertThat(window.texts(window.node("add:" + ENCODER))).contains("Encoder 2");
        window.doubleClickAt(middle("add:" + ENCODER));
        awaitCard("add", "encoder.level2.conv", true);
        assertThat(window.cards("concat")).containsExactlyInAnyOrderElementsOf(window.cards("add"));
        assertThat(window.texts(window.node("add:" + ENCODER))).doesNotContain("Encoder 2");
        assertThat(WindowDriver.fx(() -> window.session().history().get().canUndo())).as("a look is no step").isFalse();
        window.press(KeyCode.F);
        awaitCard("add", "encoder.level2.conv", false);
        assertThat(window.cards("add")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void shiftAndTheKeyOpensAllAndFoldsAll() {
        open("mini-unet");
        List<String> folded = window.cards("concat");
        window.press(KeyCode.SHIFT, KeyCode.F);
        awaitCard("concat", "bottleneck.conv", true);
        assertThat(window.cards("concat")).containsExactlyInAnyOrderElementsOf(
                network().nodes().stream().map(node -> node.id().value()).toList());
        window.press(KeyCode.SHIFT, KeyCode.F);
        awaitCard("concat", "bottleneck.conv", false);
        assertThat(window.cards("concat")).containsExactlyInAnyOrderElementsOf(folded);
    }

    @Test
    void whatStandsBesideFoldsAlike() {
        open("mini-unet");
        WindowDriver.act(() -> window.session().neighbours().put(Presets.find("mini-segnet").orElseThrow().network()));
        window.settle();
        window.press(KeyCode.SHIFT, KeyCode.F);
        awaitCard("as-drawn", "bottleneck.conv", true);
        assertThat(besideFolds()).isZero();
        WindowDriver.act(() -> window.session().select(NodeId.of("encoder.level2.conv")));
        window.press(KeyCode.F);
        awaitCard("as-drawn", "encoder.level2.conv", false);
        assertThat(besideFolds()).isOne();
    }

    private int besideFolds() {
        return WindowDriver.fx(() -> window.session().neighbours().all().get().getFirst().lanes().layout().folded().folds()
                .size());
    }

    @Test
    void theNameUnderAnOpenStageFoldsIt() {
        open("resnet-20");
        assertThat(window.cards("add")).contains("stage1.block1.merge").doesNotContain("stage2.block1.merge");
        window.click("fold:stage1");
        awaitCard("add", "stage1.block1.merge", false);
        Node stage = window.node("add:stage1.block3.relu");
        assertThat(window.texts(stage)).contains("Stage 1", "×3");
        assertThat(window.selectedCards()).as("the merge that is looked at is in it")
                .contains("add:stage1.block3.relu", "concat:stage1.block3.relu");
    }

    @Test
    void aFoldedCardShowsTheSumOfWhatItsLayersCostMore() {
        open("mini-unet");
        Comparison now = comparison();
        String decoder = window.cards("concat").stream().filter(id -> id.startsWith("decoder.level2.conv"))
                .findFirst().orElseThrow();
        long extra = now.layout().folded().fold(NodeId.of(decoder)).orElseThrow().members().stream()
                .mapToLong(node -> now.extraParams(now.lanes().getLast(), node.id())).sum();
        assertThat(extra).isPositive();
        assertThat(window.texts(window.node("concat:" + decoder))).contains("+" + Numerals.count(extra) + " weights");
    }

    @Test
    void steppingGoesOnThroughWhatIsFoldedAndItsCardIsMarked() {
        open("mini-unet");
        window.press(KeyCode.HOME);
        window.settle();
        window.press(KeyCode.RIGHT);
        window.settle();
        assertThat(WindowDriver.fx(() -> window.session().selection().get().value())).isEqualTo("encoder.level1.conv");
        assertThat(window.selectedCards()).containsExactlyInAnyOrder("add:encoder.level1.pool", "concat:encoder.level1.pool");
        assertThat(window.panels()).isNotEmpty();
    }

    @Test
    void aMisfitInsideShowsOnTheCard() {
        open("mini-unet");
        NodeId pool = NodeId.of(ENCODER);
        WindowDriver.act(() -> window.session().edit(ChangeLayer.to(pool, new Layer.MaxUnpool())));
        window.settle();
        Node card = window.node("add:" + ENCODER);
        assertThat(WindowDriver.fx(() -> card.getStyleClass().contains("misfit"))).isTrue();
        assertThat(WindowDriver.fx(() -> WindowDriver.under(card).filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText()).anyMatch(text -> text.startsWith("✕")))).isTrue();
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(window.node("add:" + ENCODER).getStyleClass()).doesNotContain("misfit");
    }

    @Test
    void aSkipFromAFoldedLevelIsCarriedToAnotherMergeWhichAnswers() {
        open("mini-unet");
        NodeId merge = NodeId.of("decoder.level1.merge");
        int inlet = network().node(merge).inlets().indexOf(network().node(merge).inlets(Inlet.Role.SKIP).getFirst());
        assertThat(network().node(merge).inlets().get(inlet).source().value()).startsWith("encoder.level1");
        window.hold(on("concat:" + merge, Box.Kind.MERGE.width() / 2, Box.AXIS - Box.MERGE_RADIUS - 4));
        window.carryTo(middle("concat:decoder.level2.merge"));
        window.await("the answer of the merge under the hand", () -> window.session().carrying().carry().get()
                .flatMap(Carry::aimed).filter(landing -> landing.target()
                        .equals(new Target.OnEdge(new Edge(NodeId.of("decoder.level2.merge"), 1)))).isPresent());
        window.carryTo(middle("concat:" + ENCODER));
        window.await("a folded card to stand for the edge into it", () -> window.session().carrying().carry().get()
                .flatMap(Carry::aimed).filter(landing -> landing.target()
                        .equals(new Target.OnEdge(new Edge(NodeId.of("encoder.level2.conv"), 0)))).isPresent());
        window.press(KeyCode.ESCAPE);
        window.letGo();
        window.settle();
        assertThat(comparison().layout().folded().folds()).as("nothing was opened").hasSize(7);
    }

    @Test
    void aCardOpensUnderAHandThatWaitsWithASkip() {
        open("mini-unet");
        window.hold(on("concat:decoder.level1.merge", Box.Kind.MERGE.width() / 2, Box.AXIS - Box.MERGE_RADIUS - 4));
        window.carryTo(middle("concat:bottleneck.conv.relu"));
        awaitCard("concat", "bottleneck.conv", true);
        assertThat(WindowDriver.fx(() -> window.session().carrying().carry().get())).as("still in the hand").isPresent();
        window.press(KeyCode.ESCAPE);
        window.letGo();
        window.settle();
        assertThat(network().node(NodeId.of("decoder.level1.merge")).inlets()).hasSize(2);
    }
}
