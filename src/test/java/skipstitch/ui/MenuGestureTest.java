package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import skipstitch.document.ChangeLayer;
import skipstitch.document.Document;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;

/** The right button's menu. The toolkit in memory asks for none, so this runs on a real display. */
@DisabledIfSystemProperty(named = "glass.platform", matches = "Monocle")
class MenuGestureTest {
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

    private void menuAt(Point2D at, String expected) {
        window.pointAt(at);
        window.rightClick();
        window.await("the menu", () -> window.menuItems().contains(expected));
    }

    private Point2D middle(String card) {
        Node node = window.node(card);
        Bounds bounds = window.onScene(node);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    @Test
    void aMergeIsTurnedIntoTheOtherKind() {
        menuAt(middle("add:merge").subtract(0, 10), "Make it concat  (M)");
        window.clickMenuItem("Make it concat  (M)");
        window.settle();
        assertThat(document().network().node(NodeId.of("merge")).layer()).isInstanceOf(Layer.Concat.class);
    }

    @Test
    void aSkipIsDrawnFromALayer() {
        menuAt(middle("concat:conv1"), "Draw a skip from here  (L)");
        assertThat(document().selection().nodes()).containsExactly(NodeId.of("conv1"));
        window.clickMenuItem("Draw a skip from here  (L)");
        assertThat(WindowDriver.fx(() -> window.session().carrying().carry().get())).isPresent();
    }

    @Test
    void aMisfitIsMended() {
        WindowDriver.act(() -> window.session().edit(ChangeLayer.to(NodeId.of("conv2"),
                Layer.Conv.same(8, 3).strided(2))));
        window.settle();
        String mend = "Mend: 2×2 max pool, on the edge from conv0";
        menuAt(middle("add:merge").subtract(0, 10), mend);
        window.clickMenuItem(mend);
        window.settle();
        assertThat(WindowDriver.fx(() -> window.session().comparison().get().lanes()))
                .allMatch(lane -> lane.shapes().allFit());
    }

    @Test
    void theGroundOffersToTidy() {
        Bounds card = window.onScene(window.node("add:conv1"));
        menuAt(new Point2D(card.getMaxX() + 20, card.getMaxY() + 6), "Tidy  (T)");
    }
}
