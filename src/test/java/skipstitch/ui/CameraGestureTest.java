package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking closer and elsewhere. */
class CameraGestureTest {
    private static final double BELOW_CARDS = 8;

    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private double zoom(String id) {
        return WindowDriver.fx(() -> window.node(id).getLocalToSceneTransform().getMxx());
    }

    private Point2D corner(String id) {
        return WindowDriver.fx(() -> window.node(id).localToScene(0, 0));
    }

    /** On the ground, just below a card. */
    private Point2D ground(String id) {
        Bounds card = window.onScene(window.node(id));
        return new Point2D(Math.floor(card.getCenterX()), Math.floor(card.getMaxY() + BELOW_CARDS * zoom(id)));
    }

    @Test
    void theWheelZoomsAroundThePointerInBothLanes() {
        for (String id : List.of("concat:conv1", "add:relu3")) {
            Point2D pointer = ground(id).add(-20, -40);
            window.pointAt(pointer);
            Node card = window.node(id);
            Point2D below = WindowDriver.fx(() -> card.sceneToLocal(pointer));
            double before = zoom(id);
            window.wheelIn();
            window.wheelIn();
            window.wheelIn();
            assertThat(zoom(id)).as(id).isGreaterThan(before);
            assertNear(WindowDriver.fx(() -> card.localToScene(below)), pointer, 1);
            double close = zoom(id);
            window.wheelOut();
            assertThat(zoom(id)).as(id).isLessThan(close);
            assertNear(WindowDriver.fx(() -> card.localToScene(below)), pointer, 1);
            assertLanesAlike();
            window.pressCommand(KeyCode.DIGIT0);
            window.layOut();
            assertThat(zoom(id)).as(id).isEqualTo(before);
        }
    }

    @Test
    void zoomStaysWithinBounds() {
        window.pointAt(ground("add:merge"));
        for (int i = 0; i < 40; i++) {
            WindowDriver.act(() -> window.view().lanes().zoom(1));
        }
        window.wheelIn();
        assertThat(zoom("add:merge")).isEqualTo(4);
        for (int i = 0; i < 80; i++) {
            WindowDriver.act(() -> window.view().lanes().zoom(-1));
        }
        window.wheelOut();
        assertThat(zoom("add:merge")).isEqualTo(0.25);
    }

    @Test
    void draggingTheGroundPansBothLanesAlikeAndFitRestores() {
        Point2D add = corner("add:conv1");
        Point2D concat = corner("concat:conv1");
        window.drag(ground("concat:conv2"), -130, 24);
        assertNear(corner("add:conv1"), add.add(-130, 24), 1);
        assertNear(corner("concat:conv1"), concat.add(-130, 24), 1);
        window.pressCommand(KeyCode.DIGIT0);
        window.layOut();
        assertThat(corner("add:conv1")).isEqualTo(add);
        assertThat(corner("concat:conv1")).isEqualTo(concat);
    }

    @Test
    void aDragThatEndsOnANodeDoesNotSelectIt() {
        Point2D from = ground("add:conv1");
        window.drag(from, 4, -BELOW_CARDS * zoom("add:conv1") - 30);
        window.settle();
        assertThat(window.selectedCards()).containsExactly("add:merge", "concat:merge");
        window.click("add:conv1");
        window.settle();
        assertThat(window.selectedCards()).containsExactly("add:conv1", "concat:conv1");
    }

    @Test
    void keysZoomPanAndFit() {
        Point2D first = corner("add:merge");
        double fitted = zoom("add:merge");
        window.pressCommand(KeyCode.EQUALS);
        double closer = zoom("add:merge");
        assertThat(closer).isGreaterThan(fitted);
        window.pressCommand(KeyCode.MINUS);
        window.pressCommand(KeyCode.MINUS);
        assertThat(zoom("add:merge")).isLessThan(fitted);
        window.pressCommand(KeyCode.DIGIT0);
        window.layOut();
        assertThat(zoom("add:merge")).isEqualTo(fitted);
        assertThat(corner("add:merge")).isEqualTo(first);

        window.pressCommand(KeyCode.LEFT);
        assertNear(corner("add:merge"), first.add(64, 0), 1);
        window.pressCommand(KeyCode.UP);
        assertNear(corner("add:merge"), first.add(64, 64), 1);
        window.pressCommand(KeyCode.RIGHT);
        window.pressCommand(KeyCode.DOWN);
        assertNear(corner("add:merge"), first, 1);
        assertThat(window.selectedCards()).containsExactly("add:merge", "concat:merge");
        assertLanesAlike();
    }

    private void assertLanesAlike() {
        for (String id : window.cards("add")) {
            Point2D shift = corner("concat:" + id).subtract(corner("add:" + id));
            assertThat(shift.getX()).as(id).isEqualTo(0);
            assertThat(shift.getY()).as(id).isEqualTo(corner("concat:merge").subtract(corner("add:merge")).getY());
            assertThat(zoom("concat:" + id)).isEqualTo(zoom("add:" + id));
        }
    }

    private static void assertNear(Point2D actual, Point2D expected, double pixels) {
        assertThat(actual.getX()).as("x of %s against %s", actual, expected).isCloseTo(expected.getX(), within(pixels));
        assertThat(actual.getY()).as("y of %s against %s", actual, expected).isCloseTo(expected.getY(), within(pixels));
    }
}
