package skipstitch.session;

import static org.assertj.core.api.Assertions.assertThat;
import static skipstitch.onnx.Models.wholes;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.ChangeLayer;
import skipstitch.document.Document;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Ran;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.DataFolder;
import skipstitch.files.documents.ReadDocument;
import skipstitch.files.documents.SkipFile;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.onnx.Models;
import skipstitch.onnx.OnnxOracle;

/** Models of other programs, opened in a window. */
class ImportingTest {
    @TempDir
    Path folder;
    private final Window window = new Window();
    private final Answers answers = new Answers();
    private Session session;

    private Session session() {
        session = new Session(new Runner(window), () -> new EngineStart(PlainEngine.open(), Optional.empty()),
                Origin.of(Presets.first(), BuiltInPicture.FACE.load()), answers, Optional.of(new Keeping(
                        new DataFolder(folder.resolve("data")), Duration.ofMillis(1), Duration.ofHours(1))));
        return session;
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static Path model(String name) {
        try {
            return Path.of(OnnxOracle.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private Notice said() {
        window.until(() -> session.notice().get().isPresent());
        return session.notice().get().orElseThrow();
    }

    private Weights weights(Variant variant) {
        window.until(() -> session.status().get() == Session.Status.IDLE);
        return session.results().get().orElseThrow().lanes().stream()
                .filter(each -> each.lane().variant() == variant).map(Ran::weights).findFirst().orElseThrow();
    }

    @Test
    void aModelIsOpenedWithItsWeightsOnThePictureThatIsThere() {
        session();
        session.show(Shown.ADD);
        session.filing().take(model("torch-resnet.onnx"));
        assertThat(said()).isEqualTo(new Notice(Notice.Kind.INFO,
                "27 layers came in, with 3,317 weights of their own and 4 merges of skips."));
        Document document = session.document().get();
        assertThat(document.network().name()).isEqualTo("torch-resnet");
        assertThat(document.picture().picture().name()).isEqualTo(BuiltInPicture.FACE.load().name());
        assertThat(document.lanes()).containsExactly(Variant.ADD);
        assertThat(session.history().get().hasUnsavedWork()).isFalse();
        assertThat(session.origin().get().file()).as("it is not written back to the model").isEmpty();
        window.until(() -> !session.filing().recent().get().isEmpty());
        assertThat(session.filing().recent().get()).containsExactly(model("torch-resnet.onnx"));
        document.given().byNode().forEach((id, given) ->
                assertThat(weights(Variant.ADD).of(id).key()).as(id.value()).isEqualTo(given.weights().key()));
    }

    @Test
    void whatIsSavedRunsWithTheSameWeightsWhenItIsOpenedAgain() throws Exception {
        session();
        session.filing().open(model("torch-unet.onnx"));
        said();
        Weights before = weights(Variant.CONCAT);
        Path file = folder.resolve("mine.skip.json");
        session.filing().saveTo(file);
        window.until(() -> session.origin().get().file().isPresent());
        assertThat(SkipFile.read(file)).isEqualTo(new ReadDocument.Whole(session.document().get()));
        session.dismissNotice();
        session.open(Presets.first());
        session.filing().open(file);
        window.until(() -> session.document().get().network().name().equals("torch-unet"));
        before.byNode().forEach((id, own) ->
                assertThat(weights(Variant.CONCAT).of(id).key()).as(id.value()).isEqualTo(own.key()));
    }

    @Test
    void whatIsNotSupportedIsNamedBeforeTheRestIsOpened() throws IOException {
        session();
        Path file = Files.write(folder.resolve("odd.onnx"), Models.of(17, 1, 3, 8, 8).op("Relu", List.of("x"), "r")
                .op("HardSwish", List.of("r"), "h").op("MaxPool", List.of("h"), "y", wholes("kernel_shape", 2, 2)).bytes());
        session.filing().take(file);
        Notice asked = said();
        assertThat(asked.text()).isEqualTo("""
                Not all of “odd.onnx” can be drawn.
                HardSwish “h”: Skipstitch has no such layer.
                One more operator reads what these would have given, and is left out with them.""");
        assertThat(session.document().get().network()).isEqualTo(Presets.first().network());
        session.dismissNotice();
        asked.choices().getFirst().act().run();
        assertThat(session.document().get().network().nodes()).extracting(Node::id)
                .containsExactly(NodeId.of("x"), NodeId.of("r"));
    }

    @Test
    void aLayerThatOutgrowsItsWeightsIsNamed() {
        session();
        session.filing().open(model("torch-resnet.onnx"));
        said();
        session.dismissNotice();
        session.edit(new ChangeLayer(NodeId.of("fc"), new Layer.Linear(7, true), Optional.empty()));
        assertThat(said().text()).isEqualTo("The weights that the network came with do not fit “fc” any longer:"
                + " untrained ones stand in.");
        session.dismissNotice();
        session.undo();
        assertThat(session.notice().get()).isEmpty();
        assertThat(weights(Variant.ADD).of(NodeId.of("fc")).key())
                .isEqualTo(session.document().get().given().byNode().get(NodeId.of("fc")).weights().key());
    }

    @Test
    void aDamagedModelIsRefusedAndWhatIsOpenStays() throws IOException {
        session();
        session.filing().open(Files.write(folder.resolve("bad.onnx"), new byte[] {1, 2, 3}));
        assertThat(said().text()).isEqualTo("“bad.onnx” is damaged, or no ONNX model.");
        assertThat(session.document().get().network()).isEqualTo(Presets.first().network());
    }
}
