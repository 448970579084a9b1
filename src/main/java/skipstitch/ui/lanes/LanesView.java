package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import skipstitch.document.Document;
import skipstitch.document.Selection;
import skipstitch.explain.steps.Step;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;
import skipstitch.network.skips.Carried;
import skipstitch.session.Beside;
import skipstitch.session.Comparison;
import skipstitch.session.Headway;
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
    private static final double MAP_INSET = 6;
    /** Of all lanes, said once: shapes and costs are exact all the same. */
    private static final String UNTRAINED = "random weights";

    private final Session session;
    private final List<LaneView> lanes = new ArrayList<>();
    /** What gestures draw, above all lanes. */
    private final Pane above = new Pane();
    private final CarryLayer carried = new CarryLayer();
    private final InHand inHand;
    private final Hovering hovering = new Hovering();
    private final LaneGrounds grounds = new LaneGrounds(this);
    private final DropArea drops = new DropArea(this, hovering);
    private final Minimap minimap = new Minimap(at -> look(sight().centred(camera().zoom(), at)));
    private final Hands hands;
    private final LaneRows rows = new LaneRows(this::requestLayout);
    private final BesideLanes beside;
    private final Outlook outlook;
    private Comparison comparison;
    private Map<NodeId, Place> previewed = Map.of();

    public LanesView(Session session) {
        this.session = session;
        beside = new BesideLanes(session);
        outlook = new Outlook(session, this::sight, this::apply, this::requestLayout);
        comparison = session.comparison().get();
        getStyleClass().add("lanes");
        setId("lanes");
        setFocusTraversable(true);
        setAccessibleText("Lanes: left and right select a layer");
        above.setMouseTransparent(true);
        above.setManaged(false);
        above.getChildren().addAll(carried, hovering);
        inHand = new InHand(this, session, carried);
        hands = new Hands(this, session, carried);
        new CameraGestures(this);
        new LaneKeys(this, session);
        session.neighbours().all().subscribe(this::follow);
        session.neighbours().selection().subscribe(_ -> beside.select());
        session.comparison().subscribe(this::follow);
        session.results().subscribe(this::show);
        session.computing().headway().subscribe(this::arrive);
        session.selection().subscribe(_ -> {
            selectIfSame(session.document().get());
            reveal(session.selection().get());
        });
        session.document().subscribe(now -> {
            selectIfSame(now);
            outlook.from(now.view());
            arrange();
        });
        session.carrying().carry().subscribe(now -> inHand.show(now, hands.isBusy()));
        session.pointed().subscribe(this::point);
        session.stepping().step().subscribe(this::reach);
        new Flows(this, session);
        Pixels.onScaleChange(this, this::requestLayout);
    }

    private void follow(Comparison fresh) {
        boolean sameNodes = previewed.isEmpty() && fresh.drawn() == comparison.drawn();
        Layout before = comparison.layout();
        comparison = fresh;
        Map<Variant, LaneView> known = new EnumMap<>(Variant.class);
        lanes.forEach(view -> known.put(view.lane().variant(), view));
        lanes.clear();
        for (Lane lane : comparison.lanes()) {
            LaneView view = known.get(lane.variant());
            if (view == null) {
                view = new LaneView(LaneName.of(lane), comparison, lane, session.pointed()::set);
                view.onFold(session.folds()::fold);
            } else {
                view.update(comparison, lane, session.merge().get());
                if (sameNodes) {
                    view.slide(before);
                }
            }
            lanes.add(view);
        }
        minimap.draw(comparison.layout());
        arrange();
        select();
        session.results().get().filter(found -> found.comparison().drawn() == comparison.drawn())
                .ifPresent(found -> lanes.forEach(lane -> lane.show(Optional.of(found))));
        inHand.show(session.carrying().carry().get(), hands.isBusy());
        shareOut();
    }

    private void follow(List<Beside> all) {
        beside.follow(all);
        arrange();
        shareOut();
    }

    /** Puts all views there, those above last. */
    private void arrange() {
        List<Node> wanted = new ArrayList<>(lanes);
        wanted.addAll(beside.nodes());
        wanted.addAll(List.of(minimap, rows.bar(), above));
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
        boolean alone = beside.views().isEmpty();
        boolean random = session.document().get().given().isNone();
        lanes.forEach(view -> view.rename(alone ? LaneName.of(view.lane()).title()
                : LaneName.title(comparison.drawn(), view.lane().variant()), random && view == lanes.getFirst() ? UNTRAINED : ""));
        beside.remark(random ? "" : UNTRAINED);
    }

    private void shareOut() {
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void show(Optional<Results> results) {
        Optional<Results> current = results.filter(found -> found.comparison().drawn() == comparison.drawn());
        lanes.forEach(lane -> lane.show(current));
    }

    private void arrive(Optional<Headway> headway) {
        headway.filter(run -> run.comparison().drawn() == comparison.drawn())
                .ifPresent(run -> lanes.forEach(lane -> lane.arrive(run)));
    }

    /** After an edit it is the lanes that follow first, and then what is selected in them. */
    private void selectIfSame(Document now) {
        if (now.network() == comparison.drawn()) {
            select();
        }
    }

    private void select() {
        Selection selection = session.document().get().selection();
        lanes.forEach(lane -> {
            lane.select(selection.nodes(), session.merge().get());
            lane.selectEdge(selection.edge());
            lane.intervene(session.document().get().interventions());
        });
        beside.select();
    }

    /** Marks where a number comes from and goes to, in every lane that has it. */
    private void reach(Optional<Step> step) {
        lanes.forEach(lane -> lane.reach(step.flatMap(each -> each.ways(lane.lane()))));
        beside.reach(step);
    }

    private void point(Optional<Spot> spot) {
        lanes.forEach(lane -> lane.mark(spot));
        beside.point(spot);
    }

    /** The node before or after one, in reading order. */
    Optional<NodeId> neighbour(NodeId id, int step) {
        return lanes.isEmpty() ? Optional.empty() : lanes.getFirst().neighbour(id, step);
    }

    /** Ends the gesture that is under way; whether there was one. */
    boolean cancelGesture() {
        return hands.cancel();
    }

    /**
     * Screen units of the lanes, for whoever shares out the screen: of all, or of as many as fit, where there is no room
     * for all.
     *
     * @param all whether all of them are to be seen, whatever that leaves
     */
    public double preferredHeight(double width, double most, boolean all) {
        return rows.preferredHeight(lanes.size() + beside.views().size(), networks(), share -> Math.ceil(
                Math.max(comparison.layout().area().height(), beside.height()) * fitZoom(width, share)), most, all);
    }

    private double fitZoom(double width, double height) {
        return beside.fitZoom(Sight.of(comparison.layout(), width, height).fitZoom(), width, height);
    }

    private Sight sight() {
        return Sight.of(comparison.layout(), getWidth(), laneHeight());
    }

    @Override
    protected void layoutChildren() {
        if (lanes.isEmpty() || getWidth() <= 0) {
            return;
        }
        List<LaneView> all = new ArrayList<>(lanes);
        all.addAll(beside.views());
        rows.place(all, getWidth(), getHeight());
        minimap.relocate(getWidth() - minimap.getWidth() - MAP_INSET, MAP_INSET);
        outlook.fit(comparison, fitZoom(getWidth(), laneHeight()));
        apply();
    }

    private double laneHeight() {
        return rows.height(getHeight());
    }

    /** Pans just so far that a node is in view. */
    private void reveal(NodeId id) {
        comparison.layout().room(id).filter(_ -> getWidth() > 0).ifPresent(outlook::reveal);
    }

    private void apply() {
        Camera camera = camera();
        lanes.forEach(lane -> lane.look(camera));
        beside.look(camera, comparison.layout(), getWidth(), laneHeight());
        minimap.frame(camera, getWidth(), laneHeight());
        inHand.arrange(hands.isBusy());
    }

    Camera camera() {
        return outlook.camera();
    }

    /** Looks from elsewhere, by a person's wish. */
    void look(Camera from) {
        outlook.look(from);
    }

    /** Puts something that a gesture draws above all lanes. */
    void lay(Node drawn) {
        above.getChildren().add(drawn);
    }

    void takeAway(Node drawn) {
        above.getChildren().remove(drawn);
    }

    /** Says in which lane an edge is carried. */
    void carryIn(int lane) {
        inHand.in(lane);
    }

    /** Takes an edge into the hand, to be carried by keys. */
    public void lift(Carried what) {
        carryIn(0);
        session.carrying().lift(what);
        session.carrying().step(1);
        requestFocus();
    }

    /** How many networks there are lanes of. */
    public int networks() {
        return 1 + beside.views().size();
    }

    /** The lanes of other networks. */
    BesideLanes beside() {
        return beside;
    }

    /** What is where in the lanes. */
    public LaneGrounds grounds() {
        return grounds;
    }

    /** What is drawn at present, a preview too. */
    Comparison shown() {
        return comparison;
    }

    boolean canPan(double screenX) {
        return sight().canPan(screenX, camera());
    }

    /** Where something dragged in from outside would go. */
    public DropArea drops() {
        return drops;
    }

    /** Shows the lanes as if nodes had been put elsewhere; with none, as they are. */
    void preview(Map<NodeId, Place> places) {
        if (!places.equals(previewed)) {
            previewed = places;
            Comparison shown = places.isEmpty() ? session.comparison().get() : session.preview(places);
            comparison = shown;
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get(i).update(shown, shown.lanes().get(i), session.merge().get());
            }
            show(session.results().get());
            apply();
        }
    }

    /** The lanes, top to bottom. */
    List<LaneView> lanes() {
        return List.copyOf(lanes);
    }

    /** One step closer or further, around the middle. */
    public void zoom(int direction) {
        look(camera().stepped(direction, getWidth() / 2, laneHeight() / 2));
    }

    public void pan(double screenX, double screenY) {
        look(camera().panned(screenX, screenY));
    }

    /** As close as all that is selected fits. */
    public void zoomToSelection() {
        List<Box> boxes = session.document().get().selection().nodes().stream()
                .flatMap(id -> comparison.layout().room(id).stream()).toList();
        if (!boxes.isEmpty()) {
            look(sight().on(boxes));
        }
    }

    /** Back to where everything is seen as well as it can be. */
    public void fit() {
        outlook.forget();
    }
}
