package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import skipstitch.explain.Inspection;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.documents.DataFolder;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.session.EngineStart;
import skipstitch.session.FileChoice;
import skipstitch.session.Keeping;
import skipstitch.session.Origin;
import skipstitch.session.Runner;
import skipstitch.session.Session;
import skipstitch.session.Spot;

/** The real window on a real session, with hands on mouse and keyboard. */
final class WindowDriver implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FxRobot robot = new FxRobot();
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Stage stage;
    private final Session session;
    private final MainView view;
    private final Settled settled;

    private WindowDriver(Supplier<Session> made, double width, double height) {
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
        Theme.loadFonts();
        session = made.get();
        settled = new Settled(session);
        view = new MainView(session, Theme.LIGHT);
        // What a picture shows must not depend on when it is taken.
        view.motion().on().set(false);
        stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(view, width, height));
        WindowFrame.around(stage, session);
        stage.show();
        stage.requestFocus();
        view.lanes().requestFocus();
    }

    /** The window as the app opens it, when all is computed. */
    static WindowDriver open() {
        return open(1280, 800);
    }

    static WindowDriver open(double width, double height) {
        return open(Presets.first(), width, height);
    }

    static WindowDriver open(Preset preset, double width, double height) {
        WindowDriver window = unsettled(preset, width, height, SharedEngine::start);
        window.settle();
        return window;
    }

    /** The window at once, whatever the engine is doing. */
    static WindowDriver unsettled(Preset preset, double width, double height, Supplier<EngineStart> engine) {
        return on(() -> new Session(new Runner(Platform::runLater), engine, first(preset)), width, height);
    }

    /** The window with files: the person's answers to their dialogs, and a folder for what is not saved. */
    static WindowDriver withFiles(FileChoice answers, DataFolder data) {
        WindowDriver window = on(() -> new Session(new Runner(Platform::runLater), SharedEngine::start,
                first(Presets.first()), answers,
                Optional.of(new Keeping(data, Duration.ofMillis(20), Duration.ofSeconds(1)))), 1280, 800);
        window.settle();
        return window;
    }

    private static Origin first(Preset preset) {
        return Origin.of(preset, BuiltInPicture.HOUSE.load());
    }

    private static WindowDriver on(Supplier<Session> session, double width, double height) {
        startToolkit();
        WindowDriver window = fx(() -> new WindowDriver(session, width, height));
        window.pointAway();
        return window;
    }

    static void startToolkit() {
        try {
            FxToolkit.registerPrimaryStage();
            Platform.setImplicitExit(false);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The toolkit did not start", e);
        }
    }

    static <T> T fx(Callable<T> question) {
        try {
            return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), question);
        } catch (RuntimeException e) {
            // An assertion made on the window's thread fails as if it were made here.
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }

    static void act(Runnable action) {
        fx(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until something asked on the window's thread is so. */
    void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain for " + what + "; failures: " + failures, e);
        }
    }

    /** Waits until what is shown is computed, and laid out. */
    void settle() {
        await("the tensors of what is selected", settled::isSo);
        layOut();
    }

    void layOut() {
        act(() -> {
            view.applyCss();
            view.layout();
        });
    }

    Session session() {
        return session;
    }

    MainView view() {
        return view;
    }

    Scene scene() {
        return stage.getScene();
    }

    Stage stage() {
        return stage;
    }

    Inspection inspection() {
        return fx(() -> session.inspection().get().orElseThrow());
    }

    /** All nodes under one, itself first, that are visible. */
    static Stream<Node> under(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(WindowDriver::under))
                : Stream.of(node);
    }

    /** All visible nodes of all windows that show. */
    private static Stream<Node> everything() {
        return List.copyOf(Window.getWindows()).stream().filter(each -> each.isShowing() && each.getScene() != null)
                .flatMap(each -> under(each.getScene().getRoot()));
    }

    Optional<Node> find(String id) {
        return fx(() -> everything().filter(node -> id.equals(node.getId())).findFirst());
    }

    Node node(String id) {
        return find(id).orElseThrow(() -> new AssertionError("Nothing on screen has the id '" + id + "'"));
    }

    String text(String id) {
        Node node = node(id);
        return fx(() -> ((Labeled) node).getText());
    }

    /** The texts of all labels and buttons under a node, in order. */
    List<String> texts(Node node) {
        return fx(() -> under(node).filter(Labeled.class::isInstance).map(each -> ((Labeled) each).getText())
                .filter(text -> text != null && !text.isEmpty()).toList());
    }

    /** Ids of what is on screen, in order of the scene. */
    List<String> ids(Predicate<String> wanted) {
        return fx(() -> everything().map(Node::getId).filter(id -> id != null && wanted.test(id)).toList());
    }

    List<String> panels() {
        return ids(id -> id.startsWith("panel:")).stream().map(id -> id.substring("panel:".length())).toList();
    }

    /** A line of the table of costs: without a skip, with add, with concat. */
    List<String> bill(String line) {
        List<String> cells = fx(() -> everything()
                .filter(node -> node.getStyleClass().contains("bill-table")).findFirst())
                .map(this::texts).orElseThrow();
        int at = cells.indexOf(line);
        assertThat(cells).as("The bill").contains(line);
        return cells.subList(at + 1, at + 4);
    }

    /** Ids of the nodes that a lane draws. */
    List<String> cards(String variant) {
        return ids(id -> id.startsWith(variant + ":") && !id.contains(":edge:")).stream().map(id -> id.substring(variant.length() + 1)).toList();
    }

    /** Ids of nodes drawn as selected, with their lane. */
    List<String> selectedCards() {
        return fx(() -> everything().filter(node -> node.getPseudoClassStates().contains(SELECTED))
                .map(Node::getId).filter(id -> id != null && id.contains(":") && !id.contains(":edge:")).toList());
    }

    Bounds onScene(Node node) {
        return fx(() -> node.localToScene(node.getLayoutBounds()));
    }

    /** Centres of the marks at a node, in its own coordinates, one a map. */
    List<Point2D> marks(Node node) {
        return fx(() -> marksOf(node));
    }

    /** The same, asked on the window's thread. */
    static List<Point2D> marksOf(Node node) {
        Path path = under(node).filter(each -> each.getStyleClass().contains("spot")).map(Path.class::cast).findFirst()
                .orElseThrow();
        List<Point2D> centres = new ArrayList<>();
        List<PathElement> elements = path.getElements();
        for (int i = 0; i + 2 < elements.size(); i += 5) {
            MoveTo first = (MoveTo) elements.get(i);
            LineTo opposite = (LineTo) elements.get(i + 2);
            Point2D inPath = new Point2D((first.getX() + opposite.getX()) / 2, (first.getY() + opposite.getY()) / 2);
            centres.add(path.localToParent(inPath));
        }
        return centres;
    }

    /**
     * Where a value's pixel stands in the scene: the marks are drawn there when the pointer is at it. Nothing is
     * left marked.
     */
    Point2D place(String panelTitle, int channel, int y, int x) {
        Inspection.Panel panel = panel(panelTitle);
        Node view = node("panel:" + panelTitle);
        act(() -> session.pointed().set(Optional.of(new Spot.InPanel(panel, channel, y, x))));
        Point2D local = marks(view).get(channel);
        act(() -> session.pointed().set(Optional.empty()));
        return fx(() -> view.localToScene(local));
    }

    Inspection.Panel panel(String title) {
        return inspection().panels().stream().filter(panel -> panel.title().equals(title)).findFirst().orElseThrow();
    }

    private Point2D onScreen(Point2D inScene) {
        return fx(() -> view.localToScreen(view.sceneToLocal(inScene)));
    }

    /** Moves the pointer to the device pixel that holds a point of the scene. */
    void pointAt(Point2D inScene) {
        Point2D screen = onScreen(inScene);
        robot.moveTo(new Point2D(Math.floor(screen.getX()), Math.floor(screen.getY())));
    }

    /** Moves the pointer to the middle of something. */
    void pointAt(Node node) {
        Point2D middle = fx(() -> {
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
        robot.moveTo(new Point2D(Math.floor(middle.getX()), Math.floor(middle.getY())));
    }

    /** Moves the pointer where nothing answers to it: the corner of the bar. */
    void pointAway() {
        pointAt(new Point2D(3, 3));
    }

    void click(String id) {
        pointAt(node(id));
        click();
    }

    void clickAt(Point2D inScene) {
        pointAt(inScene);
        click();
    }

    /** Two clicks at once: between two of their own a slow window lets the time for a double-click pass. */
    void doubleClickAt(Point2D inScene) {
        pointAt(inScene);
        untilEvent(MouseEvent.MOUSE_RELEASED, () -> act(() -> {
            Robot hand = new Robot();
            for (int i = 0; i < 2; i++) {
                hand.mousePress(MouseButton.PRIMARY);
                hand.mouseRelease(MouseButton.PRIMARY);
            }
        }));
    }

    /** Holds the Shift key down, or lets it go. */
    void shift(boolean down) {
        if (down) {
            robot.press(KeyCode.SHIFT);
        } else {
            robot.release(KeyCode.SHIFT);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click() {
        untilEvent(MouseEvent.MOUSE_RELEASED, () -> robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY));
    }

    /** Does something with mouse or keys and waits until a window has heard of it: X delivers when it likes. */
    private void untilEvent(EventType<? extends InputEvent> type, Runnable cause) {
        AtomicBoolean heard = new AtomicBoolean();
        EventHandler<InputEvent> ear = _ -> heard.set(true);
        List<Window> windows = new ArrayList<>();
        Consumer<Window> listen = each -> {
            windows.add(each);
            each.addEventFilter(type, ear);
        };
        // A key may open a menu, which then hears it let go.
        ListChangeListener<Window> opened = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(listen);
            }
        };
        act(() -> {
            List.copyOf(Window.getWindows()).forEach(listen);
            Window.getWindows().addListener(opened);
        });
        cause.run();
        await(type.toString(), heard::get);
        act(() -> {
            Window.getWindows().removeListener(opened);
            windows.forEach(each -> each.removeEventFilter(type, ear));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The items of the menu that is open. */
    List<String> menuItems() {
        return menu().map(this::texts).reduce(new ArrayList<>(), (all, more) -> {
            all.addAll(more);
            return all;
        });
    }

    void clickMenuItem(String title) {
        Node item = menu().filter(each -> texts(each).contains(title)).findFirst()
                .orElseThrow(() -> new AssertionError("No item '" + title + "'"));
        pointAt(item);
        click();
    }

    private Stream<Node> menu() {
        return fx(() -> everything().filter(node -> node.getStyleClass().contains("menu-item")).toList()).stream();
    }

    /** Presses the button at a point, moves by so much, and lets go. */
    void drag(Point2D from, double dx, double dy) {
        // A fresh window hears nothing of a press under a pointer that has not moved since it opened.
        pointAway();
        pointAt(from);
        drag(dx, dy);
    }

    /** The same from a point of the screen, for what is in a window of its own. */
    void dragOnScreen(Point2D from, double dx, double dy) {
        robot.moveTo(from);
        drag(dx, dy);
    }

    private void drag(double dx, double dy) {
        // X may swallow the last of several fast movements; one more step there and back is heard.
        untilEvent(MouseEvent.MOUSE_RELEASED, () -> robot.press(MouseButton.PRIMARY).moveBy(dx, dy).moveBy(1, 0)
                .moveBy(-1, 0).release(MouseButton.PRIMARY));
    }

    /** Presses the button at a point of the scene and keeps it down. */
    void hold(Point2D from) {
        pointAt(from);
        untilEvent(MouseEvent.MOUSE_PRESSED, () -> robot.press(MouseButton.PRIMARY));
    }

    /** Moves to a point of the scene with the button down. */
    void carryTo(Point2D to) {
        Point2D screen = onScreen(to);
        untilEvent(MouseEvent.MOUSE_DRAGGED, () -> robot.moveTo(new Point2D(Math.floor(screen.getX()),
                Math.floor(screen.getY()))).moveBy(1, 0).moveBy(-1, 0));
    }

    /** Lets go of the button. */
    void letGo() {
        untilEvent(MouseEvent.MOUSE_RELEASED, () -> robot.release(MouseButton.PRIMARY));
    }

    /** Presses and lets go of the right button, with the left one as it is. */
    void rightClick() {
        untilEvent(MouseEvent.MOUSE_PRESSED, () -> robot.press(MouseButton.SECONDARY));
        robot.release(MouseButton.SECONDARY);
    }

    /** The window's content, one pixel a unit. */
    WritableImage snapshot() {
        return fx(() -> scene().snapshot(null));
    }

    /** The colour of the pixel that holds a point of the scene. */
    static int argb(WritableImage snapshot, Point2D at) {
        return snapshot.getPixelReader().getArgb((int) Math.floor(at.getX()), (int) Math.floor(at.getY()));
    }

    /** Turns the wheel away from the hand: closer. */
    void wheelIn() {
        wheel(VerticalDirection.UP);
    }

    void wheelOut() {
        wheel(VerticalDirection.DOWN);
    }

    private void wheel(VerticalDirection direction) {
        boolean inverted = "Monocle".equals(System.getProperty("glass.platform"));
        untilEvent(ScrollEvent.SCROLL, () -> robot.scroll(1,
                inverted == (direction == VerticalDirection.UP) ? VerticalDirection.DOWN : VerticalDirection.UP));
    }

    /** Presses keys together and lets them go at once: X repeats a key that a slow window holds down. */
    void press(KeyCode... keys) {
        untilEvent(KeyEvent.KEY_RELEASED, () -> act(() -> {
            Robot fingers = new Robot();
            List.of(keys).forEach(fingers::keyPress);
            List.of(keys).reversed().forEach(fingers::keyRelease);
        }));
    }

    /** With the key that stands for commands: Control, on a Mac Command. */
    void pressCommand(KeyCode... keys) {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        press(Stream.concat(Stream.of(mac ? KeyCode.COMMAND : KeyCode.CONTROL), Stream.of(keys)).toArray(KeyCode[]::new));
    }

    @Override
    public void close() {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        act(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            session.close();
        });
        assertThat(failures).as("Exceptions on the window's thread").isEmpty();
    }
}
