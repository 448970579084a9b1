package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.explain.LandingWords;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.layout.Box;
import skipstitch.network.presets.Presets;
import skipstitch.network.skips.Landing;
import skipstitch.session.Carry;
import skipstitch.session.Shown;

/** Carrying edges with the mouse and by keys. */
class SkipGestureTest {
    private static final double REACH = 11;

    private WindowDriver window;

    private void open(String preset) {
        window = WindowDriver.open(Presets.find(preset).orElseThrow(), 1280, 800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Network network() {
        return WindowDriver.fx(() -> window.session().document().get().network());
    }

    private Optional<Carry> carry() {
        return WindowDriver.fx(() -> window.session().carrying().carry().get());
    }

    private Layer layer(NodeId id) {
        return network().node(id).layer();
    }

    private NodeId selected() {
        return WindowDriver.fx(() -> window.session().selection().get());
    }

    /** A point of a card in world units from its left top corner, in the scene. */
    private Point2D on(String card, double x, double y) {
        Node node = window.node(card);
        return WindowDriver.fx(() -> node.localToScene(x, y));
    }

    private Point2D middle(String card) {
        return on(card, Box.Kind.CARD.width() / 2, Box.AXIS);
    }

    /** The tip of the arrow that comes down on a ring. */
    private Point2D tip(String ring) {
        return on(ring, Box.Kind.MERGE.width() / 2, Box.AXIS - Box.MERGE_RADIUS - 4);
    }

    private Point2D handle(String card) {
        return on(card, Box.Kind.CARD.width() / 2, 0);
    }

    /** On the edge that enters a card from the left. */
    private Point2D before(String card) {
        return on(card, -24, Box.AXIS);
    }

    private List<String> badges() {
        return WindowDriver.fx(() -> WindowDriver.under(window.view())
                .filter(node -> node.getStyleClass().contains("answer-badge")).map(Node::getAccessibleText).toList());
    }

    private void carry(Point2D from, Point2D to) {
        window.hold(from);
        window.carryTo(from.add(0, -12));
        window.carryTo(to);
    }

    @Test
    void aSkipDroppedWhereItFitsMovesInBothLanesAndIsUndone() {
        open("residual-block");
        Document before = WindowDriver.fx(() -> window.session().document().get());
        carry(tip("add:merge"), before("add:conv2"));
        window.letGo();
        window.settle();
        NodeId ghost = selected();
        assertThat(network().node(ghost).inlets()).containsExactly(Inlet.skip(NodeId.of("conv0")), Inlet.main(NodeId.of("relu1")));
        assertThat(layer(ghost)).isInstanceOf(Layer.Add.class);
        assertThat(window.cards("add")).contains(ghost.value()).doesNotContain("merge");
        assertThat(window.cards("concat")).contains(ghost.value()).doesNotContain("merge");
        assertThat(window.texts(window.node("concat:" + ghost))).contains("16×32×32");
        assertThat(window.panels()).contains("skip x", "main F(x)");
        window.pressCommand(KeyCode.Z);
        window.settle();
        assertThat(network()).isSameAs(before.network());
        assertThat(window.cards("add")).contains("merge").doesNotContain(ghost.value());
        assertThat(selected()).isEqualTo(NodeId.of("merge"));
    }

    @Test
    void everyPlaceAnswersTwiceWhileTheSkipIsInTheHand() {
        open("residual-projection");
        carry(handle("add:conv0"), before("add:norm2"));
        List<Landing> landings = carry().orElseThrow().landings().all();
        assertThat(badges()).containsExactlyInAnyOrderElementsOf(landings.stream().map(LandingWords::sentence).toList());
        Landing aimed = carry().orElseThrow().aimed().orElseThrow();
        assertThat(LandingWords.sentence(aimed)).contains("4×32×32 meets 8×16×16", "Add by 1×1 conv, 8 filters, stride 2: 8×16×16",
                "concat by 2×2 max pool: 12×16×16");
        assertThat(window.text("reading")).contains("4×32×32 meets 8×16×16");
        window.press(KeyCode.ESCAPE);
        assertThat(badges()).isEmpty();
        window.letGo();
    }

    @Test
    void whereItDoesNotFitTheCardMendsItByKeys() {
        open("residual-projection");
        Network before = network();
        carry(handle("add:conv0"), before("add:norm2"));
        window.letGo();
        Node card = window.node("repairs");
        assertThat(window.texts(card)).contains("These two do not fit yet", "1×1 conv, 8 filters, stride 2",
                "subsample /2, then 4 zero channels", "2×2 max pool");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.settle();
        assertThat(WindowDriver.fx(card::isVisible)).isFalse();
        NodeId merge = selected();
        assertThat(layer(merge)).isInstanceOf(Layer.Add.class);
        assertThat(network().nodes()).anyMatch(node -> node.layer().equals(new Layer.Subsample(2)));
        assertThat(WindowDriver.fx(() -> window.session().comparison().get().lanes()))
                .allMatch(lane -> lane.shapes().allFit());
        assertThat(WindowDriver.fx(() -> window.session().comparison().get().lanes().getFirst().shapes().shape(merge)))
                .isEqualTo(new Shape(8, 16, 16));
        window.pressCommand(KeyCode.Z);
        window.settle();
        assertThat(network()).isSameAs(before);
    }

    @Test
    void aRepairIsTakenByAClickAndEscapeLeavesAllAsItWas() {
        open("residual-projection");
        Network before = network();
        carry(handle("add:conv0"), before("add:norm2"));
        window.letGo();
        window.press(KeyCode.ESCAPE);
        assertThat(carry()).isEmpty();
        assertThat(network()).isSameAs(before);
        carry(handle("add:conv0"), before("add:norm2"));
        window.letGo();
        window.click("repair-0");
        window.settle();
        assertThat(network()).isNotSameAs(before);
    }

    @Test
    void escapeAndTheRightButtonCancelADrag() {
        open("residual-block");
        Network before = network();
        carry(tip("add:merge"), before("add:conv2"));
        window.press(KeyCode.ESCAPE);
        assertThat(carry()).isEmpty();
        window.letGo();
        assertThat(network()).isSameAs(before);
        carry(tip("add:merge"), before("add:conv2"));
        window.rightClick();
        assertThat(carry()).isEmpty();
        window.letGo();
        assertThat(network()).isSameAs(before);
    }

    @Test
    void aDropOnNothingOrWhereItCannotBeGoesBackAndSaysWhy() {
        open("residual-block");
        Network before = network();
        carry(tip("add:merge"), middle("add:conv0").add(0, 300));
        window.letGo();
        assertThat(network()).isSameAs(before);
        assertThat(window.texts(window.node("notice"))).anyMatch(text -> text.startsWith("Nothing takes an edge there"));
        carry(tip("add:merge"), middle("add:conv0"));
        window.letGo();
        assertThat(network()).isSameAs(before);
        assertThat(window.texts(window.node("notice"))).anyMatch(text -> text.contains("loop"));
    }

    @Test
    void endsCanBeGrabbedFromADistanceAndThePointerSaysSo() {
        open("residual-block");
        for (Point2D off : List.of(new Point2D(REACH, 0), new Point2D(-REACH, 0), new Point2D(0, -REACH))) {
            window.pointAt(tip("concat:merge").add(off));
            assertThat(WindowDriver.fx(() -> window.view().lanes().getCursor())).isEqualTo(Cursor.OPEN_HAND);
        }
        window.pointAt(handle("concat:conv1").add(0, REACH));
        assertThat(WindowDriver.fx(() -> window.view().lanes().getCursor())).isEqualTo(Cursor.CROSSHAIR);
        window.pointAt(middle("concat:conv1"));
        assertThat(WindowDriver.fx(() -> window.view().lanes().getCursor())).isEqualTo(Cursor.HAND);
        Network before = network();
        carry(tip("concat:merge").add(REACH, 0), before("concat:conv2"));
        window.letGo();
        window.settle();
        assertThat(network()).isNotSameAs(before);
    }

    @Test
    void theStartOfASkipTakesAnotherTensor() {
        open("residual-block");
        carry(on("add:conv0", Box.Kind.CARD.width() * 0.82, 0), middle("add:conv1"));
        window.letGo();
        window.settle();
        assertThat(network().node(NodeId.of("merge")).inlets()).containsExactly(Inlet.skip(NodeId.of("conv1")),
                Inlet.main(NodeId.of("conv2")));
    }

    @Test
    void aMainEdgeIsLedToAnotherSource() {
        open("residual-block");
        carry(on("add:relu1", Box.Kind.CARD.width(), Box.AXIS), middle("add:conv1"));
        window.letGo();
        window.settle();
        assertThat(network().node(NodeId.of("conv2")).inlets()).containsExactly(Inlet.main(NodeId.of("conv1")));
    }

    @Test
    void aSkipIsMovedByKeysAlone() {
        open("residual-block");
        Network before = network();
        window.press(KeyCode.S);
        window.press(KeyCode.L);
        assertThat(carry().orElseThrow().aimed()).isPresent();
        window.press(KeyCode.ESCAPE);
        assertThat(carry()).isEmpty();
        assertThat(network()).isSameAs(before);
        window.press(KeyCode.L);
        List<Landing> all = carry().orElseThrow().landings().all();
        for (int i = 0; i < all.size() && !LandingWords.sentence(carry().orElseThrow().aimed().orElseThrow())
                .startsWith("8×32×32 meets"); i++) {
            window.press(KeyCode.RIGHT);
        }
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        Landing aimed = carry().orElseThrow().aimed().orElseThrow();
        assertThat(window.text("reading")).contains(LandingWords.sentence(aimed));
        window.press(KeyCode.ENTER);
        window.settle();
        assertThat(network()).isNotSameAs(before);
        assertThat(network().skipMerges()).hasSize(1);
    }

    @Test
    void aNewSkipIsDrawnByKeysFromTheSelectedNode() {
        open("residual-block");
        window.click("add:conv1");
        window.settle();
        window.press(KeyCode.L);
        assertThat(carry().orElseThrow().landings().all()).hasSizeGreaterThan(3);
        while (!window.text("reading").startsWith("Before conv3")) {
            window.press(KeyCode.RIGHT);
        }
        window.press(KeyCode.ENTER);
        window.settle();
        assertThat(network().skipMerges()).hasSize(2);
    }

    @Test
    void anEdgeCarriedByKeysStaysOverItsPlaceWhenTheViewOrTheLanesChange() {
        open("residual-block");
        window.click("add:conv1");
        window.settle();
        window.press(KeyCode.L);
        while (!window.text("reading").startsWith("Before conv3")) {
            window.press(KeyCode.RIGHT);
        }
        hangsOverItsPlace("at first");
        WindowDriver.act(() -> window.view().lanes().zoom(1));
        hangsOverItsPlace("closer");
        WindowDriver.act(() -> window.session().show(Shown.CONCAT));
        window.settle();
        hangsOverItsPlace("in the only lane");
        window.press(KeyCode.ESCAPE);
    }

    private void hangsOverItsPlace(String when) {
        Bounds hand = window.onScene(WindowDriver.fx(() -> window.view().lookup(".carried-ball")));
        Bounds place = window.onScene(WindowDriver.fx(() -> window.view().lookup(".ghost-merge")));
        assertThat(hand.getCenterX()).as(when).isCloseTo(place.getCenterX(), within(1.0));
        assertThat(hand.getCenterY()).as(when).isBetween(place.getMinY() - 120, place.getMinY());
        assertThat(window.onScene(window.node("concat:conv3")).getMinX()).as(when).isGreaterThan(place.getMinX());
    }

    @Test
    void nearTheBorderTheViewMovesAlong() {
        open("residual-projection");
        WindowDriver.act(() -> window.view().lanes().zoom(1));
        WindowDriver.act(() -> window.view().lanes().pan(600, 0));
        Bounds lanes = window.onScene(window.view().lanes());
        double before = window.onScene(window.node("add:conv0")).getMinX();
        carry(handle("add:conv0"), new Point2D(lanes.getMaxX() - 3, lanes.getMinY() + 60));
        window.await("the view to move along", () -> window.node("add:conv0").localToScene(0, 0).getX() < before - 100);
        window.press(KeyCode.ESCAPE);
        window.letGo();
    }
}
