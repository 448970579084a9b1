package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import skipstitch.explain.Provenance;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.layout.RowLayout;
import skipstitch.session.Comparison;
import skipstitch.session.Results;
import skipstitch.session.Session;
import skipstitch.session.Spot;
import skipstitch.ui.drawing.Pixels;

/**
 * All lanes, one above the other, with one camera. As long as nobody zooms or pans, the lanes fit themselves to
 * the room there is; where a whole lane would get too small to read, they show the selection's neighbourhood.
 */
public final class LanesView extends Region {
    /** Below this zoom a shape is smaller than 16 pixels. */
    private static final double LEGIBLE = 1;
    private static final double LARGEST_FIT = 2.25;

    private final Session session;
    private final List<LaneView> lanes = new ArrayList<>();
    private Metrics metrics;
    private RowLayout lastLayout;
    private Camera camera = new Camera(1, 0, 0);
    private boolean fitted = true;

    public LanesView(Session session) {
        this.session = session;
        getStyleClass().add("lanes");
        setId("lanes");
        setFocusTraversable(true);
        setAccessibleText("Lanes: left and right select a layer");
        new CameraGestures(this);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        session.comparison().subscribe(this::rebuild);
        session.results().subscribe(this::show);
        session.selection().subscribe(this::select);
        session.pointed().subscribe(this::point);
        Pixels.onScaleChange(this, this::requestLayout);
    }

    private void rebuild(Comparison comparison) {
        boolean sameNetwork = !lanes.isEmpty() && comparison.layout().equals(lastLayout);
        lastLayout = comparison.layout();
        metrics = Metrics.of(comparison);
        lanes.clear();
        comparison.lanes().forEach(lane -> lanes.add(new LaneView(comparison, lane, metrics, session::select,
                session.pointed()::set)));
        getChildren().setAll(lanes);
        fitted = fitted || !sameNetwork;
        select(session.selection().get());
        session.results().get().filter(found -> found.comparison().drawn() == comparison.drawn())
                .ifPresent(found -> lanes.forEach(lane -> lane.show(Optional.of(found))));
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void show(Optional<Results> results) {
        Optional<Results> current = results.filter(found -> found.comparison().drawn() == session.comparison().get().drawn());
        lanes.forEach(lane -> lane.show(current));
    }

    private void select(NodeId selected) {
        lanes.forEach(lane -> lane.select(selected, session.merge().get()));
        reveal(selected);
    }

    private void point(Optional<Spot> spot) {
        lanes.forEach(lane -> lane.mark(spot));
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (plain && step != 0 && !lanes.isEmpty()) {
            lanes.getFirst().neighbour(session.selection().get(), step).ifPresent(session::select);
            event.consume();
        }
    }

    /** World units of one lane, for whoever shares out the screen. */
    public double preferredHeight(double width, double most) {
        double zoom = fitZoom(width, most / Math.max(1, lanes.size()));
        return Math.ceil(metrics.height() * zoom) * lanes.size();
    }

    private double fitZoom(double width, double laneHeight) {
        double zoom = Math.min(Math.min(width / metrics.width(), laneHeight / metrics.height()), LARGEST_FIT);
        return Math.max(LEGIBLE, Math.floor(zoom * 8) / 8);
    }

    @Override
    protected void layoutChildren() {
        if (lanes.isEmpty() || getWidth() <= 0) {
            return;
        }
        double height = Math.floor(getHeight() / lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).resizeRelocate(0, i * height, getWidth(), height);
        }
        if (fitted) {
            double zoom = fitZoom(getWidth(), height);
            camera = new Camera(zoom, 0, -Math.max(0, height / zoom - metrics.height()) / 2);
            camera = centred(neighbourhood(session.selection().get(), getWidth() / zoom));
        }
        apply();
    }

    /** Where to look for a node: at it, but for a merge so that the fork of its skip is in view if there is room. */
    private double neighbourhood(NodeId selected, double room) {
        double at = metrics.centreX(selected);
        Optional<NodeId> fork = Provenance.of(lanes.getFirst().lane(), session.comparison().get().drawn(), selected).fork();
        double reach = room / 2 - Metrics.CARD_WIDTH;
        return fork.map(metrics::centreX).filter(from -> at - from > reach && at - from <= 2 * reach)
                .map(from -> from + reach).orElse(at);
    }

    /** Looks at a world x, but not past the lane's ends; a lane that fits stands in the middle. */
    private Camera centred(double worldX) {
        double room = getWidth() / camera.zoom();
        double x = metrics.width() <= room ? -(room - metrics.width()) / 2
                : Math.clamp(worldX - room / 2, 0, metrics.width() - room);
        return new Camera(camera.zoom(), x, camera.y());
    }

    /** Pans just so far that a node is in view. */
    private void reveal(NodeId id) {
        if (getWidth() > 0 && metrics.layout().places().containsKey(id)) {
            double at = camera.toViewX(metrics.centreX(id));
            double margin = Metrics.CARD_WIDTH * camera.zoom();
            if (at < margin || at > getWidth() - margin) {
                camera = centred(metrics.centreX(id));
                apply();
            }
        }
    }

    private void apply() {
        lanes.forEach(lane -> lane.look(camera));
    }

    Camera camera() {
        return camera;
    }

    /** Looks from elsewhere, by a person's wish. */
    void look(Camera from) {
        fitted = false;
        camera = from;
        apply();
    }

    /** One step closer or further, around the middle. */
    public void zoom(int direction) {
        look(camera.stepped(direction, getWidth() / 2, getHeight() / Math.max(1, lanes.size()) / 2));
    }

    public void pan(double screenX, double screenY) {
        look(camera.panned(screenX, screenY));
    }

    /** Back to where everything is seen as well as it can be. */
    public void fit() {
        fitted = true;
        requestLayout();
    }
}
