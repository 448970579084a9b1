package skipstitch.files.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import skipstitch.document.AppendLayer;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Document;
import skipstitch.document.Picture;
import skipstitch.document.Viewpoint;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.PictureFile;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** What is written comes back. */
class SkipFileTest {
    private static final int DOCUMENTS = 3_000;
    @TempDir
    Path folder;

    static Document document(Network network) {
        return Document.of(network, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 1);
    }

    static ReadDocument reread(String text) throws UnreadableDocument {
        return SkipFile.read(text.getBytes(StandardCharsets.UTF_8), "it.skip.json");
    }

    @Test
    void everyDocumentComesBackAsItWasWritten() throws UnreadableDocument {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Document document = new RandomDocuments(new Random(seed)).next();
            String text = DocumentWriting.text(document);
            try {
                assertThat(reread(text)).isEqualTo(new ReadDocument.Whole(document));
            } catch (AssertionError | RuntimeException failure) {
                fail("seed " + seed + ": " + failure.getMessage() + "\n" + text, failure);
            }
            assertThat(DocumentWriting.text(reread(text).document())).as("seed %s", seed).isEqualTo(text);
        }
    }

    @Test
    void everyPresetComesBackThroughAFile() throws IOException, UnreadableDocument {
        for (Preset preset : Presets.everything()) {
            Path file = folder.resolve(preset.name() + SkipFile.ENDING);
            SkipFile.write(file, document(preset.network()));
            assertThat(SkipFile.read(file)).isEqualTo(new ReadDocument.Whole(document(preset.network())));
        }
    }

    @Test
    void everyKindOfLayerComesBackWithEverySetting() throws UnreadableDocument {
        Padding sides = new Padding(1, 2, 3, 4);
        Size tall = new Size(5, 3);
        Window window = new Window(tall, new Size(2, 1), sides, new Size(1, 4));
        List<Layer> layers = List.of(new Layer.Input(new Shape(1, 2, 3)), new Layer.Conv(7, window, 3, true),
                new Layer.TransposedConv(7, tall, tall, sides, new Size(0, 1), true), new Layer.MaxPool(window, true),
                new Layer.AveragePool(window, true, false), new Layer.GlobalAveragePool(), new Layer.MaxUnpool(),
                new Layer.Upsample(3, Layer.Interpolation.BILINEAR), new Layer.Relu(), new Layer.Relu6(),
                new Layer.LeakyRelu(0.1f), new Layer.Sigmoid(), new Layer.Softmax(), new Layer.BatchNorm(1e-3f),
                new Layer.Dropout(0.3f), new Layer.Linear(9, true), new Layer.Flatten(), new Layer.Add(),
                new Layer.Concat(), new Layer.Multiply(), new Layer.Gate(), new Layer.Scale(0.25f),
                new Layer.Crop(sides), new Layer.ZeroPad(sides), new Layer.ZeroPadChannels(2, 3),
                new Layer.Subsample(2), new Layer.Identity());
        Set<Class<?>> kinds = new HashSet<>();
        for (Layer layer : layers) {
            kinds.add(layer.getClass());
            assertThat(LayerReading.OPS).contains(layer.op());
            Node node = new Node(NodeId.of("it"), "", "", layer, List.of());
            Document document = document(new Network("one", List.of(node)));
            assertThat(reread(DocumentWriting.text(document))).isEqualTo(new ReadDocument.Whole(document));
        }
        assertThat(kinds).containsAll(Layer.kinds());
        assertThat(LayerReading.OPS).hasSize(layers.size());
    }

    @Test
    void aFileIsSmallAndANodeIsALine() {
        assertThat(DocumentWriting.text(document(Presets.first().network()))).isEqualTo("""
                {
                  "skipstitch": 1,
                  "network": "residual-block",
                  "nodes": [
                    {"id": "input", "op": "input", "shape": [1, 32, 32]},
                    {"id": "conv0", "op": "conv", "from": "input", "filters": 8, "kernel": 3, "padding": 1},
                    {"id": "conv1", "op": "conv", "from": "conv0", "filters": 8, "kernel": 3, "padding": 1},
                    {"id": "relu1", "op": "relu", "from": "conv1"},
                    {"id": "conv2", "op": "conv", "from": "relu1", "filters": 8, "kernel": 3, "padding": 1},
                    {"id": "merge", "op": "add", "from": [{"skip": "conv0"}, "conv2"]},
                    {"id": "conv3", "op": "conv", "from": "merge", "filters": 8, "kernel": 3, "padding": 1},
                    {"id": "relu3", "op": "relu", "from": "conv3"}
                  ],
                  "lanes": ["add", "concat"],
                  "selected": ["merge"],
                  "seed": 1,
                  "made": 8,
                  "picture": "house"
                }
                """);
    }

    @Test
    void nodesCanBeMadeHoweverManyTheFileSaysWereMade() throws UnreadableDocument {
        for (String made : List.of("2000000000", "2147483647")) {
            Document read = reread("{\"skipstitch\": 1, \"made\": " + made
                    + ", \"nodes\": [{\"id\": \"x\", \"op\": \"input\", \"shape\": [1, 4, 4]}]}").document();
            Document after = new AppendLayer(new Layer.Relu(), NodeId.of("x")).apply(read);
            assertThat(after.network().nodes()).as(made).hasSize(2);
            assertThat(after.made()).as(made).isPositive();
        }
    }

    @Test
    void theEndOfTheLargestNetworkCanBeLookedAt() throws UnreadableDocument {
        Document far = document(Presets.first().network()).withView(Optional.of(new Viewpoint(0.5, 3e6, 0)));
        assertThat(reread(DocumentWriting.text(far))).isEqualTo(new ReadDocument.Whole(far));
    }

    @Test
    void moreNodesThanCanBeOpenedAreNotSaved() {
        Network network = new Network("large", IntStream.rangeClosed(0, 10_000).mapToObj(i ->
                new Node(NodeId.of("n" + i), "", "", new Layer.Relu(), List.of())).toList());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SkipFile.write(folder.resolve("large.skip.json"), document(network)))
                .withMessageContaining("10,000");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProtectedFileIsNotWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("it.skip.json"), "mine");
        assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "root may write everything");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SkipFile.write(file, document(Presets.first().network())));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aPictureThatIsTooLargeIsStoredSmallerWithTheSamePartSeen() throws Exception {
        Random random = new Random(3);
        Picture large = Picture.ofEach("large", 301, 200, (_, _) -> random.nextInt() | 255 << 24);
        ChosenPicture chosen = new ChosenPicture(large, Optional.of(new CropBox(30.1, 20, 270.9, 180)));
        EmbeddedPicture stored = EmbeddedPicture.of(chosen, 20_000);
        Picture small = PictureFile.read(Base64.getDecoder().decode(stored.base64()), "small");
        assertThat(small).hasToString("small, 76×50");
        assertThat(small.at(10, 20)).isEqualTo(large.at(40, 80));
        CropBox box = stored.crop().orElseThrow();
        assertThat(box.isWithin(small)).isTrue();
        assertThat(box.x() / small.width()).isCloseTo(0.1, within(1e-9));
        assertThat(box.height() / small.height()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void whatMayBeLeftOutMayBeLeftOut() throws UnreadableDocument {
        ReadDocument opened = reread("""
                {"skipstitch": 1, "nodes": [{"id": "input", "op": "input", "shape": [1, 8, 8]},
                 {"id": "merge", "op": "add", "from": [{"skip": "input"}, "input"]}]}
                """);
        assertThat(opened.problems()).isEmpty();
        assertThat(opened.document()).isEqualTo(document(opened.document().network()));
    }
}
