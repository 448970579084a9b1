package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;
import skipstitch.explain.Inspection.Panel;
import skipstitch.document.RenameNode;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.NodeId;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.Origin;
import skipstitch.session.Runner;
import skipstitch.session.Session;
import skipstitch.session.Shown;
import skipstitch.session.Spot;

/** What fits into windows of all sizes; they need not be shown for that. */
class LayoutViewTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final double LEAST_FONT = 16;
    private static final double LEAST_MAP = 16;
    private static final List<int[]> SIZES = List.of(
            new int[] {1280, 720}, new int[] {1366, 768}, new int[] {1920, 1080}, new int[] {3840, 2160});

    private Session session;
    private MainView view;

    private static Stream<Arguments> sizesAndPresets() {
        return SIZES.stream().flatMap(size -> Presets.all().stream()
                .map(preset -> Arguments.of(size[0], size[1], preset.name())));
    }

    @AfterEach
    void close() {
        WindowDriver.act(session::close);
    }

    @ParameterizedTest
    @MethodSource("sizesAndPresets")
    void everythingFitsInEveryMergeAndTheme(int width, int height, String name) {
        WindowDriver.startToolkit();
        Preset preset = Presets.find(name).orElseThrow();
        Settled settled = WindowDriver.fx(() -> {
            Theme.loadFonts();
            session = new Session(new Runner(Platform::runLater), SharedEngine::start,
                    Origin.of(preset, BuiltInPicture.HOUSE.load()));
            view = new MainView(session, Theme.LIGHT);
            new Scene(view, width, height);
            view.resize(width, height);
            return new Settled(session);
        });
        for (Shown shown : Shown.values()) {
            WindowDriver.act(() -> session.show(shown));
            settle(settled);
            for (skipstitch.network.Node node : preset.network().nodes()) {
                if (node.mergesSkip() || shown == Shown.BOTH && width == SIZES.getFirst()[0]) {
                    WindowDriver.act(() -> session.select(node.id()));
                    settle(settled);
                    for (Theme theme : node.mergesSkip() ? Theme.values() : new Theme[] {Theme.LIGHT}) {
                        WindowDriver.act(() -> {
                            layOut(theme);
                            check(String.join(" ", name, shown.name(), theme.name(), node.id().value()), width);
                        });
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void theOpenDrawerLeavesRoomForAllInBothThemes(int width, int height, String name) {
        WindowDriver.startToolkit();
        Preset preset = Presets.find(name).orElseThrow();
        Settled settled = WindowDriver.fx(() -> {
            Theme.loadFonts();
            session = new Session(new Runner(Platform::runLater), SharedEngine::start,
                    Origin.of(preset, BuiltInPicture.HOUSE.load()));
            view = new MainView(session, Theme.LIGHT);
            new Scene(view, width, height);
            view.resize(width, height);
            view.drawer().openProperty().set(true);
            // The mark of unsaved work makes the bar's longest name longer.
            session.edit(new RenameNode(preset.network().nodes().getLast().id(), "y"));
            return new Settled(session);
        });
        for (skipstitch.network.Node node : preset.network().nodes()) {
            WindowDriver.act(() -> session.select(node.id()));
            settle(settled);
            for (Theme theme : Theme.values()) {
                WindowDriver.act(() -> {
                    layOut(theme);
                    String what = String.join(" ", name, theme.name(), node.id().value());
                    WindowDriver.under(view).filter(Labeled.class::isInstance).map(Labeled.class::cast)
                            .forEach(label -> assertWhole(label, what));
                    checkBar(what, width);
                    checkDrawer(what);
                    checkTensors(what);
                });
            }
        }
    }

    private static Stream<Arguments> drawn() {
        return Stream.of(new int[] {1180, 720}, new int[] {1280, 720}, new int[] {1920, 1080}).flatMap(size ->
                Presets.all().stream().map(preset -> Arguments.of(size[0], size[1], preset.name())));
    }

    private void checkDrawer(String what) {
        Region drawer = view.drawer();
        Bounds room = inScene(drawer);
        assertThat(room.getMaxX()).as(what + ": drawer").isLessThanOrEqualTo(view.getWidth());
        List<Node> parts = Stream.of("palette", "properties").flatMap(style -> styled(drawer, style).stream()).toList();
        assertThat(parts).as(what).hasSize(2);
        parts.forEach(part -> assertThat(room.contains(inset(inScene(part))))
                .as("%s: %s %s within %s", what, name(part),
                inScene(part), room).isTrue());
        for (Node button : styled(drawer, "button")) {
            assertThat(room.contains(inset(inScene(button))))
                    .as("%s: %s within the drawer", what, name(button)).isTrue();
        }
    }

    private void layOut(Theme theme) {
        view.show(theme);
        pointAtLastValue();
        for (int pass = 0; pass < 2; pass++) {
            view.applyCss();
            view.layout();
        }
    }

    private void settle(Settled settled) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WindowDriver.fx(settled::isSo));
        } catch (TimeoutException e) {
            throw new AssertionError("Not settled", e);
        }
    }

    /** The longest reading there is. */
    private void pointAtLastValue() {
        Panel panel = session.inspection().get().orElseThrow().panels().getLast();
        session.pointed().set(Optional.of(new Spot.InPanel(panel, panel.shape().channels() - 1,
                panel.shape().height() - 1, panel.shape().width() - 1)));
    }

    private void check(String what, int width) {
        WindowDriver.under(view).filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .forEach(label -> assertWhole(label, what));
        checkBar(what, width);
        checkTensors(what);
        checkLanes(what);
    }

    private static void assertWhole(Labeled label, String what) {
        String as = what + ": '" + label.getText() + "' " + label.getStyleClass();
        Text drawn = (Text) label.lookup(".text");
        if (drawn != null && label.getText() != null && !label.getText().isEmpty() && !label.isWrapText()) {
            assertThat(drawn.getText()).as(as).isEqualTo(label.getText());
            assertThat(label.getWidth()).as(as + " width").isGreaterThanOrEqualTo(label.prefWidth(-1) - 0.5);
        }
    }

    private void checkBar(String what, int width) {
        double right = 0;
        for (Node child : ((Region) styled(view, "top-bar").getFirst()).getChildrenUnmodifiable().stream()
                .filter(Node::isManaged).toList()) {
            Bounds bounds = child.getBoundsInParent();
            assertThat(bounds.getMinX()).as(what + " bar: " + child).isGreaterThanOrEqualTo(right - 2);
            right = bounds.getMaxX();
            assertThat(((Region) child).getWidth()).as(what + " bar: " + child)
                    .isGreaterThanOrEqualTo(((Region) child).prefWidth(-1) - 0.5);
        }
        assertThat(right).as(what + " bar").isLessThanOrEqualTo(width);
    }

    private void checkTensors(String what) {
        Region tensors = (Region) styled(view, "tensors").getFirst();
        List<Node> parts = new ArrayList<>(WindowDriver.under(tensors)
                .filter(node -> node.getId() != null && node.getId().startsWith("panel:")).toList());
        assertThat(parts).as(what).hasSize(session.inspection().get().orElseThrow().panels().size());
        parts.addAll(styled(tensors, "bill"));
        parts.addAll(styled(tensors, "legend"));
        Bounds room = tensors.localToScene(tensors.getLayoutBounds());
        for (int i = 0; i < parts.size(); i++) {
            Bounds bounds = inScene(parts.get(i));
            assertThat(room.contains(inset(bounds)))
                    .as("%s: %s %s within %s", what, name(parts.get(i)), bounds, room).isTrue();
            for (int j = i + 1; j < parts.size(); j++) {
                assertThat(inset(bounds).intersects(inset(inScene(parts.get(j)))))
                        .as("%s: %s %s over %s %s", what, name(parts.get(i)), bounds, name(parts.get(j)),
                                inScene(parts.get(j)))
                        .isFalse();
            }
        }
        assertThat(mapWidth(tensors)).as(what + ": width of a map").isGreaterThanOrEqualTo(LEAST_MAP);
    }

    /** From the marks of two values in one map. */
    private double mapWidth(Region tensors) {
        Panel panel = session.inspection().get().orElseThrow().panels().getFirst();
        Node first = WindowDriver.under(tensors).filter(node -> ("panel:" + panel.title()).equals(node.getId()))
                .findFirst().orElseThrow();
        int last = panel.shape().width() - 1;
        session.pointed().set(Optional.of(new Spot.InPanel(panel, 0, 0, 0)));
        double left = WindowDriver.marksOf(first).getFirst().getX();
        session.pointed().set(Optional.of(new Spot.InPanel(panel, 0, 0, last)));
        return (WindowDriver.marksOf(first).getFirst().getX() - left) * (last + 1) / last;
    }

    private void checkLanes(String what) {
        Map<String, Double> x = new HashMap<>();
        List<Node> lanes = styled(view, "lane");
        assertThat(lanes).hasSize(session.shown().get().variants().size());
        for (Node lane : lanes) {
            Bounds room = lane.localToScene(lane.getLayoutBounds());
            List<Node> nodes = WindowDriver.under(lane)
                    .filter(node -> node.getId() != null && node.getId().contains(":")
                            && !node.getId().contains(":edge:")).toList();
            for (Node node : nodes) {
                String id = node.getId().substring(node.getId().indexOf(':') + 1);
                double left = node.localToScene(0, 0).getX();
                assertThat(x.computeIfAbsent(id, _ -> left)).as(what + ": x of " + id).isEqualTo(left);
                assertThat(room.getMinY()).as(what + ": top of " + id).isLessThanOrEqualTo(inScene(node).getMinY() + 1);
                assertThat(room.getMaxY()).as(what + ": bottom of " + id)
                        .isGreaterThanOrEqualTo(inScene(node).getMaxY() - 1);
                for (Node shape : styled(node, "node-shape")) {
                    double zoom = shape.getLocalToSceneTransform().getMxx();
                    assertThat(((Label) shape).getFont().getSize() * zoom).as(what + ": shape of " + id)
                            .isGreaterThanOrEqualTo(LEAST_FONT);
                }
            }
            for (Node pill : nodes.stream().filter(node -> node.getStyleClass().contains("pill")).toList()) {
                for (Node other : nodes) {
                    assertThat(other != pill && inset(inScene(other)).intersects(inset(inScene(pill))))
                            .as("%s: %s over %s", what, pill.getId(), other.getId()).isFalse();
                }
            }
        }
        NodeId selected = session.selection().get();
        if (session.shown().get() == Shown.BOTH && session.comparison().get().drawn().node(selected).mergesSkip()) {
            assertThat(stackAfterMerge(lanes.getLast())).as(what + ": concat's stack against add's")
                    .isGreaterThan(stackAfterMerge(lanes.getFirst()));
        }
    }

    /** World units of the stack on the edge that leaves the selected merge along the trunk. */
    private double stackAfterMerge(Node lane) {
        Node merge = WindowDriver.under(lane).filter(node -> node.getId() != null
                && node.getId().endsWith(":" + session.selection().get())).findFirst().orElseThrow();
        double right = merge.localToScene(merge.getLayoutBounds()).getCenterX();
        Node stack = styled(lane, "slice").stream().map(Node::getParent).distinct()
                .filter(each -> inScene(each).getMinX() > right)
                .min(Comparator.comparingDouble(each -> inScene(each).getMinX())).orElseThrow();
        return stack.getBoundsInLocal().getWidth();
    }

    private static List<Node> styled(Node root, String styleClass) {
        return WindowDriver.under(root).filter(node -> node.getStyleClass().contains(styleClass)).toList();
    }

    private static String name(Node node) {
        return node.getId() == null ? node.getStyleClass().toString() : node.getId();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    /** Touching is not overlapping. */
    private static Bounds inset(Bounds bounds) {
        return new BoundingBox(bounds.getMinX() + 1, bounds.getMinY() + 1, Math.max(0, bounds.getWidth() - 2),
                Math.max(0, bounds.getHeight() - 2));
    }
}
