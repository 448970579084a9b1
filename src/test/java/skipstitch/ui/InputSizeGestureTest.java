package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.document.ResizeInput;
import skipstitch.document.Selection;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.presets.Presets;

/** Giving the network a picture of another size. */
class InputSizeGestureTest {
    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open(1280, 800);
        WindowDriver.act(() -> window.session().open(Presets.find("encoder-decoder").orElseThrow()));
        window.settle();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Shape input() {
        return WindowDriver.fx(() -> window.session().document().get().network().inputShape().orElseThrow());
    }

    private void openDrawerOn(String id) {
        WindowDriver.act(() -> window.session().select(Selection.of(NodeId.of(id))));
        window.press(KeyCode.E);
        window.layOut();
    }

    /** In the card of what does not fit. */
    private void clickChoice(String words) {
        Node button = WindowDriver.fx(() -> WindowDriver.under(window.node("misfit"))
                .filter(node -> node instanceof Button each && each.getText().equals(words)).findFirst().orElseThrow());
        Bounds bounds = window.onScene(button);
        window.clickAt(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    @Test
    void theInputsSettingsOfferSizesThatWork() {
        openDrawerOn("input");
        assertThat(window.ids(id -> id.matches("size-\\d.*")))
                .containsExactlyInAnyOrder("size-16x16", "size-28x28", "size-36x36", "size-64x64");
        window.click("size-28x28");
        window.settle();
        assertThat(input()).isEqualTo(new Shape(1, 28, 28));
        assertThat(WindowDriver.fx(() -> window.session().results().get().orElseThrow().lanes().getFirst()
                .activations().tensor(NodeId.of("input")).shape())).isEqualTo(new Shape(1, 28, 28));
        window.pressCommand(KeyCode.Z);
        assertThat(input()).isEqualTo(new Shape(1, 32, 32));
    }

    @Test
    void aMeetingThatMisfitsSaysWhichSizesWouldWorkAndOneClickSetsOne() {
        WindowDriver.act(() -> window.session().edit(
                new ResizeInput(NodeId.of("input"), new Shape(1, 30, 30))));
        openDrawerOn("merge2");
        assertThat(window.texts(window.node("misfit")))
                .contains("At 30×30 the second pool gets 15×15, an odd size. 28×28 and 32×32 would work.",
                        "Input 28×28", "Input 32×32");
        clickChoice("Input 32×32");
        assertThat(input()).isEqualTo(new Shape(1, 32, 32));
        assertThat(window.find("misfit")).isEmpty();
    }

    @Test
    void thePictureMenuOffersThemToo() {
        window.click("picture");
        window.await("the choice of pictures", () -> window.find("size-64x64").isPresent());
        window.click("size-64x64");
        window.await("the choice of pictures to go", () -> window.find("crop").isEmpty());
        assertThat(input()).isEqualTo(new Shape(1, 64, 64));
    }
}
