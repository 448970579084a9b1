package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.DeleteNodes;
import skipstitch.explain.Closeup;
import skipstitch.files.documents.DataFolder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Answers;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Words;

/** A tensor is opened large, looked through, and taken elsewhere. */
class ViewerGestureTest {
    private static final int CHANNELS = 8;
    private static final int SIDE = 32;

    @TempDir
    Path folder;
    private final Answers answers = new Answers();
    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.withFiles(answers, new DataFolder(folder.resolve("data")));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Optional<Closeup> closeup() {
        return WindowDriver.fx(() -> window.session().viewing().closeup().get());
    }

    private void awaitOpen(String node, Variant lane) {
        window.await(node + " in the viewer", () -> window.session().viewing().closeup().get()
                .filter(now -> now.node().equals(NodeId.of(node)) && now.lane() == lane).isPresent());
        window.layOut();
        assertThat(window.find("viewer")).isPresent();
    }

    private void open(String node, Variant lane) {
        WindowDriver.act(() -> window.session().viewing().open(NodeId.of(node), lane));
        awaitOpen(node, lane);
    }

    private void assertClosed() {
        assertThat(window.find("viewer")).isEmpty();
        assertThat(closeup()).isEmpty();
    }

    private Tensor tensor(Variant lane, String node) {
        return WindowDriver.fx(() -> window.session().results().get().orElseThrow().lanes().stream()
                .filter(ran -> ran.lane().variant() == lane).findFirst().orElseThrow().activations()
                .tensor(NodeId.of(node)));
    }

    private Node focused() {
        return WindowDriver.fx(() -> window.scene().getFocusOwner());
    }

    private int selected() {
        return Integer.parseInt(window.text("channel-title").split(" ")[1]);
    }

    private String pressed(KeyCode... keys) {
        window.press(keys);
        window.layOut();
        return window.text("channel-title");
    }

    @Test
    void theKeyOpensTheSelectedLayersOutputAndEscGivesTheFocusBack() {
        Node lanes = focused();
        window.press(KeyCode.W);
        awaitOpen("merge", Variant.ADD);
        assertThat(window.text("viewer-title")).isEqualTo("Add");
        assertThat(window.text("viewer-shape")).isEqualTo("8×32×32");
        assertThat(window.text("viewer-lane")).isEqualTo("merge in the Add lane");
        assertThat(focused().getId()).isEqualTo("sheet");
        window.press(KeyCode.ESCAPE);
        assertClosed();
        assertThat(focused()).isSameAs(lanes);
        window.press(KeyCode.W);
        awaitOpen("merge", Variant.ADD);
        window.press(KeyCode.W);
        assertClosed();
    }

    @Test
    void aDoubleClickOnAPanelsHeadingOrItsButtonOpensItsTensor() {
        window.doubleClickAt(WindowDriver.fx(() -> window.node("panel:Concat [ x ; F(x) ]").localToScene(20, 12)));
        awaitOpen("merge", Variant.CONCAT);
        window.press(KeyCode.ESCAPE);
        window.click("open:main F(x)");
        awaitOpen("conv2", Variant.ADD);
        assertThat(window.text("channel-remark")).isEqualTo("The Concat lane has the very same numbers here.");
        window.click("close-viewer");
        assertClosed();
    }

    @Test
    void aDoubleClickOnACardOpensItsTensorInItsLane() {
        window.doubleClickAt(WindowDriver.fx(() -> {
            Node card = window.node("concat:conv3");
            return card.localToScene(card.getLayoutBounds().getCenterX(), 20);
        }));
        awaitOpen("conv3", Variant.CONCAT);
    }

    @Test
    void arrowsWalkThroughTheChannelsAndWithControlThroughTheValues() {
        open("merge", Variant.CONCAT);
        assertThat(window.text("channel-title")).isEqualTo("Channel 0 of 16, of the skip");
        assertThat(pressed(KeyCode.RIGHT)).isEqualTo("Channel 1 of 16, of the skip");
        pressed(KeyCode.LEFT);
        pressed(KeyCode.LEFT);
        assertThat(selected()).isZero();
        assertThat(pressed(KeyCode.END)).isEqualTo("Channel 15 of 16, of the main branch");
        int last = selected();
        pressed(KeyCode.UP);
        assertThat(selected()).isBetween(8, last - 1);
        pressed(KeyCode.HOME);
        pressed(KeyCode.RIGHT);
        pressed(KeyCode.CONTROL, KeyCode.RIGHT);
        assertReads(1, SIDE / 2, SIDE / 2);
        pressed(KeyCode.CONTROL, KeyCode.DOWN);
        pressed(KeyCode.CONTROL, KeyCode.LEFT);
        assertReads(1, SIDE / 2 + 1, SIDE / 2 - 1);
        pressed(KeyCode.RIGHT);
        assertReads(2, SIDE / 2 + 1, SIDE / 2 - 1);
    }

