package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.files.BuiltInPicture;
import skipstitch.document.CropBox;
import skipstitch.files.Fitting;
import skipstitch.document.Picture;
import skipstitch.files.PngFile;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.session.Shown;

/** Choosing what goes in. */
class PictureGestureTest {
    private static final Shape INPUT = new Shape(1, 32, 32);

    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** What the network was given in the last run. */
    private float[] seen() {
        window.settle();
        return WindowDriver.fx(() -> window.session().results().get().orElseThrow().lanes().getFirst().activations()
                .tensor(NodeId.of("input")).values());
    }

    private CropBox box() {
        return WindowDriver.fx(() -> window.session().picture().get().box(INPUT));
    }

    private void openChooser() {
        window.click("picture");
        window.await("the choice of pictures", () -> window.find("crop").isPresent());
    }

    private void awaitClosed() {
        window.await("the choice of pictures to go", () -> window.find("crop").isEmpty());
    }

    @Test
    void choosingAPictureChangesWhatTheNetworkSees() {
        float[] before = window.panel("skip x").tensor().values();
        openChooser();
        assertThat(window.ids(id -> id.startsWith("picture-")))
                .contains("picture-open").hasSize(BuiltInPicture.values().length + 1);
        window.click("picture-street");
        awaitClosed();
        assertThat(seen()).containsExactly(Fitting.toTensor(BuiltInPicture.STREET.load(), INPUT).values());
        assertThat(window.panel("skip x").tensor().values()).isNotEqualTo(before);
        assertThat(window.text("picture")).isEqualTo("Picture: Street");
    }

    @Test
    void escapeClosesTheChoiceAndChangesNothing() {
        openChooser();
        window.press(KeyCode.ESCAPE);
        awaitClosed();
        assertThat(window.text("picture")).isEqualTo("Picture: House");
        assertThat(seen()).containsExactly(Fitting.toTensor(BuiltInPicture.HOUSE.load(), INPUT).values());
    }

    @Test
    void draggingTheFrameMovesWhatTheNetworkSees() {
        WindowDriver.act(() -> window.session().picturing().crop(new CropBox(64, 64, 128, 128)));
        window.settle();
        openChooser();
        Node crop = window.node("crop");
        Bounds stage = WindowDriver.fx(() -> crop.localToScreen(crop.getLayoutBounds()));
        double scale = stage.getWidth() / 256;
        window.dragOnScreen(new Point2D(Math.floor(stage.getCenterX()), Math.floor(stage.getCenterY())), 20, -10);
        CropBox moved = box();
        assertThat(moved.x()).isCloseTo(64 + 20 / scale, within(0.01));
        assertThat(moved.y()).isCloseTo(64 - 10 / scale, within(0.01));
        assertThat(moved.width()).isEqualTo(128);
        assertThat(seen()).containsExactly(Fitting.toTensor(BuiltInPicture.HOUSE.load(), moved, INPUT).values());

        window.dragOnScreen(new Point2D(Math.floor(stage.getCenterX()), Math.floor(stage.getCenterY())), 300, 300);
        assertThat(box()).as("not out of the picture").isEqualTo(new CropBox(128, 128, 128, 128));
    }

    @Test
    void arrowKeysMoveTheFrame() {
        WindowDriver.act(() -> window.session().picturing().crop(new CropBox(64, 64, 128, 128)));
        window.settle();
        openChooser();
        WindowDriver.act(() -> window.node("crop").requestFocus());
        double step = 128 / 20.0;
        window.press(KeyCode.RIGHT);
        assertThat(box()).isEqualTo(new CropBox(64 + step, 64, 128, 128));
        window.press(KeyCode.DOWN);
        assertThat(box()).isEqualTo(new CropBox(64 + step, 64 + step, 128, 128));
        window.press(KeyCode.LEFT);
        window.press(KeyCode.UP);
        assertThat(box().x()).isCloseTo(64, within(1e-9));
        assertThat(box().y()).isCloseTo(64, within(1e-9));
        assertThat(window.session().selection().get()).isEqualTo(NodeId.of("merge"));
    }

