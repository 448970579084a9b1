package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import skipstitch.explain.Inspection.Panel;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.tensor.ColourMap;
import skipstitch.tensor.ColourScale;
import skipstitch.ui.drawing.Words;

/** What the colours mean, and that it is said. */
class ScaleGestureTest {
    private static final List<String> PANELS = List.of("skip x", "main F(x)", "Add x + F(x)", "Concat [ x ; F(x) ]");

    @Test
    void ownScalesRepaintEachTensorByItsOwnRange() {
        try (WindowDriver window = WindowDriver.open()) {
            ColourScale common = window.inspection().scale();
            PANELS.forEach(title -> assertPainted(window, title, common));
            assertThat(window.texts(window.node("legend"))).contains("+" + Words.value(common.high()))
                    .anyMatch(text -> text.startsWith("One scale for all"));

            window.click("own-scales");
            window.layOut();
            PANELS.forEach(title -> assertPainted(window, title, window.panel(title).ownScale()));
            assertThat(PANELS.stream().map(title -> window.panel(title).ownScale())).anyMatch(own -> !own.equals(common));
            assertThat(window.texts(window.node("legend"))).contains("Each tensor has its own scale: colours do not compare.")
                    .noneMatch(text -> text.startsWith("One scale for all"));
            ColourScale own = window.panel("skip x").ownScale();
            assertThat(window.texts(window.node("panel:skip x"))).contains(Words.value(own.low()) + " … " + Words.value(own.high()));

            window.click("own-scales");
            window.layOut();
            PANELS.forEach(title -> assertPainted(window, title, common));
        }
    }

    @Test
    void whatIsNoNumberOrInfiniteHasItsColourAndItsWord() {
        Shape shape = new Shape(8, 32, 32);
        Map<Integer, Float> odd = Map.of(index(shape, 0, 4, 5), Float.NaN, index(shape, 0, 4, 6), Float.NaN,
                index(shape, 3, 30, 1), Float.NaN, index(shape, 2, 11, 12), Float.POSITIVE_INFINITY,
                index(shape, 2, 11, 14), Float.NEGATIVE_INFINITY);
        EngineStart engine = new EngineStart(new AlteredEngine(SharedEngine.start().engine(), NodeId.of("conv2"), odd),
                Optional.empty());
        try (WindowDriver window = WindowDriver.unsettled(Presets.first(), 1280, 800, () -> engine)) {
            window.settle();
            assertThat(window.texts(window.node("legend"))).contains("3 not a number (NaN)", "2 infinite (∞)");
            Point2D nan = window.place("main F(x)", 3, 30, 1);
            Point2D plus = window.place("main F(x)", 2, 11, 12);
            Point2D minus = window.place("main F(x)", 2, 11, 14);
            Point2D finite = window.place("main F(x)", 2, 11, 13);
            WritableImage image = window.snapshot();
            assertThat(WindowDriver.argb(image, nan)).isEqualTo(ColourMap.NAN_ARGB);
            assertThat(WindowDriver.argb(image, plus)).isEqualTo(ColourMap.INFINITE_ARGB);
            assertThat(WindowDriver.argb(image, minus)).isEqualTo(ColourMap.INFINITE_ARGB);
            assertThat(WindowDriver.argb(image, finite)).isNotIn(ColourMap.INFINITE_ARGB, ColourMap.NAN_ARGB);

            window.pointAt(nan);
            window.await("the reading", () -> window.text("reading").startsWith("row 30, column 1 "));
            assertThat(window.text("reading")).contains("F(x)[3] = NaN");
            window.pointAt(minus);
            window.await("the reading", () -> window.text("reading").startsWith("row 11, column 14 "));
            assertThat(window.text("reading")).contains("F(x)[2] = −∞");
        }
    }

    private static int index(Shape shape, int channel, int y, int x) {
        return (channel * shape.height() + y) * shape.width() + x;
    }

    private static void assertPainted(WindowDriver window, String title, ColourScale scale) {
        Panel panel = window.panel(title);
        Point2D place = window.place(title, 1, 12, 13);
        int painted = WindowDriver.argb(window.snapshot(), place);
        int expected = Painted.colours(panel.tensor(), 1, scale)[12 * panel.shape().width() + 13];
        assertThat(Integer.toHexString(painted)).as(title).isEqualTo(Integer.toHexString(expected));
    }
}
