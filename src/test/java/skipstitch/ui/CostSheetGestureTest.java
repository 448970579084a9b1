package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.ChangeLayer;
import skipstitch.files.documents.DataFolder;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Presets;
import skipstitch.session.Answers;

/** The sheet of costs. */
class CostSheetGestureTest {

    private static WindowDriver open(String preset, double width, double height) {
        WindowDriver window = WindowDriver.open(Presets.find(preset).orElseThrow(), width, height);
        window.click("compare-costs");
        counted(window);
        return window;
    }

    private static void counted(WindowDriver window) {
        window.await("the costs", () -> window.session().sheets().billing().counted().get()
                .filter(known -> known.drawn() == window.session().comparison().get().drawn()).isPresent());
        window.layOut();
    }

    /** The line with a title. */
    private static Node line(WindowDriver window, String title) {
        Node lines = window.node("costs-lines");
        return WindowDriver.fx(() -> WindowDriver.under(lines).filter(node -> node.getStyleClass().contains("list-cell"))
                .filter(cell -> WindowDriver.under(cell).filter(each -> each.getStyleClass().contains("cost-title"))
                        .anyMatch(each -> ((Label) each).getText().equals(title))).findFirst())
                .orElseThrow(() -> new AssertionError("No line '" + title + "'"));
    }

    @Test
    void showsEveryVariantsCostsWithTheDifferencesAndWhatToReadOutOfThem() {
        try (WindowDriver window = open("unet", 1280, 720)) {
            assertThat(window.texts(line(window, "parameters"))).containsExactly("parameters", "7,763,041", "6,979,681",
                    "7,763,041", "6,979,681", "−783,360 (−10.1 %)", "−783,360 (−10.1 %)");
            assertThat(window.texts(line(window, "bytes kept for backward"))).contains("160.3 MiB", "145.3 MiB");
            assertThat(window.text("costs-sentence")).startsWith("Drawn with 4 concats. Concat needs 783,360 parameters "
                    + "more than add (+11.2 %), all in 4 layers after the merges. ");
        }
    }

    @Test
    void aLineOfAMergeSelectsItInTheLanes() {
        try (WindowDriver window = open("residual-projection", 1920, 1080)) {
            WindowDriver.act(() -> window.session().select(NodeId.of("input")));
            String merge = window.session().comparison().get().drawn().skipMerges().getFirst().id().value();
            window.clickAt(middle(window, line(window, merge)));
            window.settle();
            assertThat(window.selectedCards()).containsExactly("add:" + merge, "concat:" + merge);

            WindowDriver.act(() -> window.session().select(NodeId.of("input")));
            window.press(KeyCode.DOWN);
            window.settle();
            assertThat(window.selectedCards()).containsExactly("add:" + merge, "concat:" + merge);
        }
    }

    private static Point2D middle(WindowDriver window, Node node) {
        var bounds = window.onScene(node);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    @Test
    void opensAndClosesByKeyAndGivesTheFocusBack() {
        try (WindowDriver window = WindowDriver.open()) {
            window.press(KeyCode.D);
            counted(window);
            assertThat(window.find("costs")).isPresent();
            window.press(KeyCode.ESCAPE);
            assertThat(window.find("costs")).isEmpty();
            assertThat(WindowDriver.fx(() -> window.scene().getFocusOwner())).isSameAs(window.view().lanes());
            window.press(KeyCode.D);
            window.press(KeyCode.D);
            assertThat(window.find("costs")).isEmpty();
        }
    }

    @Test
    void countsAgainAfterAnEditAndGivesNoSumWhereAShapeDoesNotFit() {
        try (WindowDriver window = open("residual-block", 1280, 800)) {
            List<String> before = window.texts(line(window, "parameters"));
            WindowDriver.act(() -> window.session().edit(ChangeLayer.to(NodeId.of("conv3"), Layer.Conv.same(16, 3))));
            counted(window);
            assertThat(window.texts(line(window, "parameters"))).isNotEqualTo(before);

            WindowDriver.act(() -> window.session().edit(ChangeLayer.to(NodeId.of("conv2"), Layer.Conv.same(8, 3).strided(2))));
            counted(window);
            assertThat(window.text("costs-sentence"))
                    .isEqualTo("Drawn with 1 add. There is no sum for a variant in which a shape does not fit.");
            assertThat(window.texts(window.node("costs-lines"))).doesNotContain("parameters").contains("does not fit");
        }
    }

    @Test
    void saysWhereThereIsNothingToCompare() {
        try (WindowDriver window = open("mini-segnet", 1280, 720)) {
            assertThat(window.text("costs-sentence"))
                    .isEqualTo("No skip ends in a merge here, so all variants are the same network.");
        }
    }

    @Test
    void isCopiedAsTextAndSavedAsCsv(@TempDir Path folder) throws IOException {
        Answers person = new Answers();
        try (WindowDriver window = WindowDriver.withFiles(person, new DataFolder(folder.resolve("data")))) {
            window.press(KeyCode.D);
            counted(window);
            window.pressCommand(KeyCode.C);
            assertThat(WindowDriver.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .startsWith("Drawn with 1 add. Concat needs 576 parameters more than add").contains("\nparameters ");

            Path file = folder.resolve("costs.csv");
            person.choose(file);
            window.click("save-costs");
            window.await("the file", () -> Files.exists(file));
            assertThat(person.suggested()).containsExactly("residual-block-costs.csv");
            assertThat(Files.readAllLines(file)).hasSize(11)
                    .first().isEqualTo("of,quantity,as-drawn,add,concat,no-skip,add-difference,concat-difference,no-skip-difference");
        }
    }
}
