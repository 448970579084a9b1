package skipstitch.ui.lanes;

import java.util.Optional;
import java.util.function.Supplier;
import skipstitch.document.Viewpoint;
import skipstitch.explain.Provenance;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Point;
import skipstitch.session.Comparison;
import skipstitch.session.Session;

/** From where the lanes are looked at: where a person wants it, or as long as nobody wants anything, where they fit. */
final class Outlook {
    private final Session session;
    private final Supplier<Sight> sight;
    private final Runnable changed;
    private final Runnable refit;
    private Camera camera = new Camera(1, 0, 0);
    private boolean fitted = true;

    /**
     * @param sight   what a lane can show at present
     * @param changed called when the camera is another
     * @param refit   has {@link #fit(Comparison, double)} called soon
     */
    Outlook(Session session, Supplier<Sight> sight, Runnable changed, Runnable refit) {
        this.session = session;
        this.sight = sight;
        this.changed = changed;
        this.refit = refit;
    }

    Camera camera() {
        return camera;
    }

    /** Fits the lanes to the room there is, unless a person looks from elsewhere. */
    void fit(Comparison lanes, double zoom) {
        if (fitted) {
            double room = sight.get().width() / zoom;
            camera = sight.get().centred(zoom, neighbourhood(lanes, session.selection().get(), room));
        }
    }

    /** Where to look for a node: at it, but for a merge so that the fork of its skip is in view if there is room. */
    private static Point neighbourhood(Comparison lanes, NodeId selected, double room) {
        Point at = centre(lanes, selected);
        Optional<NodeId> fork = Provenance.of(lanes.lanes().getFirst(), lanes.drawn(), selected).fork();
        double reach = room / 2 - Box.Kind.CARD.width();
        return fork.map(id -> centre(lanes, id)).map(Point::x)
                .filter(from -> at.x() - from > reach && at.x() - from <= 2 * reach)
                .map(from -> new Point(from + reach, at.y())).orElse(at);
    }

    private static Point centre(Comparison lanes, NodeId id) {
        return lanes.layout().room(id).orElseThrow().centre();
    }

    /** Pans just so far that a box is in view. */
    void reveal(Box box) {
        turn(sight.get().revealing(camera, box));
    }

    private void turn(Camera there) {
        if (!there.equals(camera)) {
            camera = there;
            changed.run();
        }
    }

    /** Looks from where the document says; if empty, from wherever the lanes fit. */
    void from(Optional<Viewpoint> view) {
        if (view.isEmpty()) {
            if (!fitted) {
                fitted = true;
                refit.run();
            }
        } else {
            fitted = false;
            turn(new Camera(view.get().zoom(), view.get().x(), view.get().y()));
        }
    }

    /** Looks from elsewhere, by a person's wish. */
    void look(Camera from) {
        fitted = false;
        camera = from;
        changed.run();
        session.lookFrom(Optional.of(new Viewpoint(camera.zoom(), camera.x(), camera.y())));
    }

    /** Back to where everything is seen as well as it can be. */
    void forget() {
        fitted = true;
        refit.run();
        session.lookFrom(Optional.empty());
    }
}
