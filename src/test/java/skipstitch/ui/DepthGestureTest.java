package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import skipstitch.explain.depth.BlockKind;
import skipstitch.explain.depth.DepthSettings;
import skipstitch.explain.depth.DepthWords;
import skipstitch.explain.depth.InitialKernels;
import skipstitch.explain.depth.LaneDepth;
import skipstitch.network.Variant;
import skipstitch.session.Deepening;

/** The sheet of depth. */
class DepthGestureTest {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private static WindowDriver open() {
        WindowDriver window = WindowDriver.open(1280, 720);
        window.click("depth-open");
        measured(window);
        return window;
    }

    private static Deepening depth(WindowDriver window) {
        return window.session().sheets().depth();
    }

    private static void measured(WindowDriver window) {
        window.await("the curves", () -> depth(window).isFresh());
        window.layOut();
    }

    private static DepthSettings settings(WindowDriver window) {
        return WindowDriver.fx(() -> depth(window).settingsProperty().get());
    }

    private static List<String> chart(WindowDriver window, int chart) {
        return window.texts(window.node("depth-chart-" + chart));
    }

    private static String fate(WindowDriver window, Variant variant) {
        LaneDepth lane = WindowDriver.fx(() -> depth(window).study().get().orElseThrow().lane(variant));
        return DepthWords.fate(lane);
    }

    @Test
    void opensByKeyWithThreeCurvesOnOneAxisAndGivesTheFocusBack() {
        try (WindowDriver window = WindowDriver.open(1280, 720)) {
            window.press(KeyCode.H);
            measured(window);
            assertThat(window.find("depth-computing")).isEmpty();
            List<String> plain = chart(window, 0);
            assertThat(plain).startsWith("Plain", fate(window, Variant.NO_SKIP)).contains("block 0", "output", "1");
            assertThat(chart(window, 1)).startsWith("Add", fate(window, Variant.ADD));
            assertThat(chart(window, 2)).startsWith("Concat", fate(window, Variant.CONCAT));
            assertThat(chart(window, 1).subList(4, chart(window, 1).size()))
                    .as("the numbers of the axis").isEqualTo(plain.subList(4, plain.size())).hasSizeGreaterThan(2);
            assertThat(window.texts(window.node("depth-words"))).anySatisfy(line -> assertThat(line)
                    .startsWith("30 blocks of two 3×3 convs").contains("He initialisation", "seed 1"));

            window.press(KeyCode.ESCAPE);
            assertThat(window.find("depth")).isEmpty();
            assertThat(WindowDriver.fx(() -> window.scene().getFocusOwner())).isSameAs(window.view().lanes());
            window.press(KeyCode.H);
            window.press(KeyCode.H);
            assertThat(window.find("depth")).isEmpty();
        }
    }

    @Test
    void theSliderIsDraggedFromTwoToFiftyBlocksAndTheCurvesFollow() {
        try (WindowDriver window = open()) {
            Bounds slider = window.onScene(window.node("depth-blocks"));
            Node thumb = WindowDriver.fx(() -> window.node("depth-blocks").lookup(".thumb"));
            Bounds at = window.onScene(thumb);
            window.hold(new Point2D(at.getCenterX(), at.getCenterY()));
            for (double share : new double[] {0.7, 0.85, 1.02}) {
                window.carryTo(new Point2D(slider.getMinX() + share * slider.getWidth(), at.getCenterY()));
            }
            window.letGo();
            measured(window);
            assertThat(settings(window).blocks()).isEqualTo(50);
            assertThat(window.text("depth-count")).isEqualTo("50 blocks");
            assertThat(points(window)).isEqualTo(51);

            window.press(KeyCode.HOME);
            measured(window);
            assertThat(settings(window).blocks()).isEqualTo(2);
            assertThat(points(window)).isEqualTo(3);
            window.press(KeyCode.RIGHT);
            measured(window);
            assertThat(settings(window).blocks()).isEqualTo(3);
        }
    }

    /** Of the plain chain's curve. */
    private static int points(WindowDriver window) {
        Node chart = window.node("depth-chart-0");
        return WindowDriver.fx(() -> ((Path) chart.lookup(".chart-line")).getElements().size());
    }

