package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Backend;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.MemoEngine;
import skipstitch.network.Shape;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.Session;
import skipstitch.tensor.Tensor;

/** What the window says when the engine cannot do what it should. */
class EngineViewTest {
    @Test
    void plainJavaStandsInForNd4jAndSaysSo() {
        EngineStart start = EngineStart.opening(() -> {
            throw new EngineUnavailable("The native library is not there.");
        });
        try (WindowDriver window = WindowDriver.unsettled(Presets.first(), 1280, 800, () -> start)) {
            window.settle();
            assertThat(window.texts(window.node("notice"))).containsExactly("!",
                    "Plain Java computes instead of ND4J, slower but exact. The native library is not there.",
                    "Dismiss");
            assertThat(window.panels()).hasSize(4);
            assertThat(window.text("engine")).startsWith("plain Java");
            window.press(KeyCode.ESCAPE);
            assertThat(window.find("notice")).isEmpty();
            window.press(KeyCode.C);
            window.settle();
            assertThat(window.find("notice")).as("said once").isEmpty();
        }
    }

    @Test
    void aRunThatIsTooLargeIsRefusedInASentenceAndShapesStay() {
        EngineStart cramped = new EngineStart(new MemoEngine<>(new Cramped()), Optional.empty());
        try (WindowDriver window = WindowDriver.unsettled(Presets.first(), 1280, 800, () -> cramped)) {
            window.await("the notice", () -> window.find("notice").isPresent());
            assertThat(window.texts(window.node("notice"))).hasSize(3).element(1).asString()
                    .startsWith("This run needs 0.4 MB (364,544 bytes) of memory, but 0.0 MB (1,000 bytes) are there.")
                    .contains("The largest layer is", "a smaller input would help");
            assertThat(window.session().status().get()).isEqualTo(Session.Status.FAILED);
            assertThat(window.text("engine")).isEqualTo("Nothing computed");
            assertThat(window.texts(window.node("add:merge"))).containsExactly("Add", "8×32×32");
            assertThat(window.texts(window.node("concat:merge"))).containsExactly("Concat", "16×32×32");
            assertThat(window.panels()).isEmpty();
        }
    }

    /** Has no room for anything. */
    private record Cramped() implements Backend<Tensor> {
        @Override
        public String name() {
            return "cramped";
        }

        @Override
        public Tensor upload(Tensor tensor) {
            throw new AssertionError("Nothing was to be computed");
        }

        @Override
        public Tensor compute(Call call, List<Tensor> inputs) {
            throw new AssertionError("Nothing was to be computed");
        }

        @Override
        public Tensor download(Tensor value, Shape shape) {
            return value;
        }

        @Override
        public void free(Tensor value) {
            // The collector does.
        }

        @Override
        public long availableBytes() {
            return 1000;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
