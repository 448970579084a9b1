package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Card;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** The menu of networks. */
class PresetsGestureTest {
    @Test
    void eachPresetOpensWithItsFirstMergeSelected() {
        try (WindowDriver window = WindowDriver.open()) {
            List<Preset> presets = new ArrayList<>(Presets.all().reversed());
            presets.add(Presets.all().getLast());
            for (Preset preset : presets) {
                window.click("presets");
                window.await("the menu", ((MenuButton) window.node("presets"))::isShowing);
                assertThat(window.menuItems()).containsSubsequence(Presets.all().stream().map(Preset::title).toList());
                window.clickMenuItem(preset.title());
                window.await(preset.title(), () -> window.session().origin().get().title().equals(preset.title()));
                window.settle();

                NodeId merge = preset.network().skipMerges().getFirst().id();
                assertThat(window.text("presets")).isEqualTo(preset.title());
                assertThat(window.selectedCards()).containsExactly("add:" + merge, "concat:" + merge);
                for (Lane lane : window.session().comparison().get().lanes()) {
                    assertThat(window.cards(lane.variant().word())).containsExactlyInAnyOrderElementsOf(
                            lane.network().nodes().stream().map(node -> node.id().value()).toList());
                }
                Lane concat = window.session().comparison().get().lanes().getLast();
                assertThat(window.bill("channels out")).last()
                        .isEqualTo(Integer.toString(concat.shapes().shape(merge).channels()));
                assertThat(window.panels()).last().asString().startsWith("Concat [");
            }
        }
    }

    @Test
    void aPublishedNetworkIsInItsGroupAndHasACard() {
        try (WindowDriver window = WindowDriver.open(1280, 720)) {
            window.click("card");
            assertThat(window.texts(window.node("card-content"))).contains("Residual block", "Merges", "Often wrong");
            window.press(KeyCode.ESCAPE);
            window.await("the card to close", () -> window.find("card-content").isEmpty());
            window.click("presets");
            window.await("the menu", ((MenuButton) window.node("presets"))::isShowing);
            window.clickMenuItem("No skip is merged");
            window.await("the group", () -> window.menuItems().contains("Mini SegNet"));
            window.clickMenuItem("Mini SegNet");
            window.await("the network", () -> window.session().title().equals("Mini SegNet"));
            window.settle();
            assertThat(window.session().comparison().get().drawn().nodes().stream().map(Node::layer))
                    .noneMatch(Layer.Concat.class::isInstance);
            window.click("card");
            assertThat(window.texts(window.node("card-content"))).contains("Mini SegNet", Card.UNTRAINED);
        }
    }

    @Test
    void aNetworkIsShownTrainedAndUntrainedAgain() {
        try (WindowDriver window = WindowDriver.open(1280, 720)) {
            NodeId conv = NodeId.of("conv1");
            window.settle();
            float[] untrained = values(window, conv);
            assertThat(window.texts(window.node("lanes"))).contains("random weights");
            window.click("card");
            window.click("show-trained");
            assertThat(window.texts(window.node("card-content"))).doesNotContain(Card.UNTRAINED);
            window.settle();
            assertThat(values(window, conv)).isNotEqualTo(untrained);
            assertThat(window.texts(window.node("lanes"))).doesNotContain("random weights");
            window.press(KeyCode.ESCAPE);
            window.await("the card to close", () -> window.find("card-content").isEmpty());
            window.pressCommand(KeyCode.Z);
            window.settle();
            assertThat(values(window, conv)).isEqualTo(untrained);
        }
    }

    private static float[] values(WindowDriver window, NodeId id) {
        return window.session().results().get().orElseThrow().lanes().getFirst().activations().tensor(id).values();
    }
}