    @Test
    void whatIsOfOtherSettingsIsMarkedUntilTheNewOnesAreMeasured() {
        try (WindowDriver window = open()) {
            WindowDriver.act(() -> {
                depth(window).settingsProperty().set(depth(window).settingsProperty().get().withBlocks(40));
                Node computing = window.scene().lookup("#depth-computing");
                assertThat(computing.isVisible()).isTrue();
                assertThat(((Labeled) computing).getText()).isEqualTo("computing…");
                assertThat(window.scene().lookup("#depth-chart-1").getPseudoClassStates()).contains(STALE);
                assertThat(((Slider) window.scene().lookup("#depth-blocks")).getValue()).isEqualTo(40);
            });
            measured(window);
            assertThat(window.find("depth-computing")).isEmpty();
            assertThat(window.node("depth-chart-1").getPseudoClassStates()).doesNotContain(STALE);
        }
    }

    @Test
    void theOtherDialsAreUnderMoreOneAtATime() {
        try (WindowDriver window = open()) {
            assertThat(window.find("depth-dials")).isEmpty();
            window.click("depth-more");
            window.layOut();
            assertThat(window.find("depth-lambda")).isPresent();
            assertThat(window.find("depth-kernels")).isEmpty();

            window.click("depth-dial-3");
            window.layOut();
            assertThat(window.find("depth-lambda")).isEmpty();
            window.click("depth-kernels-1");
            measured(window);
            assertThat(settings(window).kernels()).isEqualTo(InitialKernels.DEFAULT);
            assertThat(chart(window, 0).get(1)).startsWith("fades to ").contains("·10⁻²");
            assertThat(window.text("depth-dial-3")).isEqualTo("Initialisation: Framework default");

            window.click("depth-dial-2");
            window.layOut();
            window.click("depth-norm-1");
            measured(window);
            assertThat(settings(window).norm()).isTrue();
            window.click("depth-dial-4");
            window.layOut();
            window.click("depth-kind-1");
            window.click("depth-dial-1");
            window.layOut();
            window.click("depth-relu-1");
            window.click("depth-dial-5");
            window.layOut();
            window.click("depth-next-seed");
            assertThat(settings(window)).isEqualTo(new DepthSettings(30, 1, true, true, InitialKernels.DEFAULT,
                    BlockKind.DENSE, 2));

            window.click("depth-usual");
            measured(window);
            assertThat(settings(window)).isEqualTo(DepthSettings.usual());
            window.click("depth-more");
            assertThat(window.find("depth-dials")).isEmpty();
        }
    }

    @Test
    void lambdaGoesDownToHalfByItsKeysAndSaysWhatTheDirectPathLeaves() {
        try (WindowDriver window = open()) {
            window.click("depth-more");
            window.layOut();
            WindowDriver.act(() -> window.node("depth-lambda").requestFocus());
            for (int i = 0; i < 10; i++) {
                window.press(KeyCode.LEFT);
            }
            measured(window);
            assertThat(settings(window).shortcut()).isEqualTo(0.5);
            assertThat(window.texts(window.node("depth-words"))).anySatisfy(line -> assertThat(line)
                    .startsWith("λⁿ = 0.5³⁰ = 9.3·10⁻¹⁰ is what the direct path alone brings back"));
        }
    }

    @Test
    void otherViewsShowPathsLikenessAndABlockLess() {
        try (WindowDriver window = open()) {
            window.click("depth-view-4");
            window.layOut();
            assertThat(chart(window, 0)).contains("one path, through all 30");
            assertThat(chart(window, 1)).contains("1,073,741,824 paths");
            window.click("depth-view-2");
            window.layOut();
            assertThat(chart(window, 1).get(1)).startsWith("cosine at the first block: 0.");
            window.click("depth-view-3");
            window.await("blocks deleted", () -> depth(window).hasFreshDeletions());
            window.layOut();
            assertThat(chart(window, 1).get(1)).startsWith("median: ");
            assertThat(window.texts(window.node("depth-words")).getFirst())
                    .startsWith("One block deleted changes the output");
            assertThat(window.find("depth-computing")).isEmpty();
        }
    }

    @Test
    void thePlaceThatIsPointedAtIsReadInAllThree() {
        try (WindowDriver window = open()) {
            window.pointAt(window.node("depth-chart-1"));
            window.layOut();
            for (int chart = 0; chart < 3; chart++) {
                assertThat(chart(window, chart)).anySatisfy(text -> assertThat(text).matches("1\\d: .+"));
            }
        }
    }
}