    private void assertReads(int channel, int row, int column) {
        float concat = tensor(Variant.CONCAT, "merge").at(channel, row, column);
        float add = tensor(Variant.ADD, "merge").at(channel % CHANNELS, row, column);
        assertThat(window.text("cell-reading")).isEqualTo("channel " + channel + " (" + row + ", " + column + ")   "
                + Words.value(concat) + "   Add lane " + Words.value(add) + "   difference " + Words.value(concat - add));
    }

    @Test
    void pointingAtTheLargeMapReadsAndMarksTheValueInAllThree() {
        open("merge", Variant.CONCAT);
        Node map = window.node("map-own");
        Bounds image = WindowDriver.fx(() -> map.localToScene(WindowDriver.under(map)
                .filter(ImageView.class::isInstance).findFirst().orElseThrow().getBoundsInParent()));
        double cell = (image.getWidth() - 6) / SIDE;
        window.pointAt(new Point2D(image.getMinX() + 3 + 20.5 * cell, image.getMinY() + 3 + 7.5 * cell));
        window.await("the reading", () -> window.text("cell-reading").startsWith("channel 0 (7, 20)"));
        window.layOut();
        assertReads(0, 7, 20);
        for (String id : List.of("map-own", "map-beside", "map-difference")) {
            assertThat(window.marks(window.node(id))).as(id).hasSize(1);
        }
        window.pointAway();
        window.layOut();
        assertThat(window.text("cell-reading")).startsWith("Point at a value");
    }

    @Test
    void aSortedSheetBeginsWithTheLargestAndTheButtonTurnsItRound() {
        open("merge", Variant.CONCAT);
        List<Double> means = closeup().orElseThrow().statistics().stream().map(each -> each.mean()).toList();
        double largest = means.stream().mapToDouble(each -> each).max().orElseThrow();
        double smallest = means.stream().mapToDouble(each -> each).min().orElseThrow();
        window.click("sort");
        window.clickMenuItem("By mean");
        window.click("sheet");
        pressed(KeyCode.HOME);
        assertThat(means.get(selected())).isEqualTo(largest);
        window.click("sort-direction");
        window.click("sheet");
        pressed(KeyCode.HOME);
        assertThat(means.get(selected())).isEqualTo(smallest);
    }

    @Test
    void theFilterShowsOneBranchAloneAndIsThereOnlyForOne() {
        open("merge", Variant.CONCAT);
        window.click("filter-main");
        window.layOut();
        assertThat(window.text("channel-title")).isEqualTo("Channel 8 of 16, of the main branch");
        window.click("sheet");
        pressed(KeyCode.HOME);
        assertThat(selected()).isEqualTo(8);
        window.click("filter-skip");
        window.click("sheet");
        pressed(KeyCode.END);
        assertThat(selected()).isEqualTo(7);
        open("merge", Variant.ADD);
        assertThat(window.find("filter-all")).isEmpty();
        assertThat(window.text("channel-title")).isEqualTo("Channel 0 of 8, sum of both branches");
    }

    @Test
    void aSumIsComparedWithEachChannelThatWentIntoIt() {
        open("merge", Variant.ADD);
        pressed(KeyCode.RIGHT);
        assertThat(window.texts(window.node("map-beside"))).contains("Concat lane, channel 1");
        assertThat(window.text("next-beside")).isEqualTo("Compare with channel 9");
        pressed(KeyCode.X);
        assertThat(window.texts(window.node("map-beside"))).contains("Concat lane, channel 9");
        pressed(KeyCode.CONTROL, KeyCode.RIGHT);
        float difference = tensor(Variant.CONCAT, "merge").at(1, SIDE / 2, SIDE / 2);
        String written = window.text("cell-reading").replaceFirst(".*difference ", "");
        assertThat(written).as("x + F(x) − F(x)").isEqualTo(Words.value(tensor(Variant.ADD, "merge").at(1, SIDE / 2, SIDE / 2)
                - tensor(Variant.CONCAT, "merge").at(9, SIDE / 2, SIDE / 2))).isEqualTo(Words.value(difference));
    }

