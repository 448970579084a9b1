package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import skipstitch.document.Selection;
import skipstitch.document.Viewpoint;
import skipstitch.explain.Provenance;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Target;
import skipstitch.session.Carry;
import skipstitch.session.Comparison;
import skipstitch.session.Results;
import skipstitch.session.Session;
import skipstitch.session.Spot;
import skipstitch.ui.carry.CarryLayer;
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
    private static final double ABOVE_TARGET = 40;

    private final Session session;
    private final List<LaneView> lanes = new ArrayList<>();
    /** What gestures draw, above all lanes. */
    private final Pane above = new Pane();
    private final CarryLayer carried = new CarryLayer();
    private final Hands hands;
    private Comparison comparison;
    private Camera camera = new Camera(1, 0, 0);
    private boolean fitted = true;
    /** The lane in which an edge is carried. */
    private int carriedIn;
    private Map<NodeId, Place> previewed = Map.of();

    public LanesView(Session session) {
        this.session = session;
        comparison = session.comparison().get();
        getStyleClass().add("lanes");
        setId("lanes");
        setFocusTraversable(true);
        setAccessibleText("Lanes: left and right select a layer");
        above.setMouseTransparent(true);
        above.setManaged(false);
        above.getChildren().add(carried);
        hands = new Hands(this, session, carried);
        new CameraGestures(this);
        new LaneKeys(this, session);
        session.comparison().subscribe(this::follow);
        session.results().subscribe(this::show);
        session.selection().subscribe(_ -> {
            select();
            reveal(session.selection().get());
        });
        session.document().subscribe(now -> {
            // After an edit it is the lanes that follow first.
            if (now.network() == comparison.drawn()) {
                select();
            }
            lookFrom(now.view());
        });
        session.carrying().carry().subscribe(this::carry);
        session.pointed().subscribe(this::point);
        Pixels.onScaleChange(this, this::requestLayout);
    }

    private void follow(Comparison fresh) {
        comparison = fresh;
        Map<Variant, LaneView> known = new EnumMap<>(Variant.class);
        lanes.forEach(view -> known.put(view.lane().variant(), view));
        lanes.clear();
        for (Lane lane : comparison.lanes()) {
            LaneView view = known.get(lane.variant());
            if (view == null) {
                view = new LaneView(comparison, lane, session.pointed()::set);
            } else {
                view.update(comparison, lane);
            }
            lanes.add(view);
        }
        List<Node> wanted = new ArrayList<>(lanes);
        wanted.add(above);
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
        select();
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

    private void select() {
        Selection selection = session.document().get().selection();
        lanes.forEach(lane -> {
            lane.select(selection.nodes(), session.merge().get());
            lane.selectEdge(selection.edge());
        });
    }

    private void carry(Optional<Carry> now) {
        lanes.forEach(lane -> lane.lift(now.flatMap(Carry::lifted)));
        if (now.isPresent() && now.get().mends().isEmpty()) {
            ground(Math.min(carriedIn, lanes.size() - 1)).ifPresent(ground -> {
                carried.show(now.get(), ground);
                if (!hands.isBusy()) {
                    now.get().aimed().map(Landing::target).ifPresent(target -> handOver(target, ground));
                }
            });
        } else if (now.isEmpty()) {
            carried.release(session.document().get());
        }
    }

    /** By keys, the edge hangs over the place that it is aimed at, in view. */
    private void handOver(Target target, LaneGround ground) {
        ground.at(target).ifPresent(at -> {
            double margin = Box.Kind.CARD.width() * camera.zoom();
            if (at.getX() < margin || at.getX() > getWidth() - margin) {
                look(camera.panned(getWidth() / 2 - at.getX(), 0));
            }
            carried.arrange();
            ground.at(target).ifPresent(seen -> carried.handAt(seen.subtract(0, ABOVE_TARGET * camera.zoom())));
        });
    }

    /** Says in which lane an edge is carried; by keys it is the first. */
    void carryIn(int lane) {
        carriedIn = lane;
    }

    private void point(Optional<Spot> spot) {
        lanes.forEach(lane -> lane.mark(spot));
    }

    /** The node before or after one, in reading order. */
    Optional<NodeId> neighbour(NodeId id, int step) {
        return lanes.isEmpty() ? Optional.empty() : lanes.getFirst().neighbour(id, step);
    }

    /** Ends the gesture that is under way; whether there was one. */
    boolean cancelGesture() {
        return hands.cancel();
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
        carried.arrange();
    }

    private void lookFrom(Optional<Viewpoint> view) {
        if (view.isEmpty()) {
            if (!fitted) {
                fitted = true;
                requestLayout();
            }
        } else {
            Camera there = new Camera(view.get().zoom(), view.get().x(), view.get().y());
            if (fitted || !there.equals(camera)) {
                fitted = false;
                camera = there;
                apply();
            }
        }
    }

    Camera camera() {
        return camera;
    }

    /** Looks from elsewhere, by a person's wish. */
    void look(Camera from) {
        fitted = false;
        camera = from;
        apply();
        session.lookFrom(Optional.of(new Viewpoint(camera.zoom(), camera.x(), camera.y())));
    }

    /** Puts something that a gesture draws above all lanes. */
    void lay(Node drawn) {
        above.getChildren().add(drawn);
    }

    void lift(Node drawn) {
        above.getChildren().remove(drawn);
    }

    int indexOf(LaneView lane) {
        return lanes.indexOf(lane);
    }

    Optional<LaneGround> ground(int lane) {
        return lane >= 0 && lane < lanes.size() ? Optional.of(ground(lanes.get(lane))) : Optional.empty();
    }

    Optional<LaneGround> groundAt(double x, double y) {
        return laneAt(x, y).map(this::ground);
    }

    private LaneGround ground(LaneView lane) {
        return new LaneGround(lane, comparison.layout(), comparison.drawn(), camera.zoom());
    }

    /** Whether there is something of the lanes to see if they are moved to the right, or with less than 0 to the left. */
    boolean canPan(double screenX) {
        double left = (area().left() - camera.x()) * camera.zoom();
        double right = left + area().width() * camera.zoom();
        return screenX > 0 ? left < 0 : right > getWidth();
    }

    /** Shows the lanes as if nodes had been put elsewhere; with none, as they are. */
    void preview(Map<NodeId, Place> places) {
        if (!places.equals(previewed)) {
            previewed = places;
            Comparison shown = places.isEmpty() ? session.comparison().get() : session.preview(places);
            comparison = shown;
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get(i).update(shown, shown.lanes().get(i));
            }
            show(session.results().get());
            apply();
        }
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
        session.lookFrom(Optional.empty());
    }
}
