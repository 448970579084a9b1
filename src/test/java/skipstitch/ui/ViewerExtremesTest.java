package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import skipstitch.explain.Closeup;
import skipstitch.network.Layer;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.tensor.ColourMap;

/** Tensors of unusual sizes and values in the viewer. */
class ViewerExtremesTest {

    private static Preset preset(int channels, int side) {
        NetworkBuilder net = new NetworkBuilder("wide");
        NodeId x = net.chain("conv", Layer.Conv.same(channels, 3), net.input(1, side, side));
        net.merge("merge", new Layer.Add(), x, net.chain("relu", new Layer.Relu(), x));
        return new Preset("wide", "Wide", "", net.build());
    }

    private static Closeup open(WindowDriver window, String node) {
        WindowDriver.act(() -> window.session().viewing().open(NodeId.of(node)));
        window.await(node, () -> window.session().viewing().closeup().get().isPresent());
        window.layOut();
        return WindowDriver.fx(() -> window.session().viewing().closeup().get().orElseThrow());
    }

    private static void walk(WindowDriver window) {
        for (KeyCode key : new KeyCode[] {KeyCode.RIGHT, KeyCode.DOWN, KeyCode.END, KeyCode.UP, KeyCode.EQUALS, KeyCode.PAGE_UP,
                KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS, KeyCode.PAGE_DOWN, KeyCode.HOME, KeyCode.X, KeyCode.DIGIT0}) {
            window.press(key);
            window.layOut();
        }
        window.press(KeyCode.CONTROL, KeyCode.DOWN);
        window.layOut();
        assertThat(window.text("cell-reading")).startsWith("channel 0 (");
    }

    @Test
    void manyChannelsOfOneValueAndOneChannelAlone() {
        try (WindowDriver window = WindowDriver.open(preset(2048, 1), 1280, 720)) {
            assertThat(open(window, "merge").tensor().shape()).isEqualTo(new Shape(2048, 1, 1));
            walk(window);
            window.press(KeyCode.END);
            window.layOut();
            assertThat(window.text("channel-title")).startsWith("Channel 2047 of 2048");
        }
        try (WindowDriver window = WindowDriver.open(preset(1, 40), 1280, 720)) {
            assertThat(open(window, "conv").tensor().shape()).isEqualTo(new Shape(1, 40, 40));
            walk(window);
        }
    }

    @Test
    void whatIsNoNumberIsCountedAndHasItsColour() {
        Map<Integer, Float> odd = Map.of(0, Float.NaN, 5, Float.NaN, 40, Float.POSITIVE_INFINITY);
        EngineStart engine = new EngineStart(new AlteredEngine(SharedEngine.start().engine(), NodeId.of("conv2"), odd),
                Optional.empty());
        try (WindowDriver window = WindowDriver.unsettled(Presets.first(), 1280, 800, () -> engine)) {
            window.settle();
            open(window, "conv2");
            assertThat(window.texts(window.node("map-own"))).anyMatch(text -> text.startsWith("2 NaN, 1 infinite, min "));
            window.press(KeyCode.CONTROL, KeyCode.LEFT);
            for (int i = 0; i < 20; i++) {
                window.press(KeyCode.CONTROL, KeyCode.LEFT);
                window.press(KeyCode.CONTROL, KeyCode.UP);
            }
            window.layOut();
            assertThat(window.text("cell-reading")).isEqualTo("channel 0 (0, 0)   NaN");
            var mark = WindowDriver.fx(() -> window.node("map-own").localToScene(window.marks(window.node("map-own")).getFirst()));
            assertThat(WindowDriver.argb(window.snapshot(), mark)).isEqualTo(ColourMap.NAN_ARGB);
        }
    }
}
