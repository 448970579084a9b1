package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.session.Shown;

/** Of a network that is larger than the window, views are built where one looks. */
class LargeNetworkGestureTest {
    private static final int BLOCKS = 100;

    private WindowDriver window;

    private static Network chain() {
        NetworkBuilder net = new NetworkBuilder("chain");
        NodeId x = net.input(1, 8, 8);
        for (int block = 0; block < BLOCKS; block++) {
            NodeId conv = net.chain("conv" + block, Layer.Conv.same(2, 3), x);
            NodeId relu = net.chain("relu" + block, new Layer.Relu(), conv);
            x = block == 0 ? relu : net.merge("merge" + block, new Layer.Add(), x, relu);
        }
        return net.build();
    }

    @BeforeEach
    void open() {
        window = WindowDriver.open(new Preset("chain", "Chain", "", chain()), 1280, 720);
        WindowDriver.act(() -> window.session().show(Shown.ADD));
        window.settle();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean isBuilt(String node) {
        return window.find("add:" + node).isPresent();
    }

    @Test
    void onlyWhatIsNearTheViewIsBuiltAndPanningBuildsMore() {
        List<String> first = window.cards("add").stream().filter(id -> !id.startsWith("edge:")).toList();
        assertThat(first).contains("merge1", "conv1", "relu1").hasSizeLessThan(60);
        assertThat(isBuilt("relu90")).isFalse();
        WindowDriver.act(() -> window.session().select(NodeId.of("relu90")));
        window.settle();
        assertThat(isBuilt("relu90")).isTrue();
        assertThat(isBuilt("conv90")).isTrue();
        assertThat(isBuilt("merge1")).isFalse();
        assertThat(window.texts(window.node("add:relu90"))).contains("2×8×8");
        assertThat(window.selectedCards()).contains("add:relu90");
        double before = window.onScene(window.node("add:relu90")).getMinX();
        WindowDriver.act(() -> window.view().lanes().pan(300, 0));
        assertThat(window.onScene(window.node("add:relu90")).getMinX()).isGreaterThan(before + 290);
        assertThat(isBuilt("conv89")).isTrue();
    }

    @Test
    void zoomedFarOutEverythingInViewIsBuilt() {
        for (int i = 0; i < 8; i++) {
            window.pressCommand(KeyCode.MINUS);
        }
        double right = window.onScene(window.view().lanes()).getMaxX();
        var boxes = WindowDriver.fx(() -> window.session().comparison().get().layout().boxes());
        var camera = window.onScene(window.node("add:input"));
        double zoom = WindowDriver.fx(() -> window.node("add:input").getLocalToSceneTransform().getMxx());
        double origin = camera.getMinX() - boxes.get(NodeId.of("input")).left() * zoom;
        boxes.forEach((id, box) -> {
            if (origin + box.right() * zoom > 0 && origin + box.left() * zoom < right) {
                assertThat(isBuilt(id.value())).as(id.value()).isTrue();
            }
        });
    }

    @Test
    void theMapLeadsToTheOtherEnd() {
        var map = window.onScene(window.node("minimap"));
        window.clickAt(new Point2D(map.getMaxX() - 6, map.getCenterY()));
        window.layOut();
        assertThat(isBuilt("relu" + (BLOCKS - 1))).isTrue();
        assertThat(isBuilt("conv1")).isFalse();
        assertThat(window.selectedCards()).isEmpty();
        window.pressCommand(KeyCode.DIGIT0);
        window.layOut();
        assertThat(isBuilt("merge1")).isTrue();
    }
}
