package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Step;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Stepping.Speed;

/** Stepping, by keys as a teacher or a presenter remote sends them, and by the mouse. */
class StepGestureTest {
    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open(1280, 720);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void press(KeyCode... keys) {
        window.press(keys);
        window.settle();
    }

    private Stepper stepper() {
        return WindowDriver.fx(() -> window.session().stepping().stepper().get());
    }

    private Step step() {
        return WindowDriver.fx(() -> window.session().stepping().step().get().orElseThrow());
    }

    /** What is written in a lane's row, in order. */
    private String written(String lane) {
        Node row = window.node("step:" + lane);
        return WindowDriver.fx(() -> String.join("", WindowDriver.under(row).filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText()).toList()));
    }

    private List<String> maps() {
        return window.ids(id -> id.startsWith("map:"));
    }

    @Test
    void fromThePictureToOnePixelOfTheMergeAndOutAgainByKeysAlone() {
        press(KeyCode.HOME);
        assertThat(window.text("step-words")).isEqualTo("Input");
        for (int i = 0; i < 5; i++) {
            press(KeyCode.RIGHT);
        }
        assertThat(window.text("step-words")).isEqualTo("Merge");
        assertThat(window.find("step-view")).as("the tensors are seen").isEmpty();
        press(KeyCode.DOWN);
        assertThat(stepper().depth()).isEqualTo(Depth.LAYER);
        assertThat(window.texts(window.node("side"))).contains("Add · Add lane", "Concat · Concat lane");
        press(KeyCode.DOWN);
        press(KeyCode.DIGIT5);
        assertThat(window.text("step-words")).isEqualTo("Merge · channel 5 of 8");
        assertThat(maps()).containsExactly("map:conv0[5]", "map:conv2[5]", "map:merge[5]", "map:merge[5]", "map:merge[13]");
        press(KeyCode.DOWN);
        assertThat(window.text("step-words")).isEqualTo("Merge · channel 5 of 8 · row 16, column 16");
        LaneStep.Stands add = (LaneStep.Stands) step().lanes().getFirst();
        double x = add.rows().getFirst().parts().getFirst().gives().orElseThrow();
        double f = add.rows().getFirst().parts().getLast().gives().orElseThrow();
        assertThat(add.rows().getFirst().result().gives().orElseThrow()).isEqualTo((float) (x + f));
        assertThat(written("add")).contains("0.12 + (−0.08) = 0.04");
        assertThat(written("concat")).contains("channel 13 is", "8 + 5 = 13");
        assertThat(window.texts(window.node("where-from"))).contains("by the skip: 3×3", "by F: 7×7");
        press(KeyCode.UP);
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(stepper().depth()).isEqualTo(Depth.NETWORK);
        assertThat(window.find("step-view")).isEmpty();
        assertThat(window.selectedCards()).containsExactly("add:merge", "concat:merge");
        assertThat(window.panels()).hasSize(4);
    }

    @Test
    void atAPixelOneStepFollowsThePlaceIntoTheNextLayerAndBack() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DIGIT3);
        press(KeyCode.DOWN);
        List<String> forth = new ArrayList<>(List.of(window.text("step-words")));
        press(KeyCode.RIGHT);
        assertThat(written("concat")).contains("skip ", "main ");
        forth.add(window.text("step-words"));
        press(KeyCode.RIGHT);
        forth.add(window.text("step-words"));
        assertThat(forth).containsExactly("Merge · channel 3 of 8 · row 16, column 16",
                "Conv 3×3 · channel 3 of 8 · row 16, column 16", "ReLU · channel 3 of 8 · row 16, column 16");
        List<String> back = new ArrayList<>(List.of(window.text("step-words")));
        press(KeyCode.LEFT);
        back.add(window.text("step-words"));
        press(KeyCode.LEFT);
        back.add(window.text("step-words"));
        assertThat(back.reversed()).isEqualTo(forth);
    }

    @Test
    void aRemotesKeysStepAndEnterAndBackspaceGoDeeperAndBack() {
        press(KeyCode.PAGE_UP);
        assertThat(window.text("step-words")).isEqualTo("Conv 3×3");
        press(KeyCode.PAGE_DOWN);
        assertThat(window.text("step-words")).isEqualTo("Merge");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertThat(stepper().depth()).isEqualTo(Depth.CHANNEL);
        press(KeyCode.PAGE_DOWN);
        assertThat(stepper().cell().channel()).isEqualTo(1);
        press(KeyCode.BACK_SPACE);
        press(KeyCode.BACK_SPACE);
        press(KeyCode.BACK_SPACE);
        assertThat(stepper().depth()).isEqualTo(Depth.NETWORK);
        assertThat(window.session().document().get().network().nodes()).as("nothing was deleted").hasSize(8);
    }

    @Test
    void channelsAreSteppedJumpedToAndPassedByWholeLayers() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.END);
        assertThat(window.text("step-words")).isEqualTo("Merge · channel 7 of 8");
        press(KeyCode.RIGHT);
        assertThat(window.text("step-words")).isEqualTo("Conv 3×3 · channel 0 of 8");
        press(KeyCode.LEFT);
        assertThat(window.text("step-words")).isEqualTo("Merge · channel 7 of 8");
        press(KeyCode.HOME);
        assertThat(stepper().cell().channel()).isZero();
        press(KeyCode.DIGIT4);
        assertThat(stepper().cell().channel()).isEqualTo(4);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(window.text("step-words")).isEqualTo("Conv 3×3 · channel 4 of 8");
    }

    @Test
    void controlWithArrowsMovesThePixelAndStopsAtTheBorder() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        window.pressCommand(KeyCode.RIGHT);
        window.pressCommand(KeyCode.DOWN);
        window.pressCommand(KeyCode.DOWN);
        window.settle();
        assertThat(stepper().cell()).isEqualTo(new Cell(0, 18, 17));
        for (int i = 0; i < 20; i++) {
            window.pressCommand(KeyCode.DOWN);
        }
        window.settle();
        assertThat(stepper().cell()).isEqualTo(new Cell(0, 31, 17));
    }

    @Test
    void escapeGoesBackToWhereOneWentIn() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(stepper().node().value()).isEqualTo("relu3");
        press(KeyCode.ESCAPE);
        assertThat(stepper().depth()).isEqualTo(Depth.NETWORK);
        assertThat(window.selectedCards()).containsExactly("add:merge", "concat:merge");
    }

    @Test
    void spacePlaysToTheEndAndStopsThere() {
        WindowDriver.act(() -> window.session().stepping().speed().set(Speed.FAST));
        window.press(KeyCode.SPACE);
        assertThat(window.text("play")).isEqualTo("Stop");
        window.await("the last layer", () -> stepper().isLast());
        assertThat(window.text("play")).isEqualTo("Play");
        window.press(KeyCode.SPACE);
        assertThat(stepper().isFirst()).as("it begins anew").isTrue();
        window.press(KeyCode.LEFT);
        assertThat(window.text("play")).as("a step by hand ends it").isEqualTo("Play");
    }

    @Test
    void stationsMapsAndDepthsAreClickedOn() {
        window.click("station:relu1");
        window.settle();
        assertThat(window.selectedCards()).containsExactly("add:relu1", "concat:relu1");
        window.click("depth-channel");
        window.settle();
        window.click("station:merge");
        window.settle();
        Bounds map = window.onScene(window.node("map:conv2[0]"));
        // A quarter of the way in from the left, a half from the top.
        window.clickAt(new Point2D(map.getMinX() + map.getWidth() / 4, map.getCenterY()));
        window.settle();
        assertThat(stepper().depth()).isEqualTo(Depth.PIXEL);
        assertThat(stepper().cell().x()).isBetween(7, 8);
        assertThat(stepper().cell().y()).isBetween(15, 16);
        window.click("step-on");
        window.settle();
        assertThat(stepper().node().value()).isEqualTo("conv3");
        window.press(KeyCode.LEFT);
        assertThat(stepper().node().value()).as("arrows step when a button has the focus").isEqualTo("merge");
    }

    @Test
    void aMapOfAStepIsReadUnderThePointer() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        Node map = window.node("map:conv2[0]");
        window.pointAt(map);
        window.await("the reading", () -> window.text("reading").contains("F(x)[0] = "));
        assertThat(window.text("reading")).matches("row 1[56], column 1[56]   F\\(x\\)\\[0] = −?\\d\\.\\d\\d");
    }

    @Test
    void anEditLeavesTheStepperWhereItIs() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.C);
        assertThat(window.text("step-words")).startsWith("Concat · channel 0 of 8");
        press(KeyCode.V);
        press(KeyCode.M);
        assertThat(stepper().node().value()).isEqualTo("merge");
        assertThat(stepper().depth()).isEqualTo(Depth.PIXEL);
        press(KeyCode.DELETE);
        assertThat(stepper().depth()).isEqualTo(Depth.PIXEL);
        assertThat(stepper().node().value()).isIn("conv2", "conv3");
        assertThat(window.find("step-view")).isPresent();
        window.pressCommand(KeyCode.Z);
        window.settle();
        assertThat(window.session().document().get().network().nodes()).hasSize(8);
    }

    @Test
    void foldedTermsUnfoldAndFoldAgain() {
        press(KeyCode.RIGHT);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        int before = written("add").length();
        Node fold = WindowDriver.fx(() -> folds().findFirst().orElseThrow());
        window.clickAt(centre(fold));
        assertThat(written("add").length()).isGreaterThan(before + 100);
        window.clickAt(centre(fold));
        assertThat(written("add")).hasSize(before);
    }

    private Stream<Node> folds() {
        return WindowDriver.under(window.node("step:add")).filter(node -> node.getStyleClass().contains("step-fold"));
    }

    private Point2D centre(Node node) {
        Bounds bounds = window.onScene(node);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    @Test
    void whatMovesHoldsNoKeyUpAndIsGoneAfter() {
        WindowDriver.act(() -> window.view().motion().on().set(true));
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        for (int i = 0; i < 6; i++) {
            window.press(KeyCode.RIGHT);
        }
        window.settle();
        assertThat(stepper().cell().channel()).isEqualTo(6);
        Node row = window.node("step:add");
        window.await("what moved to be gone", () -> WindowDriver.under(row).noneMatch(node ->
                node instanceof ImageView && !node.isManaged()));
        Node joined = window.node("map:merge[14]");
        window.await("the map to be in its place", () -> joined.getTranslateX() == 0);
    }
}
