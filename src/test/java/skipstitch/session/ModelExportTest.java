package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.Document;
import skipstitch.document.TurnKnob;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Ran;
import skipstitch.explain.code.PyTorchModule;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.onnx.Agreement;
import skipstitch.onnx.OnnxOracle;
import skipstitch.tensor.Tensor;

/** Models of what is on the screen, without a window. */
class ModelExportTest {
    @TempDir
    Path folder;
    private final Window window = new Window();
    private final Answers answers = new Answers();
    private final Session session = new Session(new Runner(window),
            () -> new EngineStart(PlainEngine.open(), Optional.empty()),
            Origin.of(Presets.first(), BuiltInPicture.HOUSE.load()), answers, Optional.empty());

    @AfterEach
    void close() {
        session.close();
    }

    private Notice said() {
        window.until(() -> session.notice().get().isPresent());
        return session.notice().get().orElseThrow();
    }

    private void export(Path file) {
        answers.choose(file);
        session.filing().export();
    }

    /** That a model gives what a lane on the screen has. */
    private void agrees(Path file, Variant variant) throws IOException, OrtException {
        window.until(() -> session.status().get() == Session.Status.IDLE);
        Ran ran = session.results().get().orElseThrow().lanes().stream()
                .filter(each -> each.lane().variant() == variant).findFirst().orElseThrow();
        Tensor picture = Fitting.toTensor(BuiltInPicture.HOUSE.load(),
                ran.lane().network().inputShape().orElseThrow());
        try (OnnxOracle oracle = new OnnxOracle(ran.lane().shapes(), Files.readAllBytes(file))) {
            Map<NodeId, Tensor> found = oracle.run(picture);
            assertThat(found).hasSize(2);
            found.forEach((id, tensor) -> Agreement.check(ran.activations().tensor(id), tensor, variant + ": " + id));
        }
    }

    @Test
    void theLaneThatIsShownFirstIsExportedAndNamed() throws IOException, OrtException {
        Path file = folder.resolve("both.onnx");
        export(file);
        assertThat(said()).isEqualTo(new Notice(Notice.Kind.INFO, "Exported the lane “Add” as “both.onnx”."));
        assertThat(answers.suggested()).containsExactly("residual-block.onnx");
        agrees(file, Variant.ADD);
    }

    @Test
    void itTakesTheWeightsThatTheKnobHasMade() throws IOException, OrtException {
        session.show(Shown.CONCAT);
        session.edit(new TurnKnob(0.5, 1));
        Path file = folder.resolve("turned.onnx");
        export(file);
        assertThat(said().text()).contains("“Concat”");
        agrees(file, Variant.CONCAT);
    }

    @Test
    void theLaneThatIsShownFirstIsExportedAsAModule() throws IOException {
        session.show(Shown.CONCAT);
        Path file = folder.resolve("block.py");
        answers.choose(file);
        session.filing().exportCode();
        assertThat(said()).isEqualTo(new Notice(Notice.Kind.INFO, "Exported the lane “Concat” as “block.py”."));
        assertThat(answers.suggested()).containsExactly("residual-block.py");
        assertThat(file).hasContent(PyTorchModule.of(session.comparison().get().lanes().getFirst()));
    }

    @Test
    void aNameWithoutTheEndingGetsItAndReplacesNothingUnasked() throws IOException {
        Path there = Files.writeString(folder.resolve("there.onnx"), "mine");
        export(folder.resolve("there"));
        Notice asked = said();
        assertThat(asked.text()).contains("“there.onnx” already");
        assertThat(there).hasContent("mine");
        session.dismissNotice();
        asked.choices().getFirst().act().run();
        assertThat(said().text()).contains("Exported");
        assertThat(Files.size(there)).isGreaterThan(1000);
    }

    @Test
    void whereItCannotBeWrittenIsSaid() {
        export(folder.resolve("gone").resolve("a.onnx"));
        assertThat(said()).isEqualTo(new Notice(Notice.Kind.ERROR,
                "“a.onnx” was not exported: its folder is not there."));
    }

    @Test
    void aNetworkThatHasNoModelIsRefusedBeforeAFileIsNamed() {
        NetworkBuilder net = new NetworkBuilder("misfit");
        net.chain("deep", new Layer.Linear(3, true), net.input(1, 8, 8));
        session.open(Origin.of(Document.of(net.build(), session.picture().get(), 1), Optional.empty()));
        session.filing().export();
        assertThat(said().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(said().text()).contains("cannot be exported", "deep");
        assertThat(answers.suggested()).isEmpty();
    }

    @Test
    void nothingHappensIfNoFileIsNamed() {
        session.filing().export();
        assertThat(answers.suggested()).hasSize(1);
        assertThat(session.notice().get()).isEmpty();
    }
}
