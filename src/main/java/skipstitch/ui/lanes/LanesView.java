package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import skipstitch.explain.Provenance;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;
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
    /** Of a lane that shows only a part of its height: a row of cards with arcs above. */
    private static final double LOWEST_LANE = 184;

    private final Session session;
    private final List<LaneView> lanes = new ArrayList<>();
    private Comparison comparison;
    private Camera camera = new Camera(1, 0, 0);
    private boolean fitted = true;

    public LanesView(Session session) {
        this.session = session;
        comparison = session.comparison().get();
        getStyleClass().add("lanes");
        setId("lanes");
        setFocusTraversable(true);
        setAccessibleText("Lanes: left and right select a layer");
        new CameraGestures(this);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        session.comparison().subscribe(this::follow);
        session.results().subscribe(this::show);
        session.selection().subscribe(this::select);
        session.pointed().subscribe(this::point);
        Pixels.onScaleChange(this, this::requestLayout);
    }

    private void follow(Comparison fresh) {
        fitted = fitted || !fresh.drawn().name().equals(comparison.drawn().name());
        comparison = fresh;
        Map<Variant, LaneView> known = new EnumMap<>(Variant.class);
        lanes.forEach(view -> known.put(view.lane().variant(), view));
        lanes.clear();
        for (Lane lane : comparison.lanes()) {
            LaneView view = known.get(lane.variant());
            if (view == null) {
                view = new LaneView(comparison, lane, session::select, session.pointed()::set);
            } else {
                view.update(comparison, lane);
            }
            lanes.add(view);
        }
        if (!getChildren().equals(lanes)) {
            getChildren().setAll(lanes);
        }
        select(session.selection().get());
        session.results().get().filter(found -> found.comparison().drawn() == comparison.drawn())
                .ifPresent(found -> lanes.forEach(lane -> lane.show(Optional.of(found))));
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void show(Optional<Results> results) {
        Optional<Results> current = results.filter(found -> found.comparison().drawn() == comparison.drawn());
        lanes.forEach(lane -> lane.show(current));
    }

    private void select(NodeId selected) {
        lanes.forEach(lane -> lane.select(Set.of(selected), session.merge().get()));
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

    /** Screen units of all lanes, for whoever shares out the screen. */
    public double preferredHeight(double width, double most) {
        double share = most / Math.max(1, lanes.size());
        double whole = Math.ceil(area().height() * fitZoom(width, share));
        return Math.min(whole, Math.max(Math.floor(share), LOWEST_LANE)) * lanes.size();
    }

    private Area area() {
        return comparison.layout().area();
    }

    private double fitZoom(double width, double laneHeight) {
        double zoom = Math.min(Math.min(width / area().width(), laneHeight / area().height()), LARGEST_FIT);
        return Math.max(LEGIBLE, Math.floor(zoom * 8) / 8);
    }

    @Override
    protected void layoutChildren() {
        if (lanes.isEmpty() || getWidth() <= 0) {
            return;
        }
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).resizeRelocate(0, i * laneHeight(), getWidth(), laneHeight());
        }
        if (fitted) {
            camera = new Camera(fitZoom(getWidth(), laneHeight()), 0, 0);
            camera = centred(neighbourhood(session.selection().get(), getWidth() / camera.zoom()));
        }
        apply();
    }

    private double laneHeight() {
        return Math.floor(getHeight() / Math.max(1, lanes.size()));
    }

    /** Where to look for a node: at it, but for a merge so that the fork of its skip is in view if there is room. */
    private Point neighbourhood(NodeId selected, double room) {
        Point at = centre(selected);
        Optional<NodeId> fork = Provenance.of(lanes.getFirst().lane(), comparison.drawn(), selected).fork();
        double reach = room / 2 - Box.Kind.CARD.width();
        return fork.map(this::centre).map(Point::x).filter(from -> at.x() - from > reach && at.x() - from <= 2 * reach)
                .map(from -> new Point(from + reach, at.y())).orElse(at);
    }

    private Point centre(NodeId id) {
        return comparison.layout().boxes().get(id).centre();
    }

    /** Looks at a point of the world, but not past the ends; in a direction in which all fits, all is in the middle. */
    private Camera centred(Point at) {
        return new Camera(camera.zoom(), origin(at.x(), getWidth() / camera.zoom(), area().left(), area().width()),
                origin(at.y(), laneHeight() / camera.zoom(), area().top(), area().height()));
    }

    private static double origin(double at, double room, double start, double length) {
        return length <= room ? start - (room - length) / 2 : Math.clamp(at - room / 2, start, start + length - room);
    }

    /** Pans just so far that a node is in view. */
    private void reveal(NodeId id) {
        if (getWidth() > 0 && comparison.layout().boxes().containsKey(id)) {
            Box box = comparison.layout().boxes().get(id);
            Point at = box.centre();
            double marginX = Math.min(box.width(), getWidth() / camera.zoom() / 2);
            double marginY = Math.min(box.height(), laneHeight() / camera.zoom()) / 2;
            double x = (at.x() - camera.x());
            double y = (at.y() - camera.y());
            boolean outX = x < marginX || x > getWidth() / camera.zoom() - marginX;
            boolean outY = y < marginY || y > laneHeight() / camera.zoom() - marginY;
            if (outX || outY) {
                Camera there = centred(at);
                camera = new Camera(camera.zoom(), outX ? there.x() : camera.x(), outY ? there.y() : camera.y());
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

    /** The lane at a point of this view; gestures ask it what is there. */
    Optional<LaneView> laneAt(double x, double y) {
        return lanes.stream().filter(lane -> lane.getBoundsInParent().contains(x, y)).findFirst();
    }

    /** The lanes, top to bottom. */
    List<LaneView> lanes() {
        return List.copyOf(lanes);
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
