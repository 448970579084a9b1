package skipstitch.ui.proofs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import skipstitch.document.Intervene;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Paint.Pixel;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.session.Session;

/**
 * Paints on one branch of a merge, and takes the same away from the other. A view of a map calls {@link #press} when
 * the pointer goes down on it and {@link #paint} there and wherever it is dragged to; one stroke is one step.
 */
public final class Brush {
    /** Of the map's longer side. */
    private static final int SIDE_TO_RADIUS = 24;
    /** Of the largest value shown: enough to be seen. */
    private static final float STRENGTH = 0.6f;

    private final Session session;
    private final BooleanProperty inHand = new SimpleBooleanProperty(false);
    private final Set<Pixel> stroke = new HashSet<>();
    private int gesture;

    public Brush(Session session) {
        this.session = session;
    }

    /** Whether a drag on a map paints. */
    public BooleanProperty inHand() {
        return inHand;
    }

    /** A stroke begins. */
    public void press() {
        stroke.clear();
        gesture = session.history().get().newGesture();
    }

    /** A dab at one value of the tensor on a branch of a merge; on what the stroke touched before it paints no more. */
    public void paint(Edge branch, int channel, int y, int x) {
        Optional<Edge> other = other(session.document().get().network(), branch);
        Optional<Shape> shape = session.comparison().get().lanes().stream().findFirst()
                .flatMap(lane -> branch.isIn(lane.network())
                        ? lane.shapes().find(branch.of(lane.network()).source()) : Optional.empty());
        if (other.isEmpty() || shape.isEmpty()) {
            return;
        }
        int radius = Math.max(shape.get().height(), shape.get().width()) / SIDE_TO_RADIUS;
        Map<Pixel, Float> fresh = new HashMap<>();
        Paint.dab(new Pixel(channel, y, x), radius, strength()).added().forEach((pixel, amount) -> {
            if (isIn(pixel, shape.get()) && stroke.add(pixel)) {
                fresh.put(pixel, amount);
            }
        });
        if (!fresh.isEmpty()) {
            session.edit(Intervene.painting(branch, other.get(), new Paint(fresh), gesture));
        }
    }

    /** The same on a branch of the selected merge: its first skip, or its first main branch. */
    public void paint(Inlet.Role branch, int channel, int y, int x) {
        Network network = session.document().get().network();
        network.find(session.merge().get()).flatMap(merge -> first(merge, branch))
                .ifPresent(edge -> paint(edge, channel, y, x));
    }

    private static boolean isIn(Pixel pixel, Shape shape) {
        return pixel.y() >= 0 && pixel.x() >= 0 && pixel.y() < shape.height() && pixel.x() < shape.width();
    }

    private float strength() {
        return session.inspection().get().map(shown -> Math.max(Math.abs(shown.extent().min()),
                Math.abs(shown.extent().max())))
                .filter(largest -> largest > 0 && Float.isFinite(largest)).orElse(1f) * STRENGTH;
    }

    /** The first branch of the other role that comes into the same merge. */
    private static Optional<Edge> other(Network network, Edge branch) {
        if (network.inlet(branch).isEmpty()) {
            return Optional.empty();
        }
        Node merge = network.node(branch.to());
        Inlet.Role wanted = branch.of(network).role() == Inlet.Role.SKIP ? Inlet.Role.MAIN : Inlet.Role.SKIP;
        return first(merge, wanted);
    }

    private static Optional<Edge> first(Node merge, Inlet.Role role) {
        return merge.inlets(role).stream().findFirst()
                .map(inlet -> new Edge(merge.id(), merge.inlets().indexOf(inlet)));
    }
}
