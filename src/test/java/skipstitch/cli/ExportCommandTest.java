package skipstitch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.code.PyTorchModule;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.files.documents.SkipFile;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.onnx.Agreement;
import skipstitch.onnx.OnnxOracle;
import skipstitch.session.LaneWeights;
import skipstitch.session.Session;
import skipstitch.tensor.Tensor;

/** The written models, run in ONNX Runtime. */
class ExportCommandTest {
    @TempDir
    private Path folder;

    private Path exported(String net, String... options) {
        Path file = folder.resolve("model.onnx");
        String[] line = Stream.concat(Stream.of("export", net, "--onnx", file.toString()), Stream.of(options))
                .toArray(String[]::new);
        assertThat(Typed.of(line)).isEqualTo(new Typed(0, file + "\n", ""));
        return file;
    }

    /** That ONNX Runtime gives what we do; which tensors it gives back. */
    private static Set<NodeId> agrees(Path file, Lane lane, Network drawn, long seed, double knob)
            throws IOException, OrtException {
        Tensor picture = Fitting.toTensor(BuiltInPicture.HOUSE.load(), drawn.inputShape().orElseThrow());
        try (Engine engine = PlainEngine.open();
                OnnxOracle oracle = new OnnxOracle(lane.shapes(), Files.readAllBytes(file));
                Activations activations = engine.run(new Pass(lane.shapes(), new LaneWeights(drawn, seed, engine)
                        .of(lane, knob, Interventions.none(), Progress.NONE), picture), Progress.NONE)) {
            Map<NodeId, Tensor> found = oracle.run(picture);
            found.forEach((id, tensor) -> Agreement.check(activations.tensor(id), tensor, file + ": " + id));
            Set<NodeId> returned = new HashSet<>(found.keySet());
            drawn.nodes().stream().filter(node -> node.layer() instanceof Layer.Input).map(Node::id)
                    .forEach(returned::remove);
            return returned;
        }
    }

    static Stream<Arguments> presetsAndVariants() {
        return Presets.all().stream().flatMap(preset -> Stream.of(Variant.values())
                .map(variant -> Arguments.of(preset.name(), variant)));
    }

    @ParameterizedTest
    @MethodSource("presetsAndVariants")
    void aModelOfAPresetGivesItsOutputs(String name, Variant variant) throws IOException, OrtException {
        Network drawn = network(name);
        Path file = exported(name, "--merge", variant.word());
        assertThat(agrees(file, variant.of(drawn), drawn, Session.SEED, 2)).containsExactlyInAnyOrderElementsOf(
                drawn.outputs().stream().map(Node::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aModelGivesEveryTensorIfAsked(Variant variant) throws IOException, OrtException {
        Network drawn = network("residual-projection");
        Lane lane = variant.of(drawn);
        Path file = exported("residual-projection", "--merge", variant.word(), "--all-tensors", "--seed", "7");
        assertThat(agrees(file, lane, drawn, 7, 2)).isEqualTo(lane.network().nodes().stream()
                .filter(node -> !(node.layer() instanceof Layer.Input)).map(Node::id).collect(Collectors.toSet()));
    }

    @Test
    void theKnobOfAFileIsInTheWeightsAndWhatIsDoneByHandIsNotInTheModel() throws IOException, OrtException {
        Network drawn = network("residual-block");
        Path net = folder.resolve("turned.skip.json");
        SkipFile.write(net, Document.of(drawn, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 3).withKnob(0.5)
                .withInterventions(Interventions.none().with(new Edge(NodeId.of("merge"), 0), new EraseAll())));
        Path file = folder.resolve("turned.onnx");
        Typed typed = Typed.of("export", net.toString(), "--merge", "concat", "--onnx", file.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.errLines()).hasSize(2);
        assertThat(typed.errLines().getFirst()).contains("weights", "the knob at 0.50");
        assertThat(typed.errLines().getLast()).contains("not in the model", "x into merge: erased");
        agrees(file, Variant.CONCAT.of(drawn), drawn, 3, 0.5);
    }

    @Test
    void aNetworkWhoseShapesDoNotFitIsRefusedByItsNode() throws IOException {
        NetworkBuilder net = new NetworkBuilder("misfit");
        NodeId x = net.input(1, 8, 8);
        net.chain("deep", new Layer.Linear(3, true), x);
        refuses(net.build(), "'" + folder.resolve("net.skip.json") + "' cannot be exported", "deep", "vector");
    }

    @Test
    void aPoolThatOnnxCannotExpressIsRefusedByName() throws IOException {
        NetworkBuilder net = new NetworkBuilder("blind");
        net.chain("gaping", new Layer.MaxPool(Window.of(2).padded(2).dilated(3), false), net.input(1, 1, 1));
        refuses(net.build(), "“gaping”", "padding alone");
    }

    @Test
    void anInputAloneIsNoModel() throws IOException {
        NetworkBuilder net = new NetworkBuilder("empty");
        net.input(1, 8, 8);
        refuses(net.build(), "cannot be exported", "a layer behind its input");
    }

    @Test
    void weightsThatNoFileHoldsAreRefusedBeforeTheyAreDrawn() throws IOException {
        NetworkBuilder net = new NetworkBuilder("vast");
        net.chain("vast", new Layer.Linear(60_000, false), net.input(10_000, 1, 1));
        refuses(net.build(), "cannot be exported", "2 GiB");
    }

    @Test
    void aModuleIsWrittenBesideTheModelOrAlone() {
        Path model = folder.resolve("block.onnx");
        Path module = folder.resolve("block.py");
        assertThat(Typed.of("export", "residual-block", "--merge", "add", "--pytorch", module.toString()))
                .isEqualTo(new Typed(0, module + "\n", ""));
        assertThat(module).hasContent(PyTorchModule.of(Variant.ADD.of(network("residual-block"))));
        assertThat(Typed.of("export", "residual-block", "--onnx", model.toString(), "--pytorch", module.toString()))
                .isEqualTo(new Typed(0, model + "\n" + module + "\n", ""));
        Typed neither = Typed.of("export", "residual-block");
        assertThat(neither.code()).isEqualTo(2);
        assertThat(neither.errLines()).singleElement().asString().contains("--onnx", "--pytorch");
    }

    private void refuses(Network network, String... words) throws IOException {
        Path net = folder.resolve("net.skip.json");
        SkipFile.write(net, Document.of(network, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), 1));
        Path file = folder.resolve("net.onnx");
        Typed typed = Typed.of("export", net.toString(), "--onnx", file.toString());
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.errLines()).singleElement().asString().startsWith("skipstitch: ").contains(words);
        assertThat(file).doesNotExist();
    }

    private static Network network(String preset) {
        return Presets.find(preset).map(Preset::network).orElseThrow();
    }
}
