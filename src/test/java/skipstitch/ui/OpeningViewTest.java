package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.network.Lane;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.Session;

/** What the window shows before anybody touches it. */
class OpeningViewTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final List<String> RESIDUAL_BLOCK =
            List.of("input", "conv0", "conv1", "relu1", "conv2", "merge", "conv3", "relu3");

    private static List<String> presets() {
        return Presets.all().stream().map(Preset::name).toList();
    }

    @Test
    void bothLanesTheTensorsOfTheMergeAndItsBillAreThere() {
        try (WindowDriver window = WindowDriver.open()) {
            assertThat(window.cards("add")).isEqualTo(RESIDUAL_BLOCK);
            assertThat(window.cards("concat")).isEqualTo(RESIDUAL_BLOCK);
            assertThat(window.cards("no-skip")).isEmpty();
            assertThat(window.selectedCards()).containsExactly("add:merge", "concat:merge");
            assertThat(window.panels()).containsExactly("skip x", "main F(x)", "Add x + F(x)", "Concat [ x ; F(x) ]");
            assertThat(window.bill("next layer's weights")).containsExactly("576", "576", "1,152");
            assertThat(window.bill("channels out")).containsExactly("8", "8", "16");
            assertThat(window.bill("x recoverable")).containsExactly("no", "no", "exactly");
            assertThat(window.text("reading")).isEqualTo("Point at a map to read its numbers.");
            assertThat(window.text("engine")).startsWith(SharedEngine.start().engine().name());
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyNodeHasItsShapeAndAPicture(String name) {
        Preset preset = Presets.find(name).orElseThrow();
        try (WindowDriver window = WindowDriver.unsettled(preset, WIDTH, HEIGHT, SharedEngine::start)) {
            window.settle();
            for (Lane lane : window.session().comparison().get().lanes()) {
                assertThat(window.cards(lane.variant().word())).containsExactlyInAnyOrderElementsOf(
                        lane.network().nodes().stream().map(node -> node.id().value()).toList());
                lane.network().nodes().forEach(node -> {
                    String id = lane.variant().word() + ":" + node.id();
                    Node card = window.node(id);
                    assertThat(window.texts(card)).as(id).contains(lane.shapes().shape(node.id()).toString());
                    if (!node.mergesSkip()) {
                        assertThat(WindowDriver.fx(() -> WindowDriver.under(card).filter(ImageView.class::isInstance)
                                .map(each -> ((ImageView) each).getImage().getWidth()).toList()))
                                .as("pictures of " + id).singleElement().satisfies(width -> assertThat(width).isGreaterThan(16));
                    }
                });
            }
        }
    }

    @Test
    void shapesAreThereBeforeAnythingIsComputed() throws InterruptedException {
        CountDownLatch mayStart = new CountDownLatch(1);
        try (WindowDriver window = WindowDriver.unsettled(Presets.first(), WIDTH, HEIGHT, () -> startedAfter(mayStart))) {
            window.layOut();
            assertThat(window.session().status().get()).isEqualTo(Session.Status.STARTING);
            assertThat(window.cards("add")).isEqualTo(RESIDUAL_BLOCK);
            assertThat(window.texts(window.node("add:merge"))).containsExactly("Add", "8×32×32");
            assertThat(window.texts(window.node("concat:merge"))).containsExactly("Concat", "16×32×32");
            assertThat(window.panels()).isEmpty();
            assertThat(window.text("engine")).isEqualTo("Starting the engine…");
            assertThat(window.texts(window.view())).contains("The tensors appear here as soon as they are computed.");
            mayStart.countDown();
            window.settle();
            assertThat(window.panels()).hasSize(4);
        }
    }

    private static EngineStart startedAfter(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return SharedEngine.start();
    }
}
