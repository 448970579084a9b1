package skipstitch.training.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

class TaskFitTest {

    private static TaskFit.Fits fits(Task task, Network network) {
        TaskFit fit = task.fit(network);
        assertThat(fit).isInstanceOf(TaskFit.Fits.class);
        return (TaskFit.Fits) fit;
    }

    private static String refusal(Task task, Network network) {
        TaskFit fit = task.fit(network);
        assertThat(fit).isInstanceOf(TaskFit.Refused.class);
        return ((TaskFit.Refused) fit).why();
    }

    private static Network preset(String name) {
        return Presets.find(name).map(Preset::network).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"SEGMENTATION, small-unet", "SEGMENTATION, mini-unet", "SEGMENTATION, mini-segnet",
        "SEGMENTATION, mini-fcn", "SEGMENTATION, mini-linknet", "TEXTURES, small-resnet", "TEXTURES, small-densenet"})
    void theSmallNetworksFitAsTheyAre(Task task, String name) {
        TaskFit.Fits fits = fits(task, preset(name));
        assertThat(fits.network()).isEqualTo(preset(name));
        assertThat(fits.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CELLS, small-unet", "DENOISING, small-unet", "CELLS, mini-segnet", "CELLS, mini-fcn",
        "TEXTURES, resnet-20", "SEGMENTATION, dense-block"})
    void aLastLayerThatGivesScoresGetsAnotherWidthAndNothingElseChanges(Task task, String name) {
        Network drawn = preset(name);
        TaskFit.Fits fits = fits(task, drawn);
        Shape wanted = task.output(drawn.inputShape().orElseThrow());
        assertThat(Shapes.of(fits.network()).shape(fits.output())).isEqualTo(wanted);
        assertThat(fits.changes()).singleElement().asString().contains(wanted.channels() + " channels");
        assertThat(fits.network().nodes()).hasSameSizeAs(drawn.nodes());
        assertThat(fits.network().nodes().stream().filter(node -> !node.equals(drawn.node(node.id())))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SEGMENTATION, residual-block, 1", "SEGMENTATION, encoder-decoder, 1", "TEXTURES, residual-block, 2",
        "TEXTURES, residual-projection, 2", "TEXTURES, mini-unet, 2"})
    void featuresGetALayerBehindThem(Task task, String name, int more) {
        Network drawn = preset(name);
        TaskFit.Fits fits = fits(task, drawn);
        assertThat(Shapes.of(fits.network()).shape(fits.output()))
                .isEqualTo(task.output(drawn.inputShape().orElseThrow()));
        assertThat(fits.network().nodes()).hasSize(drawn.nodes().size() + more).containsAll(drawn.nodes());
        assertThat(fits.changes()).hasSize(more);
    }

    @Test
    void aSoftmaxAtTheEndIsTakenOff() {
        NetworkBuilder net = new NetworkBuilder("soft");
        NodeId scores = net.chain("scores", Conv.same(4, 1), net.input(1, 16, 16));
        net.chain("soft", new Layer.Softmax(), scores);
        TaskFit.Fits fits = fits(Task.SEGMENTATION, net.build());
        assertThat(fits.output()).isEqualTo(scores);
        assertThat(fits.network().has(NodeId.of("soft"))).isFalse();
        assertThat(fits.changes()).singleElement().asString().contains("Softmax", "taken off");
    }

    @Test
    void whatCannotBeTrainedIsRefusedInASentence() {
        assertThat(refusal(Task.SEGMENTATION, preset("small-resnet"))).contains("4×1×1", "4×32×32");
        assertThat(refusal(Task.DENOISING, preset("residual-projection"))).contains("1×32×32", "16×16");
        assertThat(refusal(Task.SEGMENTATION, preset("unet"))).contains("3×256×256", "16 to 128");
        assertThat(refusal(Task.TEXTURES, preset("fpn-resnet50"))).contains("4 outputs");
        assertThat(refusal(Task.CELLS, preset("mini-unet").withInputShape(new Shape(2, 64, 64)))).contains("1 channel");
        assertThat(refusal(Task.CELLS, preset("mini-unet").withInputShape(new Shape(1, 60, 60))))
                .contains("not all shapes");
        assertThat(refusal(Task.CELLS, new Network("empty", List.of()))).contains("0 inputs");
        NetworkBuilder net = new NetworkBuilder("bare");
        net.input(1, 16, 16);
        assertThat(refusal(Task.DENOISING, net.build())).contains("no layer");
    }

    @Test
    void aHeadGetsAnIdOfItsOwn() {
        NetworkBuilder net = new NetworkBuilder("headed");
        net.chain("head", new Layer.Relu(), net.input(1, 16, 16));
        assertThat(fits(Task.CELLS, net.build()).output()).isEqualTo(NodeId.of("head2"));
    }
}
