package skipstitch.session;

import java.util.Optional;
import skipstitch.engine.RunTooLarge;
import skipstitch.network.InputSizes;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** Looks for an input with which lanes fit in memory. */
final class Smaller {
    private static final int MOST_TRIES = 12;
    private static final double STEP = 0.95;
    /** Smaller pictures show nothing. */
    private static final int LEAST_SIDE = 8;

    private Smaller() {}

    /** About the largest at which the network works and the lanes take no more than there is, if one was found. */
    static Optional<Shape> of(Comparison lanes, RunTooLarge refusal) {
        Optional<InputSizes> sizes = InputSizes.of(lanes.drawn());
        double room = (double) (refusal.available() - refusal.footprint().held())
                / (refusal.needed() - refusal.footprint().held());
        double side = Math.sqrt(Math.max(0, room));
        long now = bytes(lanes, lanes.drawn());
        for (int i = 0; sizes.isPresent() && i < MOST_TRIES; i++, side *= STEP) {
            Shape input = sizes.get().input();
            Optional<Shape> smaller = sizes.get().atMost((int) (input.height() * side), (int) (input.width() * side));
            if (smaller.filter(shape -> Math.min(shape.height(), shape.width()) >= LEAST_SIDE
                    && bytes(lanes, lanes.drawn().withInputShape(shape)) <= room * now).isPresent()) {
                return smaller;
            }
        }
        return Optional.empty();
    }

    /** Of all tensors in the lanes that are shown. */
    private static long bytes(Comparison lanes, Network drawn) {
        return lanes.lanes().stream().map(Lane::variant).mapToLong(variant -> bytes(variant.of(drawn).shapes())).sum();
    }

    private static long bytes(Shapes shapes) {
        return shapes.order().stream().map(Node::id).flatMap(id -> shapes.find(id).stream())
                .mapToLong(Shape::bytes).sum();
    }
}
