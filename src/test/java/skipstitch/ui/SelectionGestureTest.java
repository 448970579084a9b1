package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.explain.Inspection.Panel;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Shown;

/** Selecting a node, in whichever lane. */
class SelectionGestureTest {
    private WindowDriver window;

    private static List<String> presets() {
        return Presets.all().stream().map(Preset::name).toList();
    }

    @BeforeEach
    void open() {
        window = WindowDriver.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "concat"})
    void aClickInEitherLaneSelectsInBothAndShowsTheTensorsOfBoth(String lane) {
        window.click(lane + ":conv3");
        window.settle();
        assertThat(window.selectedCards()).containsExactly("add:conv3", "concat:conv3");
        assertThat(window.panels()).containsExactly("in: Add", "in: Concat", "out: Conv 3×3", "out: Conv 3×3");
        assertThat(window.inspection().panels()).extracting(panel -> panel.shape().toString())
                .containsExactly("8×32×32", "16×32×32", "8×32×32", "8×32×32");
        assertThat(window.find("legend")).isPresent();
        window.click(lane + ":merge");
        window.settle();
        assertThat(window.selectedCards()).containsExactly("add:merge", "concat:merge");
        assertThat(window.panels()).hasSize(4).last().isEqualTo("Concat [ x ; F(x) ]");
    }

    @Test
    void whatIsTheSameInBothLanesIsShownOnce() {
        window.click("concat:conv1");
        window.settle();
        assertThat(window.panels()).containsExactly("in: Conv 3×3", "out: Conv 3×3");
        assertThat(window.inspection().panels()).allMatch(panel -> panel.lane().isEmpty());
    }

    @Test
    void leftAndRightWalkTheNodesInOrder() {
        List<String> order = new ArrayList<>(window.cards("add"));
        window.click("concat:input");
        window.settle();
        List<String> walked = new ArrayList<>(List.of(selected()));
        for (int step = 0; step < order.size(); step++) {
            window.press(KeyCode.RIGHT);
            walked.add(selected());
        }
        order.add(order.getLast());
        assertThat(walked).isEqualTo(order);
        window.press(KeyCode.LEFT);
        window.settle();
        assertThat(window.selectedCards()).containsExactly("add:conv3", "concat:conv3");
        assertThat(window.inspection().node()).isEqualTo(NodeId.of("conv3"));
    }

    @Test
    void theSelectionSurvivesAMergeSwitch() {
        window.click("add:relu1");
        window.settle();
        for (KeyCode key : List.of(KeyCode.C, KeyCode.N, KeyCode.A, KeyCode.V)) {
            window.press(key);
            window.settle();
            assertThat(window.selectedCards()).isNotEmpty().allMatch(id -> id.endsWith(":relu1"));
            assertThat(window.panels()).containsExactly("in: Conv 3×3", "out: ReLU");
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyNodeCanBeSelectedAndShowsItsTensors(String name) {
        Preset preset = Presets.find(name).orElseThrow();
        WindowDriver.act(() -> window.session().open(preset));
        window.settle();
        for (Shown shown : Shown.values()) {
            WindowDriver.act(() -> window.session().show(shown));
            for (NodeId id : preset.network().nodes().stream().map(node -> node.id()).toList()) {
                WindowDriver.act(() -> window.session().select(id));
                window.settle();
                assertThat(window.selectedCards()).as("%s %s %s", preset.name(), shown, id)
                        .hasSize(shown.variants().size()).allMatch(card -> card.endsWith(":" + id));
                assertThat(window.panels()).as("%s %s %s", preset.name(), shown, id).isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(window.inspection().panels().stream().map(Panel::title).toList());
                assertThat(window.session().notice().get()).isEmpty();
            }
        }
    }

    private String selected() {
        return WindowDriver.fx(() -> window.session().selection().get().value());
    }
}
