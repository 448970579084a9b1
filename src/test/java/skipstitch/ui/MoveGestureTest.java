package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.layout.Box;

/** Putting layers elsewhere, selecting several, and dragging new ones in. */
class MoveGestureTest {
    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Document document() {
        return WindowDriver.fx(() -> window.session().document().get());
    }

    private Point2D corner(String card) {
        Node node = window.node(card);
        return WindowDriver.fx(() -> node.localToScene(0, 0));
    }

    private Point2D middle(String card) {
        Bounds bounds = window.onScene(window.node(card));
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private double zoom() {
        return WindowDriver.fx(() -> window.node("add:conv1").getLocalToSceneTransform().getMxx());
    }

    private void dragTo(Point2D from, Point2D to) {
        window.hold(from);
        window.carryTo(from.midpoint(to));
        window.carryTo(to);
        window.letGo();
        window.settle();
    }

    @Test
    void aDraggedCardStaysWhereItIsPutInBothLanesAndComputesNothing() {
        Box before = WindowDriver.fx(() -> window.session().comparison().get().layout().boxes().get(NodeId.of("relu3")));
        var results = WindowDriver.fx(() -> window.session().results().get().orElseThrow().lanes());
        dragTo(middle("add:relu3"), middle("add:relu3").add(40 * zoom(), 24 * zoom()));
        assertThat(document().places()).containsOnlyKeys(NodeId.of("relu3"))
                .containsEntry(NodeId.of("relu3"), new Place(before.left() + 40, before.top() + 24));
        Point2D add = corner("add:relu3").subtract(corner("add:merge"));
        Point2D concat = corner("concat:relu3").subtract(corner("concat:merge"));
        assertThat(add.getX()).isCloseTo(concat.getX(), within(1.0));
        assertThat(add.getY()).isCloseTo(concat.getY(), within(1.0));
        assertThat(WindowDriver.fx(() -> window.session().results().get().orElseThrow().lanes())).isSameAs(results);
        window.pressCommand(KeyCode.Z);
        assertThat(document().places()).isEmpty();
    }

    @Test
    void escapePutsADraggedCardBack() {
        Point2D before = corner("add:relu3");
        window.hold(middle("add:relu3"));
        window.carryTo(middle("add:relu3").add(30, 30));
        window.press(KeyCode.ESCAPE);
        window.letGo();
        window.layOut();
        assertThat(document().places()).isEmpty();
        assertThat(corner("add:relu3")).isEqualTo(before);
    }

    @Test
    void whatTidyForgetsIsUndone() {
        Point2D before = corner("add:relu3");
        dragTo(middle("add:relu3"), middle("add:relu3").add(48, 32));
        var placed = document().places();
        WindowDriver.act(() -> window.view().lanes().requestFocus());
        window.press(KeyCode.T);
        assertThat(document().places()).isEmpty();
        window.await("the card to glide back", () -> window.node("add:relu3").localToScene(0, 0).distance(before) < 1);
        window.pressCommand(KeyCode.Z);
        assertThat(document().places()).isEqualTo(placed);
        window.await("the card to glide there", () -> window.node("add:relu3").localToScene(0, 0).getY()
                - window.node("add:conv3").localToScene(0, 0).getY() > 20);
    }

    @Test
    void aFrameAndShiftClicksSelectSeveral() {
        Bounds first = window.onScene(window.node("concat:conv1"));
        Bounds last = window.onScene(window.node("concat:conv2"));
        window.shift(true);
        dragTo(new Point2D(first.getMinX() - 8, first.getMinY() - 10), new Point2D(last.getMaxX() + 4, last.getMaxY() + 4));
        window.shift(false);
        assertThat(document().selection().nodes()).contains(NodeId.of("conv1"), NodeId.of("relu1"), NodeId.of("conv2"));
        window.shift(true);
        window.click("add:relu1");
        window.shift(false);
        assertThat(document().selection().nodes()).contains(NodeId.of("conv1")).doesNotContain(NodeId.of("relu1"));
        window.click("add:input");
        window.settle();
        assertThat(document().selection().nodes()).isEqualTo(Set.of(NodeId.of("input")));
    }

    @Test
    void aClickOnAnEdgeSelectsItAndDeleteTakesItAway() {
        Point2D merge = corner("add:merge");
        window.clickAt(merge.add(-30 * zoom(), Box.AXIS * zoom()));
        assertThat(document().selection().edge()).isPresent();
        assertThat(document().selection().edge().orElseThrow().to()).isEqualTo(NodeId.of("merge"));
        window.press(KeyCode.DELETE);
        window.settle();
        assertThat(document().network().has(NodeId.of("merge"))).isFalse();
    }

    @Test
    void aLayerDraggedFromThePaletteOntoAnEdgeIsInserted() {
        window.press(KeyCode.E);
        window.layOut();
        window.settle();
        dragTo(palette("Batch norm"), corner("add:relu1").add(-20 * zoom(), Box.AXIS * zoom()));
        NodeId fresh = document().network().node(NodeId.of("relu1")).inlets().getFirst().source();
        assertThat(document().network().node(fresh).layer()).isInstanceOf(Layer.BatchNorm.class);
        assertThat(document().network().node(fresh).inlets()).containsExactly(Inlet.main(NodeId.of("conv1")));
        assertThat(window.cards("concat")).contains(fresh.value());
    }

    @Test
    void aLayerDraggedOntoTheGroundStandsThereAndIsConnectedByItsEdge() {
        window.press(KeyCode.E);
        window.layOut();
        window.settle();
        Bounds lanes = window.onScene(window.view().lanes());
        WindowDriver.act(() -> window.view().lanes().pan(0, -60));
        dragTo(palette("ReLU"), new Point2D(lanes.getMinX() + 300, lanes.getMinY() + lanes.getHeight() / 2 - 24));
        NodeId fresh = document().network().nodes().getLast().id();
        assertThat(document().network().node(fresh).inlets()).isEmpty();
        assertThat(document().places()).containsKey(fresh);
        assertThat(window.texts(window.node("add:" + fresh))).anyMatch(text -> text.contains("✕"));
    }

    private Point2D palette(String title) {
        Node button = WindowDriver.fx(() -> WindowDriver.under(window.view())
                .filter(node -> node instanceof Labeled labeled && title.equals(labeled.getText())
                        && node.getStyleClass().contains("button")).findFirst().orElseThrow());
        Bounds bounds = window.onScene(button);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
