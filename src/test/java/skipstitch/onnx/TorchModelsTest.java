package skipstitch.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.engine.Engine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.files.onnx.reading.ModelFile;
import skipstitch.files.onnx.reading.ReadModel;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** Models that PyTorch 1.13 exported; {@code models.py} beside them says of what. */
class TorchModelsTest {

    private static Path file(String name) {
        try {
            return Path.of(TorchModelsTest.class.getResource(name + ".onnx").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static ReadModel read(String name) throws Exception {
        return ModelFile.read(file(name));
    }

    private static List<String> skips(ReadModel read) {
        return read.network().skipMerges().stream().map(merge -> merge.layer().op() + " "
                + merge.inlets(Inlet.Role.SKIP).stream().map(Inlet::source).toList() + " + "
                + merge.inlets(Inlet.Role.MAIN).stream().map(Inlet::source).toList()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch-unet", "torch-resnet", "torch-resnet-with-norms", "torch-option-a", "torch-odds",
        "torch-odds-16"})
    void whatIsReadGivesWhatOnnxRuntimeGives(String name) throws Exception {
        try (Engine engine = PlainEngine.open()) {
            ForeignModel.check(file(name), engine, 1e-4);
        }
    }

    @Test
    void theSkipsOfAResidualNetworkAreItsShortcuts() throws Exception {
        assertThat(skips(read("torch-resnet"))).containsExactly(
                "add [maxpool] + [layer1.0.conv2]", "add [layer1.0.relu_1] + [layer1.1.conv2]",
                "add [layer2.0.downsample.0] + [layer2.0.conv2]", "add [layer2.0.relu_1] + [layer2.1.conv2]");
    }

    @Test
    void theSkipsOfAUNetGoFromEncoderToDecoder() throws Exception {
        assertThat(skips(read("torch-unet"))).containsExactly(
                "concat [down2.5] + [up2.pad]", "concat [down1.5] + [up1.up]");
    }

    @Test
    void aShortcutWithoutParametersIsFound() throws Exception {
        assertThat(skips(read("torch-option-a"))).containsExactly("add [pad] + [conv2]");
        assertThat(read("torch-option-a").network().nodes()).extracting(Node::layer)
                .contains(new Layer.Subsample(2), new Layer.ZeroPadChannels(1, 2));
    }

    @Test
    void groupsAreTheModulesThatHoldMoreThanOneLayer() throws Exception {
        assertThat(read("torch-resnet").network().nodes()).extracting(node -> node.id() + " in " + node.group())
                .contains("conv1 in ", "layer1.0.conv1 in layer1/0", "layer2.0.downsample.0 in layer2/0", "fc in ");
    }

    @Test
    void normsThatAreKeptStayNorms() throws Exception {
        assertThat(read("torch-resnet-with-norms").network().node(NodeId.of("bn1")).layer())
                .isEqualTo(new Layer.BatchNorm(1e-5f));
    }
}
