package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import skipstitch.document.PlaceNodes;
import skipstitch.explain.Inspection;
import skipstitch.explain.gradients.LaneGradients;
import skipstitch.explain.gradients.LogScale;
import skipstitch.explain.gradients.Objective;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.session.Gradients;
import skipstitch.session.Shown;

class GradientsGestureTest {
    private static final NodeId MERGE = NodeId.of("merge");

    @Test
    void gradientsFlowBackAlongEveryEdgeWithTheirNumbers() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.G);
            List<LaneGradients> lanes = found(window, 2).lanes();

            assertThat(words(window)).hasSize(16)
                    .contains("← " + LogScale.words(lanes.get(0).byEdge().get(new Edge(MERGE, 0))));
            assertThat(bands(window)).hasSize(16);
            assertThat(window.text("gradient-value")).startsWith("Add lane ");
            // An add hands the same gradient to both, a concat cuts it in two.
            assertThat(lanes.get(0).byEdge().get(new Edge(MERGE, 0)))
                    .isEqualTo(lanes.get(0).byEdge().get(new Edge(MERGE, 1)))
                    .isEqualTo(lanes.get(0).byNode().get(MERGE));
            double[] slices = {lanes.get(1).byEdge().get(new Edge(MERGE, 0)), lanes.get(1).byEdge().get(new Edge(MERGE, 1))};
            assertThat(Math.hypot(slices[0], slices[1])).isCloseTo(lanes.get(1).byNode().get(MERGE), within(1e-9));

            window.press(KeyCode.G);
            window.await("no gradients", () -> bands(window).isEmpty());
        }
    }

    @Test
    void theTensorsPaneShowsGradientsInTheSamePlaces() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            List<String> before = titles(window);
            window.click("gradients");
            found(window, 2);
            window.await("gradients in the pane", () -> titles(window).stream().allMatch(title -> title.startsWith("∇ ")));

            assertThat(titles(window)).isEqualTo(before.stream().map(title -> "∇ " + title).toList());
            List<Inspection.Panel> panels = window.session().inspection().get().orElseThrow().panels();
            // What comes back to x and to F(x) in the add lane is to the bit what arrives at their sum.
            assertThat(panels.get(0).tensor().values()).isEqualTo(panels.get(2).tensor().values());
            assertThat(panels.get(1).tensor().values()).isEqualTo(panels.get(2).tensor().values());

            window.click("close-gradients");
            window.await("activations again", () -> titles(window).equals(before));
        }
    }

    @Test
    void anotherLaneAnotherNumberAndAnotherMergeHaveGradientsOfTheirOwn() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.G);
            double mean = found(window, 2).lanes().getFirst().byNode().get(MERGE);
            WindowDriver.act(() -> window.session().sheets().gradients().objectiveProperty()
                    .set(Objective.OneValue.inTheMiddle(0)));
            window.await("another gradient", () -> window.session().sheets().gradients().found().get()
                    .filter(found -> found.lanes().getFirst().byNode().get(MERGE) != mean).isPresent());
            window.press(KeyCode.N);
            assertThat(found(window, 1).lanes().getFirst().ran().lane().variant()).isEqualTo(Variant.NO_SKIP);
            assertThat(window.session().shown().get()).isEqualTo(Shown.NO_SKIP);
            window.press(KeyCode.ESCAPE);
            window.await("closed", () -> bands(window).isEmpty());
        }
    }

    @Test
    void thePaneSaysWhatTheMergeMakesOfItsGradientAsCloselyAsOneLooks() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.G);
            window.await("words about both lanes", () -> says(window, "x gets all of G, copied")
                    && says(window, "x gets channels 0 to 7 of G") && says(window, "F(x) gets channels 8 to 15 of G")
                    && says(window, "came back by x"));

            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            window.await("a channel's words", () -> says(window, "Channel 0 of G goes, whole, to channel 0 of x and of F(x)")
                    && says(window, "Channel 0 of G is the gradient of channel 0 of x."));

            window.press(KeyCode.DOWN);
            window.await("a number's words", () -> says(window, ": the same number, copied.")
                    && says(window, ": the same number, sliced."));
        }
    }

    @Test
    void aLayerThatIsSelectedTellsTheGradientOfItsWeights() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.G);
            double weights = found(window, 2).lanes().getFirst().byWeights().get(NodeId.of("conv3"));
            WindowDriver.act(() -> window.session().select(NodeId.of("conv3")));

            window.await("the weights' gradient", () -> says(window, "Add lane: The gradient at Conv 3×3 has length ")
                    && says(window, "that of its weights " + LogScale.words(weights) + "."));
        }
    }

    @Test
    void aNodeThatIsOnlyMovedLeavesItsGradientsAsTheyWereFound() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.G);
            Gradients.Found before = found(window, 2);
            Place elsewhere = new Place(300, 900);
            WindowDriver.act(() -> window.session().edit(new PlaceNodes(Map.of(NodeId.of("conv3"), elsewhere), "move")));
            window.settle();

            assertThat(window.session().document().get().places()).containsEntry(NodeId.of("conv3"), elsewhere);
            assertThat(window.session().sheets().gradients().found().get()).containsSame(before);
            assertThat(window.session().sheets().gradients().staleProperty().get()).isFalse();
            assertThat(bands(window)).hasSize(16);
        }
    }

    @Test
    void fromAfarNumbersStandBehindTheWordsOfASkipToo() {
        try (WindowDriver window = WindowDriver.open(Presets.find("small-unet").orElseThrow(), 1280, 720)) {
            window.press(KeyCode.G);
            found(window, 2);
            window.await("numbers behind words", () -> words(window).stream().anyMatch(text -> text.startsWith("← ")));
            List<Bounds> words = bounds(window, "edge-label");
            List<Bounds> numbers = bounds(window, "flow-words");

            assertThat(words).hasSize(4);
            words.forEach(word -> assertThat(numbers).as("numbers beside %s", word)
                    .noneMatch(number -> number.intersects(word.getMinX() + 1, word.getMinY() + 1, word.getWidth() - 2,
                            word.getHeight() - 2)));
        }
    }

    private static List<Bounds> bounds(WindowDriver window, String style) {
        return WindowDriver.fx(() -> WindowDriver.under(window.scene().getRoot())
                .filter(node -> node.getStyleClass().contains(style))
                .map(node -> node.localToScene(node.getBoundsInLocal())).toList());
    }

    @Test
    void whatIsNoChannelLeavesTheChannelThatThereWas() {
        try (WindowDriver window = WindowDriver.open(Presets.first(), 1280, 720)) {
            window.press(KeyCode.G);
            found(window, 2);
            window.click("gradient-of");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.await("a channel to choose", () -> window.node("gradient-channel").isVisible());
            window.click("gradient-channel");
            window.press(KeyCode.X);
            window.press(KeyCode.ENTER);
            window.settle();

            assertThat(window.session().sheets().gradients().objectiveProperty().get())
                    .isEqualTo(Objective.OneValue.inTheMiddle(0));
        }
    }

    private static boolean says(WindowDriver window, String words) {
        return window.texts(window.node("gradient-pane")).stream().anyMatch(text -> text.contains(words));
    }

    private static List<Node> bands(WindowDriver window) {
        return WindowDriver.fx(() -> WindowDriver.under(window.scene().getRoot())
                .filter(node -> node.getStyleClass().contains("flow-band")).toList());
    }

    private static List<String> words(WindowDriver window) {
        return WindowDriver.fx(() -> WindowDriver.under(window.scene().getRoot())
                .filter(node -> node.getStyleClass().contains("flow-words")).map(node -> ((Label) node).getText()).toList());
    }

    private static List<String> titles(WindowDriver window) {
        return window.session().inspection().get().stream().flatMap(found -> found.panels().stream())
                .map(Inspection.Panel::title).toList();
    }

    private static Gradients.Found found(WindowDriver window, int lanes) {
        window.await("gradients of " + lanes + " lanes", () -> window.session().sheets().gradients().found().get()
                .filter(found -> found.lanes().size() == lanes).isPresent());
        return window.session().sheets().gradients().found().get().orElseThrow();
    }
}
