package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.DataFolder;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;
import skipstitch.session.Answers;
import skipstitch.session.Origin;

/** Saving and opening in the real window. */
class FilingGestureTest {
    private static final NodeId RELU = NodeId.of("relu1");
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

    private Network network() {
        return WindowDriver.fx(() -> window.session().document().get().network());
    }

    private String title() {
        return WindowDriver.fx(() -> window.stage().getTitle());
    }

    /** Deletes a node by the keyboard. */
    private void edit() {
        WindowDriver.act(() -> window.session().select(RELU));
        window.press(KeyCode.DELETE);
        assertThat(network().has(RELU)).isFalse();
    }

    private void awaitSaved() {
        window.await("the save", () -> !window.session().history().get().hasUnsavedWork());
    }

    private List<String> awaitNotice() {
        window.await("the notice", () -> window.find("notice").isPresent());
        window.layOut();
        return window.texts(window.node("notice"));
    }

    private Path saved(String name, String preset) throws IOException {
        Path file = folder.resolve(name);
        Document document = Origin.of(Presets.find(preset).orElseThrow(), BuiltInPicture.HOUSE.load()).document();
        SkipFile.write(file, document);
        return file;
    }

    @Test
    void controlSSavesAndAnUndoneEditIsSavedAgain() throws Exception {
        assertThat(title()).isEqualTo("Residual block — Skipstitch");
        edit();
        assertThat(title()).isEqualTo("Residual block • — Skipstitch");
        assertThat(window.text("presets")).isEqualTo("Residual block •");

        Path file = folder.resolve("mine.skip.json");
        answers.choose(file);
        window.pressCommand(KeyCode.S);
        awaitSaved();
        assertThat(SkipFile.read(file).document().network()).isEqualTo(network());
        assertThat(title()).isEqualTo("mine.skip.json — Skipstitch");
        assertThat(window.text("presets")).isEqualTo("Residual block");

        WindowDriver.act(() -> window.session().select(NodeId.of("relu3")));
        window.press(KeyCode.DELETE);
        assertThat(title()).isEqualTo("mine.skip.json • — Skipstitch");
        window.pressCommand(KeyCode.Z);
        assertThat(title()).isEqualTo("mine.skip.json — Skipstitch");

        answers.choose(folder.resolve("copy"));
        window.pressCommand(KeyCode.SHIFT, KeyCode.S);
        window.await("the copy", () -> window.stage().getTitle().startsWith("copy.skip.json"));
        assertThat(SkipFile.read(folder.resolve("copy.skip.json")).document().network()).isEqualTo(network());
    }

    @Test
    void controlSIsHeardWhileOneTypes() throws Exception {
        window.press(KeyCode.E);
        window.await("the drawer", () -> window.find("palette-search").isPresent());
        WindowDriver.act(() -> window.node("palette-search").requestFocus());
        Path file = folder.resolve("mine.skip.json");
        answers.choose(file);
        window.pressCommand(KeyCode.S);
        window.await("the file", () -> Files.exists(file));
    }

    @Test
    void controlOOpensAFile() throws Exception {
        answers.choose(saved("dense.skip.json", "dense-block"));
        window.pressCommand(KeyCode.O);
        window.await("the file", () -> window.session().origin().get().file().isPresent());
        window.settle();
        assertThat(network()).isEqualTo(Presets.find("dense-block").orElseThrow().network());
        assertThat(window.text("presets")).isEqualTo("dense-block");
        assertThat(title()).isEqualTo("dense.skip.json — Skipstitch");
    }