    @Test
    void theSheetShowsTheColoursOfItsValuesAtAnyZoomAndScroll() {
        open("merge", Variant.CONCAT);
        pressed(KeyCode.RIGHT);
        pressed(KeyCode.CONTROL, KeyCode.RIGHT);
        for (int zoom = 0; zoom < 12; zoom++) {
            assertMarkedValueIsPainted();
            pressed(KeyCode.EQUALS);
        }
        assertThat(window.find("sheet-across")).isPresent();
        pressed(KeyCode.DIGIT0);
        assertThat(window.find("sheet-across")).isEmpty();
        assertMarkedValueIsPainted();
    }

    /** A corner of the marked cell, where neither mark nor number is. */
    private void assertMarkedValueIsPainted() {
        Node sheet = window.node("sheet");
        Point2D mark = window.marks(sheet).getFirst();
        Marked cell = new Marked(selected(), SIDE / 2, SIDE / 2);
        Closeup now = closeup().orElseThrow();
        int wanted = now.scale().lookup().argb(now.tensor().at(cell.channel(), cell.row(), cell.column()));
        WritableImage image = window.snapshot();
        Point2D middle = WindowDriver.fx(() -> sheet.localToScene(mark));
        List<Integer> around = IntStream.rangeClosed(-5, 5).boxed().flatMap(dy ->
                IntStream.rangeClosed(-5, 5).mapToObj(dx -> WindowDriver.argb(image, middle.add(dx, dy)))).toList();
        assertThat(around).contains(wanted);
    }

    private record Marked(int channel, int row, int column) {}

    @Test
    void theWheelScrollsAndWithControlZoomsAndPageKeysScroll() {
        open("merge", Variant.CONCAT);
        for (int i = 0; i < 5; i++) {
            pressed(KeyCode.EQUALS);
        }
        pressed(KeyCode.HOME);
        int first = pixelUnderSheet();
        window.pointAt(window.node("sheet"));
        double before = scrolled();
        window.wheelOut();
        window.layOut();
        assertThat(scrolled()).isGreaterThan(before);
        pressed(KeyCode.PAGE_UP);
        assertThat(scrolled()).isZero();
        pressed(KeyCode.PAGE_DOWN);
        assertThat(scrolled()).isGreaterThan(100);
        pressed(KeyCode.HOME);
        assertThat(scrolled()).isZero();
        assertThat(pixelUnderSheet()).isEqualTo(first);
    }

    private double scrolled() {
        return ((ScrollBar) window.node("sheet-down")).getValue();
    }

    private int pixelUnderSheet() {
        Bounds sheet = window.onScene(window.node("sheet"));
        return WindowDriver.argb(window.snapshot(), new Point2D(sheet.getMinX() + 40, sheet.getMinY() + 40));
    }

    @Test
    void theValueTheMapAndTheTensorGoToTheClipboard() {
        open("merge", Variant.CONCAT);
        pressed(KeyCode.RIGHT);
        pressed(KeyCode.CONTROL, KeyCode.RIGHT);
        float value = tensor(Variant.CONCAT, "merge").at(1, SIDE / 2, SIDE / 2);
        window.pressCommand(KeyCode.C);
        assertThat(Float.parseFloat(clipboard())).isEqualTo(value);
        window.pressCommand(KeyCode.SHIFT, KeyCode.C);
        window.await("the map", () -> clipboard().lines().count() == SIDE);
        assertThat(Float.parseFloat(clipboard().lines().toList().get(SIDE / 2).split("\t")[SIDE / 2])).isEqualTo(value);
        window.click("copy-menu");
        window.clickMenuItem("Tensor as numbers");
        window.await("the tensor", () -> clipboard().lines().count() == 16L * SIDE + 1);
        assertThat(clipboard()).startsWith("channel\trow\t0\t1\t");
        window.click("copy-menu");
        window.clickMenuItem("Map as picture");
        window.await("the picture", () -> Clipboard.getSystemClipboard().hasImage());
    }