    @Test
    void theSliderSizesTheFrameStepByStep() {
        openChooser();
        assertThat(box()).isEqualTo(new CropBox(0, 0, 256, 256));
        WindowDriver.act(() -> window.node("crop-size").requestFocus());
        window.press(KeyCode.LEFT);
        CropBox once = box();
        assertThat(once.width()).isLessThan(256).isGreaterThan(200).isEqualTo(once.height());
        assertThat(once.x()).as("around the middle").isCloseTo((256 - once.width()) / 2, within(1e-6));
        window.press(KeyCode.LEFT);
        assertThat(box().width()).isLessThan(once.width());
        assertThat(seen()).containsExactly(Fitting.toTensor(BuiltInPicture.HOUSE.load(), box(), INPUT).values());
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        assertThat(box().width()).isCloseTo(256, within(1e-6));
    }

    @Test
    void aFileThatIsNoPictureIsNamedAndTheOldPictureStays(@TempDir Path folder) throws IOException {
        float[] before = seen();
        Path file = Files.writeString(folder.resolve("notes.png"), "This is not a picture.");
        WindowDriver.act(() -> window.session().picturing().choose(file));
        window.await("the notice", () -> window.find("notice").isPresent());
        assertThat(window.texts(window.node("notice"))).containsExactly("✕",
                "“notes.png” is not a picture that can be read here; choose a PNG, JPEG, GIF or BMP picture.",
                "Dismiss");
        assertThat(window.text("picture")).isEqualTo("Picture: House");
        assertThat(seen()).containsExactly(before);
        window.press(KeyCode.ESCAPE);
        assertThat(window.find("notice")).isEmpty();

        WindowDriver.act(() -> window.session().picturing().choose(folder.resolve("gone.png")));
        window.await("the notice", () -> window.find("notice").isPresent());
        window.layOut();
        window.click("dismiss");
        assertThat(window.find("notice")).isEmpty();
    }

    @Test
    void aFileOfOnesOwnIsSeenByTheNetwork(@TempDir Path folder) throws IOException {
        Picture own = painted(folder.resolve("own.png"));
        WindowDriver.act(() -> window.session().picturing().choose(folder.resolve("own.png")));
        window.await("the picture", () -> window.session().picture().get().picture().name().equals("own.png"));
        assertThat(seen()).containsExactly(Fitting.toTensor(own, INPUT).values());
        assertThat(window.text("picture")).isEqualTo("Picture: own.png");
    }

    @Test
    void aFileIsPasted(@TempDir Path folder) throws IOException {
        Picture own = painted(folder.resolve("own.png"));
        WindowDriver.act(() -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.FILES, List.of(folder.resolve("own.png").toFile()))));
        window.pressCommand(KeyCode.V);
        window.await("the picture", () -> window.session().picture().get().picture().name().equals("own.png"));
        assertThat(seen()).containsExactly(Fitting.toTensor(own, INPUT).values());
        assertThat(window.session().shown().get()).as("V alone would show both").isEqualTo(Shown.BOTH);
    }

    @Test
    void aPictureIsPasted() {
        WritableImage image = new WritableImage(64, 64);
        int[] argb = new int[64 * 64];
        for (int i = 0; i < argb.length; i++) {
            int grey = i % 64 * 4;
            argb[i] = 0xff << 24 | grey << 16 | grey << 8 | 255 - grey;
            image.getPixelWriter().setArgb(i % 64, i / 64, argb[i]);
        }
        WindowDriver.act(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, image)));
        window.pressCommand(KeyCode.V);
        window.await("the picture", () -> window.session().picture().get().picture().name().equals("pasted"));
        assertThat(seen()).containsExactly(Fitting.toTensor(Picture.of("pasted", 64, 64, argb), INPUT).values());
        assertThat(window.text("picture")).isEqualTo("Picture: pasted");
    }

    @Test
    void pastingWordsSaysWhatCanBePasted() {
        WindowDriver.act(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "house")));
        window.pressCommand(KeyCode.V);
        window.await("the notice", () -> window.find("notice").isPresent());
        assertThat(window.texts(window.node("notice")))
                .contains("There is no picture to paste: copy a picture or a picture file first.");
        assertThat(window.text("picture")).isEqualTo("Picture: House");
    }

    private static Picture painted(Path file) throws IOException {
        int[] argb = new int[40 * 50];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | i * 31;
        }
        PngFile.write(file, argb, 40, 50);
        return Picture.of("own.png", 40, 50, argb);
    }
}
