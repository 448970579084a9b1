package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.explain.Inspection.Reading;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Spot;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Words;

/** Pointing at a pixel reads its value and marks its place everywhere. */
class PointingGestureTest {
    private static final List<String> PANELS = List.of("skip x", "main F(x)", "Add x + F(x)", "Concat [ x ; F(x) ]");
    private static final int SIDE = 32;
    private static final int CHANNELS = 8;

    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Tensor tensor(Variant lane, String node) {
        return window.session().results().get().orElseThrow().lanes().stream().filter(ran -> ran.lane().variant() == lane)
                .findFirst().orElseThrow().activations().tensor(NodeId.of(node));
    }

    /** Moves the pointer to a value's pixel and waits until just that value is pointed at. */
    private Spot.InPanel pointAt(String title, int channel, int row, int column) {
        Spot.InPanel wanted = new Spot.InPanel(window.panel(title), channel, row, column);
        window.pointAt(window.place(title, channel, row, column));
        window.await(title + " " + channel + ", " + row + ", " + column,
                () -> window.session().pointed().get().filter(wanted::equals).isPresent());
        return wanted;
    }

    @Test
    void theReadingHasTheExactValuesOfTheRun() {
        Tensor x = tensor(Variant.ADD, "conv0");
        Tensor f = tensor(Variant.ADD, "conv2");
        Tensor sum = tensor(Variant.ADD, "merge");
        Tensor joined = tensor(Variant.CONCAT, "merge");
        long seed = 7;
        Random random = new Random(seed);
        for (String title : PANELS) {
            int channel = random.nextInt(title.startsWith("Concat") ? 2 * CHANNELS : CHANNELS);
            int row = random.nextInt(SIDE);
            int column = random.nextInt(SIDE);
            String at = title + " " + channel + ", " + row + ", " + column + ", seed " + seed;
            Spot.InPanel spot = pointAt(title, channel, row, column);
            int aligned = channel % CHANNELS;
            List<Reading> expected = List.of(new Reading("x", Optional.empty(), aligned, x.at(aligned, row, column)),
                    new Reading("F(x)", Optional.empty(), aligned, f.at(aligned, row, column)),
                    new Reading("sum", Optional.empty(), aligned, sum.at(aligned, row, column)),
                    new Reading("concat", Optional.empty(), aligned, joined.at(aligned, row, column)),
                    new Reading("concat", Optional.empty(), CHANNELS + aligned, joined.at(CHANNELS + aligned, row, column)));
            assertThat(window.inspection().readings(spot.panel(), channel, row, column)).as(at).isEqualTo(expected);
            assertThat(window.text("reading")).as(at).isEqualTo("row " + row + ", column " + column + "   "
                    + expected.stream().map(each -> each.symbol() + "[" + each.channel() + "] = " + Words.value(each.value()))
                    .collect(Collectors.joining("   ")));
        }
    }

    @Test
    void theSamePlaceIsMarkedInEveryMapAndOnEveryCard() {
        int row = 9;
        int column = 20;
        pointAt("main F(x)", 3, row, column);
        for (String title : PANELS) {
            Node panel = window.node("panel:" + title);
            List<Point2D> marks = window.marks(panel);
            assertThat(marks).as(title).hasSize(title.startsWith("Concat") ? 2 * CHANNELS : CHANNELS).doesNotHaveDuplicates();
        }
        for (String lane : List.of("add", "concat")) {
            for (String id : List.of("input", "conv0", "conv1", "relu1", "conv2", "conv3", "relu3")) {
                Node card = window.node(lane + ":" + id);
                Bounds picture = WindowDriver.fx(() -> WindowDriver.under(card).filter(ImageView.class::isInstance)
                        .findFirst().orElseThrow().getBoundsInParent());
                assertThat(window.marks(card)).as(lane + ":" + id).singleElement().satisfies(mark -> {
                    assertThat((mark.getX() - picture.getMinX()) / picture.getWidth()).isCloseTo((column + 0.5) / SIDE, within(0.01));
                    assertThat((mark.getY() - picture.getMinY()) / picture.getHeight()).isCloseTo((row + 0.5) / SIDE, within(0.01));
                });
            }
        }
    }

    @Test
    void nothingIsMarkedAfterThePointerLeft() {
        pointAt("skip x", 0, 5, 5);
        window.pointAway();
        window.await("no spot", () -> window.session().pointed().get().isEmpty());
        PANELS.forEach(title -> assertThat(window.marks(window.node("panel:" + title))).as(title).isEmpty());
        window.cards("concat").stream().filter(id -> !id.equals("merge"))
                .forEach(id -> assertThat(window.marks(window.node("concat:" + id))).as(id).isEmpty());
        assertThat(window.text("reading")).isEqualTo("Point at a map to read its numbers.");
    }

    @Test
    void betweenTwoMapsNothingIsRead() {
        Point2D last = window.place("skip x", 0, 10, SIDE - 1);
        Point2D next = window.place("skip x", 1, 10, 0);
        pointAt("skip x", 0, 10, SIDE - 1);
        window.pointAt(last.midpoint(next));
        window.await("no spot", () -> window.session().pointed().get().isEmpty());
        assertThat(window.marks(window.node("panel:skip x"))).isEmpty();
    }

    @Test
    void inTheConcatenationTheBlockOfFReadsBothItsChannelAndXs() {
        pointAt("Concat [ x ; F(x) ]", CHANNELS + 2, 17, 4);
        assertThat(window.text("reading")).contains("x[2] = ", "F(x)[2] = ", "sum[2] = ", "concat[2] = ", "concat[10] = ");
        List<Point2D> marks = window.marks(window.node("panel:Concat [ x ; F(x) ]"));
        List<Point2D> marksInX = window.marks(window.node("panel:skip x"));
        for (int channel = 0; channel < CHANNELS; channel++) {
            assertThat(marks.get(channel).getX()).as("x's block stands as x does").isEqualTo(marksInX.get(channel).getX());
            assertThat(marks.get(CHANNELS + channel).getX()).as("F's block stands as x's does").isEqualTo(marks.get(channel).getX());
            assertThat(marks.get(CHANNELS + channel).getY()).isGreaterThan(marks.get(channel).getY());
        }
    }
}