    private static String clipboard() {
        return WindowDriver.fx(() -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
    }

    @Test
    void savingAsksForAPlaceAndSaysThatItWasSaved() throws Exception {
        open("merge", Variant.CONCAT);
        pressed(KeyCode.RIGHT);
        Path file = folder.resolve("x.csv");
        answers.choose(file);
        window.click("save-menu");
        window.clickMenuItem("Map as .csv…");
        window.await("the notice", () -> window.find("notice").isPresent());
        assertThat(answers.suggested()).containsExactly("merge-concat-channel-1.csv");
        assertThat(window.texts(window.node("notice"))).contains("Saved “x.csv”.");
        assertThat(Files.readAllLines(file)).hasSize(SIDE);
        assertThat(window.find("viewer")).isPresent();
    }

    @Test
    void aNameWithoutAnEndingGetsItAndAFileOfThatNameIsAskedFor() throws Exception {
        open("merge", Variant.CONCAT);
        Path file = Files.writeString(folder.resolve("x.csv"), "before");
        answers.choose(folder.resolve("x"));
        window.click("save-menu");
        window.clickMenuItem("Map as .csv…");
        window.await("the question", () -> window.find("choice-replace-it").isPresent());
        assertThat(window.texts(window.node("notice"))).contains("There is a “x.csv” already.");
        assertThat(file).hasContent("before");
        window.layOut();
        window.click("choice-replace-it");
        window.await("the notice", () -> window.find("notice").map(window::texts)
                .filter(texts -> texts.contains("Saved “x.csv”.")).isPresent());
        assertThat(Files.readAllLines(file)).hasSize(SIDE);
    }

    @Test
    void whatCannotBeSavedIsSaidAndNothingIsLeft() {
        open("merge", Variant.CONCAT);
        answers.choose(folder.resolve("missing").resolve("x.npy"));
        window.click("save-menu");
        window.clickMenuItem("Tensor as .npy…");
        window.await("the notice", () -> window.find("notice").isPresent());
        assertThat(window.texts(window.node("notice"))).contains("“x.npy” was not saved: its folder is not there.");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void anotherRunIsFollowedAndAGoneNodeClosesTheViewer() {
        open("conv3", Variant.CONCAT);
        pressed(KeyCode.RIGHT);
        Closeup before = closeup().orElseThrow();
        WindowDriver.act(() -> window.session().edit(new DeleteNodes(Set.of(NodeId.of("relu1")))));
        window.await("the new tensor", () ->
                window.session().viewing().closeup().get().filter(now -> now != before).isPresent());
        window.layOut();
        assertThat(closeup().orElseThrow().tensor().values()).isEqualTo(tensor(Variant.CONCAT, "conv3").values())
                .isNotEqualTo(before.tensor().values());
        assertThat(selected()).as("the channel stays").isEqualTo(1);
        WindowDriver.act(() -> window.session().edit(new DeleteNodes(Set.of(NodeId.of("conv3")))));
        assertClosed();
    }

    @Test
    void keysMeantForTheNetworkDoNotReachItAndTabStaysInside() {
        open("merge", Variant.CONCAT);
        int nodes = WindowDriver.fx(() -> window.session().document().get().network().nodes().size());
        for (KeyCode key : List.of(KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.M, KeyCode.E, KeyCode.O, KeyCode.F2)) {
            window.press(key);
        }
        window.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(WindowDriver.<Integer>fx(() -> window.session().document().get().network().nodes().size()))
                .isEqualTo(nodes);
        assertThat(WindowDriver.<Boolean>fx(() -> window.session().history().get().canUndo())).isFalse();
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            window.press(KeyCode.TAB);
            Node focused = focused();
            assertThat(Stream.iterate(focused, Objects::nonNull, Node::getParent).map(Node::getId))
                    .as("after tab " + i + " with the focus at " + focused.getId()).contains("viewer");
            reached.add(focused.getId());
        }
        assertThat(reached).contains("sheet", "sort", "sort-direction", "zoom-in", "copy-menu", "save-menu", "close-viewer");
        window.press(KeyCode.ESCAPE);
        assertClosed();
    }

    @Test
    void everyControlHasANameAndATooltip() {
        open("merge", Variant.CONCAT);
        Node viewer = window.node("viewer");
        List<Node> controls = WindowDriver.fx(() -> WindowDriver.under(viewer)
                .filter(each -> each instanceof ButtonBase).toList());
        assertThat(controls).hasSizeGreaterThanOrEqualTo(10);
        for (Node each : controls) {
            var control = (ButtonBase) each;
            assertThat(control.getTooltip()).as(each.getId()).isNotNull();
            assertThat(control.getText() + Optional.ofNullable(control.getAccessibleText()).orElse(""))
                    .as(each.getId()).isNotBlank();
        }
        assertThat(WindowDriver.fx(() -> window.node("sheet").getAccessibleText()))
                .startsWith("Channel 0 of 16, of the skip, min ");
    }
}