    @Test
    void aNetworksFileIsPastedLikeAPicture() throws Exception {
        Path file = saved("dense.skip.json", "dense-block");
        WindowDriver.act(() -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.FILES, List.of(file.toFile()))));
        window.pressCommand(KeyCode.V);
        window.await("the file", () -> window.session().origin().get().file().isPresent());
        assertThat(network()).isEqualTo(Presets.find("dense-block").orElseThrow().network());
    }

    @Test
    void aDamagedFileIsNamedAndNothingIsLost() throws Exception {
        edit();
        Network before = network();
        Path file = saved("dense.skip.json", "dense-block");
        Files.writeString(file, Files.readString(file).replaceFirst("\"filters\": 8", "\"filters\": \"eight\""));
        answers.choose(file);
        window.pressCommand(KeyCode.O);
        List<String> texts = awaitNotice();
        assertThat(texts.get(1)).startsWith("Not all of “dense.skip.json” can be read.\nLine ");
        assertThat(texts).endsWith("Open what can be kept", "Cancel");
        window.press(KeyCode.ESCAPE);
        assertThat(window.find("notice")).isEmpty();
        assertThat(network()).isSameAs(before);

        Files.writeString(file, "{");
        answers.choose(file);
        window.pressCommand(KeyCode.O);
        assertThat(awaitNotice().get(1)).contains("dense.skip.json");
        assertThat(network()).isSameAs(before);
        assertThat(title()).isEqualTo("Residual block • — Skipstitch");
    }

    @Test
    void anotherPresetIsOpenedOnlyWhenUnsavedWorkIsSettled() {
        edit();
        Network before = network();
        choose("Dense block");
        assertThat(awaitNotice()).containsExactly("!",
                "“Residual block” is not saved: what you made would be lost.", "Save", "Don't save", "Cancel");
        window.press(KeyCode.ESCAPE);
        assertThat(window.find("notice")).isEmpty();
        assertThat(network()).isSameAs(before);
        assertThat(WindowDriver.fx(() -> window.view().lanes().isFocusWithin())).as("the lanes have the keys").isTrue();

        choose("Dense block");
        awaitNotice();
        Path file = folder.resolve("mine.skip.json");
        answers.choose(file);
        window.press(KeyCode.ENTER);
        window.await("the preset", () -> window.session().title().equals("Dense block"));
        assertThat(file).exists();

        window.settle();
        window.pressCommand(KeyCode.N);
        assertThat(window.find("notice")).as("there is nothing to lose").isEmpty();
        assertThat(network().name()).isEqualTo("New network");
    }

    private void choose(String title) {
        window.click("presets");
        window.await("the menu", ((MenuButton) window.node("presets"))::isShowing);
        window.clickMenuItem(title);
    }

    @Test
    void theMenuExportsTheFirstLaneAndSaysWhich() {
        Path file = folder.resolve("taken-along.onnx");
        answers.choose(file);
        choose("Export as ONNX…");
        assertThat(awaitNotice()).contains("Exported the lane “Add” as “taken-along.onnx”.");
        assertThat(file).isNotEmptyFile();
        assertThat(title()).as("the network is not saved by it").isEqualTo("Residual block — Skipstitch");
    }

    @Test
    void theWindowClosesOnlyWhenUnsavedWorkIsSettled() {
        edit();
        requestClose();
        awaitNotice();
        assertThat(WindowDriver.fx(window.stage()::isShowing)).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(WindowDriver.fx(window.stage()::isShowing)).isTrue();

        requestClose();
        awaitNotice();
        window.click("choice-don't-save");
        window.await("the window to go", () -> !window.stage().isShowing());
    }

    @Test
    void aWindowWithNothingToLoseClosesAtOnce() {
        requestClose();
        assertThat(WindowDriver.fx(window.stage()::isShowing)).isFalse();
    }

    private void requestClose() {
        WindowDriver.act(() -> window.stage().fireEvent(
                new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void recentFilesAreInTheMenu() throws Exception {
        Path file = saved("dense.skip.json", "dense-block");
        answers.choose(file);
        window.pressCommand(KeyCode.O);
        window.await("the recent file", () -> !window.session().filing().recent().get().isEmpty());
        window.settle();
        window.click("presets");
        window.await("the menu", ((MenuButton) window.node("presets"))::isShowing);
        assertThat(window.menuItems()).containsSubsequence("New", "Open…", "Open recent", "Save", "Save as…",
                "Export as ONNX…", "Rename…", "Residual block");
        window.clickMenuItem("Open recent");
        window.await("the files", () -> window.menuItems().stream().anyMatch(item -> item.startsWith("dense.skip.json")));
    }

    @Test
    void unsavedWorkIsKeptWhileOneWorks() {
        edit();
        window.await("the file", () -> {
            Path unsaved = folder.resolve("data/unsaved");
            try (Stream<Path> files = Files.isDirectory(unsaved) ? Files.list(unsaved) : Stream.empty()) {
                return files.anyMatch(file -> file.toString().endsWith(SkipFile.ENDING));
            }
        });
    }
}
