package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.Document;
import skipstitch.document.History;
import skipstitch.explain.proofs.Effect;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** The knob's card and the bar of interventions above the window, under hands. */
class ProofsGestureTest {
    private static final NodeId MERGE = NodeId.of("merge");
    private static final Edge X = new Edge(MERGE, 0);
    private static final Edge F = new Edge(MERGE, 1);

    private final WindowDriver window = WindowDriver.open(Presets.find("residual-block").orElseThrow(), 1280, 800);

    @BeforeEach
    void openThePane() {
        window.press(KeyCode.K);
        effect(2);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Document document() {
        return WindowDriver.fx(() -> window.session().document().get());
    }

    private List<String> steps() {
        return WindowDriver.fx(() -> window.session().history().get().steps().stream().skip(1).map(History.Step::name).toList());
    }

    private Effect effect(double knob) {
        window.await("what the knob at " + knob + " does", () -> window.session().proving().found().get()
                .filter(each -> each instanceof Effect effect && effect.knob() == knob).isPresent());
        window.layOut();
        return WindowDriver.fx(() -> (Effect) window.session().proving().found().get().orElseThrow());
    }

    private void focus(String id) {
        Node node = window.node(id);
        WindowDriver.act(node::requestFocus);
    }

    /** The middle of a slider's thumb. */
    private Point2D thumb(String id) {
        Node thumb = WindowDriver.fx(() -> window.node(id).lookup(".thumb"));
        Bounds bounds = window.onScene(thumb);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Tensor tensor(Variant variant) {
        return WindowDriver.fx(() -> window.session().results().get().orElseThrow().lanes().stream()
                .filter(ran -> ran.lane().variant() == variant).findFirst().orElseThrow().activations().tensor(MERGE));
    }

    @Test
    void digitsSetTheKnobToItsStopsAndTheNumbersFollow() {
        focus("knob");
        window.press(KeyCode.DIGIT1);
        assertThat(effect(1).toAdd().isNone()).isTrue();
        assertThat(window.text("difference-to-add")).isEqualTo("0.00, the same");
        assertThat(window.text("difference-to-no-skip")).isNotEqualTo("0.00, the same");
        window.press(KeyCode.DIGIT0);
        effect(0);
        assertThat(window.text("difference-to-no-skip")).isEqualTo("0.00, the same");
        window.press(KeyCode.DIGIT2);
        effect(2);
        assertThat(Stream.of("difference-to-add", "difference-to-no-skip").map(window::text))
                .doesNotContain("0.00, the same");
        assertThat(window.text("knob-statement")).startsWith("Exact");
    }

    @Test
    void arrowsTurnTheKnobAndAreOneStep() {
        focus("knob");
        window.press(KeyCode.LEFT);
        window.press(KeyCode.LEFT);
        assertThat(document().knob()).isCloseTo(1.9, offset(1e-9));
        assertThat(steps()).containsExactly("turn the knob");
        window.press(KeyCode.HOME);
        assertThat(document().knob()).isZero();
    }

    @Test
    void aDragIsOneStepAndSnapsToTheMiddle() {
        double width = window.onScene(window.node("knob")).getWidth();
        window.drag(thumb("knob"), -width / 2 + 6, 0);
        assertThat(document().knob()).isEqualTo(1);
        window.drag(thumb("knob"), -width / 8, 0);
        assertThat(document().knob()).isBetween(0.6, 0.9);
        assertThat(steps()).containsExactly("turn the knob", "turn the knob");
        WindowDriver.act(window.session()::undo);
        assertThat(WindowDriver.fx(() -> ((Slider) window.node("knob")).getValue())).isEqualTo(1);
    }

    @Test
    void aClickOnAStopGoesThere() {
        window.click("knob-stop:0");
        assertThat(document().knob()).isZero();
        window.click("knob-stop:1");
        assertThat(document().knob()).isEqualTo(1);
        window.click("knob-stop:2");
        assertThat(document().knob()).isEqualTo(2);
    }

    @Test
    void allOfTheCardFitsIntoIt() {
        Node card = window.node("knob-card");
        Bounds inside = window.onScene(card);
        for (String id : List.of("knob", "knob-stop:0", "knob-stop:2", "difference-to-add", "difference-to-no-skip",
                "proof:skip", "proof:less-no-skip", "knob-statement")) {
            assertThat(inside.contains(window.onScene(window.node(id)))).as(id).isTrue();
        }
        assertThat(WindowDriver.fx(() -> card.lookup("#knob-statement").prefHeight(476)))
                .isLessThanOrEqualTo(window.onScene(window.node("knob-statement")).getHeight() + 0.5);
    }

    @Test
    void shuffledIsMarkedInBothLanesAndXTakesItBack() {
        window.click("shuffle");
        window.settle();
        assertThat(document().interventions().on(F, Kind.SHUFFLE)).isPresent();
        // There is room for one lane beside the pane: each in its turn.
        for (KeyCode lane : List.of(KeyCode.A, KeyCode.C)) {
            focus("lanes");
            window.press(lane);
            window.settle();
            String name = lane == KeyCode.A ? "add" : "concat";
            assertThat(window.texts(window.node(name + ":edge:merge:1"))).contains("shuffled");
            assertThat(window.texts(window.node(name + ":edge:merge:0"))).doesNotContain("shuffled");
        }
        assertThat(window.text("intervention-state")).isEqualTo("Changed by hand: F(x) into merge: shuffled.");
        assertThat(window.text("intervened")).isEqualTo("1 tensor changed by hand");
        focus("lanes");
        window.press(KeyCode.X);
        window.settle();
        assertThat(document().interventions().isNone()).isTrue();
        assertThat(window.texts(window.node("concat:edge:merge:1"))).doesNotContain("shuffled");
        assertThat(window.text("intervention-state")).isEqualTo("Nothing is changed by hand.");
        assertThat(steps()).hasSize(2);
    }

    @Test
    void theNextKernelsAreShuffledAlikeInTheSameOrder() {
        assertThat(WindowDriver.fx(() -> window.node("kernels-alike").isDisabled())).isTrue();
        window.click("shuffle");
        Shuffle before = (Shuffle) document().interventions().on(F, Kind.SHUFFLE).orElseThrow();
        window.click("kernels-alike");
        assertThat(document().interventions().on(F)).containsExactly(new Shuffle(before.seed(), true));
        window.click("shuffle");
        assertThat(document().interventions().isNone()).isTrue();
    }

    @Test
    void theVolumeIsTurnedByArrowsAndByADragInOneStepEach() {
        focus("volume");
        for (int i = 0; i < 4; i++) {
            window.press(KeyCode.LEFT);
        }
        assertThat(document().interventions().on(F)).containsExactly(new Volume(0.1f));
        assertThat(window.text("volume-factor")).isEqualTo("×0.1");
        assertThat(steps()).hasSize(1);
        window.drag(thumb("volume"), 200, 0);
        assertThat(document().interventions().on(F)).containsExactly(new Volume(100));
        assertThat(steps()).hasSize(2);
        window.drag(thumb("volume"), -200, 0);
        assertThat(document().interventions().on(F)).containsExactly(new Volume(0.01f));
    }

    @Test
    void theOtherBranchHasItsOwn() {
        window.click("erase-all");
        window.click("on-skip");
        window.click("erase-channel");
        assertThat(document().interventions().on(F)).containsExactly(new EraseAll());
        assertThat(document().interventions().on(X)).containsExactly(new Erase(List.of(0)));
        window.click("take-back");
        assertThat(document().interventions().isNone()).isTrue();
    }

    @Test
    void channelsAreErasedOneByOneAndComeBackOneByOne() {
        window.click("erase-channel");
        Spinner<?> which = (Spinner<?>) window.node("erase-which");
        WindowDriver.act(() -> which.increment(5));
        window.click("erase-channel");
        assertThat(document().interventions().on(F)).containsExactly(new Erase(List.of(0, 5)));
        window.click("erase-channel");
        assertThat(document().interventions().on(F)).containsExactly(new Erase(List.of(0)));
        WindowDriver.act(() -> which.increment(1_000));
        assertThat(WindowDriver.fx(() -> (Object) which.getValue())).isEqualTo(7);
    }

    @Test
    void whatIsPaintedOnXMovesTheConcatenationAndNotTheSum() {
        window.click("paint");
        Tensor sum = tensor(Variant.ADD);
        Tensor concat = tensor(Variant.CONCAT);
        Point2D from = window.place("skip x", 3, 12, 8);
        window.hold(from);
        for (int step = 1; step <= 8; step++) {
            window.carryTo(from.add(step * 2, 0));
        }
        window.letGo();
        window.settle();
        assertThat(steps()).containsExactly("paint on the tensors into merge");
        Tensor sumAfter = tensor(Variant.ADD);
        float moved = 0;
        for (int i = 0; i < sum.values().length; i++) {
            assertThat(sumAfter.values()[i]).isCloseTo(sum.values()[i], offset(1e-6f));
        }
        Tensor concatAfter = tensor(Variant.CONCAT);
        for (int i = 0; i < concat.values().length; i++) {
            moved = Math.max(moved, Math.abs(concat.values()[i] - concatAfter.values()[i]));
        }
        assertThat(moved).isGreaterThan(0.1f);
        assertThat(painted()).as("a stroke, not a dot").isGreaterThanOrEqualTo(8);
        WindowDriver.act(window.session()::undo);
        assertThat(document().interventions().isNone()).isTrue();
    }

    @Test
    void oneNumbersMapIsPaintedOnToo() {
        focus("lanes");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.settle();
        window.click("paint");
        Bounds map = window.onScene(window.node("map:conv2[0]"));
        Point2D from = new Point2D(map.getMinX() + map.getWidth() / 4, map.getCenterY());
        window.hold(from);
        for (int step = 1; step <= 6; step++) {
            window.carryTo(from.add(step * 6, 0));
        }
        window.letGo();
        window.settle();
        assertThat(steps()).containsExactly("paint on the tensors into merge");
        assertThat(painted()).as("a stroke, not a dot").isGreaterThanOrEqualTo(6);
        assertThat(window.find("step-view")).as("one looks at the same").isPresent();
    }

    private long painted() {
        return document().interventions().on(X, Kind.PAINT).map(paint -> ((Paint) paint).added().size()).orElse(0);
    }

    @Test
    void everyControlHasATooltipAndAName() {
        for (String id : List.of("shuffle", "kernels-alike", "paint", "erase-channel", "erase-all", "take-back")) {
            Node control = window.node(id);
            assertThat(WindowDriver.fx(control::getAccessibleHelp)).as(id).isNotBlank();
        }
        for (String id : List.of("knob", "volume", "erase-which")) {
            Node control = window.node(id);
            assertThat(WindowDriver.fx(control::getAccessibleText)).as(id).isNotBlank();
        }
    }
}
