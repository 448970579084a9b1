package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.explain.Provenance;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Shown;

/** What stays where it is, and what goes along, when merge, network, theme or focus is switched. */
class SwitchingTest {
    private static List<Preset> presets() {
        return Presets.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void noNodeMovesWhenTheMergeIsSwitched(Preset preset) {
        try (WindowDriver window = WindowDriver.unsettled(preset, 1600, 1000, SharedEngine::start)) {
            String merge = preset.network().skipMerges().getFirst().id().value();
            window.press(KeyCode.A);
            window.settle();
            Point2D add = corner(window, "add:" + merge);
            window.press(KeyCode.C);
            window.settle();
            assertThat(corner(window, "concat:" + merge)).isEqualTo(add);
            window.press(KeyCode.N);
            window.settle();
            assertThat(corner(window, "no-skip:" + merge)).isEqualTo(add);
        }
    }

    private static Point2D corner(WindowDriver window, String id) {
        Bounds bounds = window.onScene(window.node(id));
        return new Point2D(bounds.getMinX(), bounds.getMinY());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theBillCoversNoTensor(Preset preset) {
        try (WindowDriver window = WindowDriver.unsettled(preset, 1600, 1000, SharedEngine::start)) {
            window.settle();
            Bounds bill = window.onScene(bill(window));
            for (String panel : window.panels()) {
                assertThat(window.onScene(window.node("panel:" + panel)).intersects(bill)).as(panel).isFalse();
            }
        }
    }

    private static Node bill(WindowDriver window) {
        return WindowDriver.fx(() -> WindowDriver.under(window.view())
                .filter(node -> node.getStyleClass().contains("bill-table")).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aProjectorShowsTheMergeWithTheForkOfItsSkip(Preset preset) {
        try (WindowDriver window = WindowDriver.unsettled(preset, 1280, 720, SharedEngine::start)) {
            window.settle();
            Lane lane = window.session().comparison().get().lanes().getFirst();
            NodeId merge = window.session().selection().get();
            NodeId fork = Provenance.of(lane, preset.network(), merge).fork().orElseThrow();
            for (NodeId id : List.of(fork, merge)) {
                Bounds bounds = window.onScene(window.node("add:" + id));
                assertThat(bounds.getMinX()).as(id.value()).isGreaterThanOrEqualTo(0);
                assertThat(bounds.getMaxX()).as(id.value()).isLessThanOrEqualTo(1280);
            }
        }
    }

    @Test
    void onlyTheSelectedMergesSkipIsCalledX() {
        Preset dense = Presets.find("dense-block").orElseThrow();
        try (WindowDriver window = WindowDriver.unsettled(dense, 1600, 1000, SharedEngine::start)) {
            window.press(KeyCode.A);
            WindowDriver.act(() -> window.session().select(dense.network().skipMerges().getLast().id()));
            window.settle();
            assertThat(window.texts(window.view().lanes())).filteredOn(text -> text.startsWith("skip x")).hasSize(1);
        }
    }

    @Test
    void arrowKeysOnTheMergeSwitchSwitchTheLanesToo() {
        try (WindowDriver window = WindowDriver.open()) {
            window.click("show-concat");
            window.press(KeyCode.LEFT);
            window.settle();
            assertThat(window.session().shown().get()).isEqualTo(Shown.ADD);
            assertThat(window.cards("concat")).isEmpty();
        }
    }

    @Test
    void tabReachesEveryControlAndNothingElse() {
        try (WindowDriver window = WindowDriver.open()) {
            Set<String> reached = new LinkedHashSet<>();
            for (int i = 0; i < 30; i++) {
                reached.add(WindowDriver.fx(() -> {
                    Node focused = window.scene().getFocusOwner();
                    return focused.getId() == null ? focused.getStyleClass().toString() : focused.getId();
                }));
                window.press(KeyCode.TAB);
            }
            assertThat(reached).containsExactlyInAnyOrder("presets", "card", "picture", "history", "show-both", "compare-costs",
                    "gradients", "depth-open", "train", "theme",
                    "what-if", "edit", "own-scales", "what-survived", "lanes", "step-first", "step-back", "play", "step-on", "speed",
                    "depth-network", "open:skip x", "open:main F(x)", "open:Add x + F(x)", "open:Concat [ x ; F(x) ]");
        }
    }

    @Test
    void anOpenChoiceOfPicturesChangesItsThemeWithTheWindow() {
        try (WindowDriver window = WindowDriver.open()) {
            window.click("picture");
            Node popover = WindowDriver.fx(() -> window.node("crop").getScene().getRoot());
            assertThat(WindowDriver.fx(() -> classes(popover))).contains("light").doesNotContain("dark");
            WindowDriver.act(window.view()::switchTheme);
            assertThat(WindowDriver.fx(() -> classes(popover))).contains("dark").doesNotContain("light");
        }
    }

    private static List<String> classes(Node root) {
        return WindowDriver.under(root).flatMap(node -> node.getStyleClass().stream()).toList();
    }
}
