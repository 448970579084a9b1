package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.steps.Depth;
import skipstitch.network.NodeId;
import skipstitch.network.folding.Folding;
import skipstitch.network.presets.Presets;
import skipstitch.session.Beside;
import skipstitch.session.Results;
import skipstitch.session.Shown;

/** Two networks and more, side by side. */
class BesideGestureTest {
    private static final NodeId SHARED = NodeId.of("encoder.level2.pool");
    /** That a U-Net has not. */
    private static final NodeId SCORE = NodeId.of("decoder.level4.score");
    private WindowDriver window;

    @AfterEach
    void close() {
        window.close();
    }

    private void open(double width, double height, String... others) {
        window = WindowDriver.open(Presets.find("mini-unet").orElseThrow(), width, height);
        WindowDriver.act(() -> Stream.of(others).forEach(name ->
                window.session().neighbours().put(Presets.find(name).orElseThrow().network())));
        window.settle();
    }

    private List<Beside> beside() {
        return WindowDriver.fx(() -> window.session().neighbours().all().get());
    }

    private Document document() {
        return WindowDriver.fx(() -> window.session().document().get());
    }

    private Point2D middle(String id) {
        Bounds bounds = window.onScene(window.node(id));
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private List<String> laneNames() {
        return WindowDriver.fx(() -> WindowDriver.under(window.view()).filter(node -> node.getStyleClass().contains("lane-name"))
                .map(node -> ((Label) node).getText()).toList());
    }

    @Test
    void anotherNetworkIsPutBesideFromTheMenuAndTakenAwayByItsLane() {
        window = WindowDriver.open();
        window.click("presets");
        window.await("the menu", ((MenuButton) window.node("presets"))::isShowing);
        window.click("put-beside");
        window.await("the networks", () -> window.find("beside-dense-block").isPresent());
        // Straight into the menu beside, so as not to open another one on the way.
        window.pointAt(window.node("beside-file"));
        window.click("beside-dense-block");
        window.await("the network", () -> !window.session().neighbours().all().get().isEmpty());
        window.settle();

        assertThat(laneNames()).containsExactly("residual-block  ·  as drawn", "dense-block  ·  as drawn");
        assertThat(window.cards("dense-block")).isNotEmpty();
        assertThat(WindowDriver.fx(() -> window.session().shown().get())).isEqualTo(Shown.AS_DRAWN);

        window.click("take-away:dense-block");
        window.settle();
        assertThat(laneNames()).containsExactly("Add lane", "Concat lane");
        window.pressCommand(KeyCode.Z);
        window.settle();
        assertThat(window.cards("dense-block")).isNotEmpty();
        window.pressCommand(KeyCode.Z);
        window.settle();
        assertThat(window.cards("dense-block")).isEmpty();
    }

    @Test
    void bothRunOnTheSamePictureAndTheirEncodersAgreeToTheLastBit() {
        open(1920, 1080, "mini-segnet");
        Results own = WindowDriver.fx(() -> window.session().results().get().orElseThrow());
        Results theirs = beside().getFirst().results().orElseThrow();
        assertThat(theirs.setting().picture()).isEqualTo(own.setting().picture());
        for (var node : own.comparison().drawn().nodes()) {
            if (node.id().value().startsWith("encoder")) {
                assertThat(theirs.lanes().getFirst().activations().tensor(node.id()).values()).as(node.id().value())
                        .isEqualTo(own.lanes().getFirst().activations().tensor(node.id()).values());
            }
        }
    }

    @Test
    void aClickInAnyLaneSelectsTheNodeInAllThatHaveIt() {
        open(1920, 1080, "mini-segnet");
        window.clickAt(middle("mini-segnet:" + SHARED));
        window.settle();
        assertThat(window.selectedCards()).containsExactlyInAnyOrder("as-drawn:" + SHARED, "mini-segnet:" + SHARED);
        assertThat(window.inspection().panels()).extracting(Panel::where)
                .allMatch(where -> where.orElseThrow().equals("the same in both networks"));
        assertThat(window.texts(window.node("panel:out: Max pool /2"))).contains("the same in both networks");
    }

    @Test
    void aNodeThatOnlyTheOtherHasIsLookedAtAndNotEdited() {
        open(1920, 1080, "mini-fcn");
        int steps = WindowDriver.fx(() -> window.session().history().get().steps().size());
        window.clickAt(middle("mini-fcn:" + SCORE));
        window.settle();
        assertThat(window.selectedCards()).containsExactly("mini-fcn:" + SCORE);
        assertThat(window.inspection().node()).isEqualTo(SCORE);
        assertThat(window.inspection().panels()).isNotEmpty()
                .allMatch(panel -> panel.where().orElseThrow().equals("mini-fcn"));

        window.press(KeyCode.DELETE);
        window.drag(middle("mini-fcn:" + SCORE), 60, 0);
        window.settle();
        assertThat(WindowDriver.<Integer>fx(() -> window.session().history().get().steps().size())).isEqualTo(steps);

        window.doubleClickAt(middle("mini-fcn:" + SCORE));
        window.await("its tensor", () -> window.session().viewing().closeup().get().isPresent());
        assertThat(WindowDriver.fx(() -> window.session().viewing().closeup().get().orElseThrow().of().node()))
                .isEqualTo(SCORE);
    }

    @Test
    void theLanesZoomAndPanTogether() {
        open(1920, 1080, "mini-segnet");
        window.pointAt(middle("mini-segnet:input"));
        window.wheelIn();
        window.wheelIn();
        assertThat(window.onScene(window.node("mini-segnet:input")).getWidth())
                .isEqualTo(window.onScene(window.node("as-drawn:input")).getWidth());
        double before = window.onScene(window.node("mini-segnet:input")).getMinX();
        double own = window.onScene(window.node("as-drawn:input")).getMinX();
        WindowDriver.act(() -> window.view().lanes().pan(-40, 0));
        assertThat(window.onScene(window.node("mini-segnet:input")).getMinX()).isEqualTo(before - 40);
        assertThat(window.onScene(window.node("as-drawn:input")).getMinX()).isEqualTo(own - 40);
    }

    @Test
    void theOtherOneIsEditedInItsPlace() {
        open(1920, 1080, "mini-segnet");
        window.click("edit-beside:mini-segnet");
        window.settle();
        assertThat(document().network().name()).isEqualTo("mini-segnet");
        assertThat(laneNames()).containsExactly("mini-segnet  ·  as drawn", "mini-unet  ·  as drawn");
        assertThat(window.text("presets")).startsWith("mini-segnet");
        window.pressCommand(KeyCode.Z);
        window.settle();
        assertThat(laneNames()).containsExactly("mini-unet  ·  as drawn", "mini-segnet  ·  as drawn");
    }

    @Test
    void groupsOfTheOtherAreOpenedAndFoldedByThemselves() {
        open(1920, 1080, "mini-segnet");
        assertThat(window.cards("mini-segnet")).contains(SHARED.value()).doesNotContain("encoder.level2.conv");
        Folding own = document().folding();
        window.doubleClickAt(middle("mini-segnet:" + SHARED));
        window.await("the group to open", () -> window.cards("mini-segnet").contains("encoder.level2.conv"));
        assertThat(window.cards("as-drawn")).doesNotContain("encoder.level2.conv");
        assertThat(document().folding()).isEqualTo(own);
    }

    @Test
    void aStepIsTakenInEveryNetworkThatHasTheLayerAndTheOthersWait() {
        open(1280, 800, "mini-segnet");
        WindowDriver.act(() -> window.session().stepping().go(now -> now.to(SHARED).at(Depth.CHANNEL)));
        window.settle();
        assertThat(window.texts(window.node("step:as-drawn")))
                .contains("mini-unet  ·  as drawn, mini-segnet  ·  as drawn: the same");

        NodeId merge = document().network().skipMerges().getFirst().id();
        WindowDriver.act(() -> window.session().stepping().go(now -> now.to(merge)));
        window.settle();
        assertThat(window.texts(window.node("step:mini-segnet")))
                .containsExactly("mini-segnet  ·  as drawn", "This lane has no such layer and waits here.");
    }

    @Test
    void onAProjectorEveryLaneCanBeReached() {
        open(1280, 720, "mini-segnet", "mini-fcn", "mini-linknet");
        ScrollBar bar = (ScrollBar) window.node("lanes-bar");
        assertThat(window.cards("mini-linknet")).isEmpty();
        WindowDriver.act(() -> bar.setValue(bar.getMax()));
        window.layOut();
        assertThat(window.cards("mini-linknet")).isNotEmpty();
        Node lanes = window.node("lanes");
        assertThat(window.onScene(lanes).contains(window.onScene(window.node("mini-linknet:input")))).isTrue();
    }
}
