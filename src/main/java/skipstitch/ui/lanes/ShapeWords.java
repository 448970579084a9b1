package skipstitch.ui.lanes;

import java.util.List;
import skipstitch.network.Fit;
import skipstitch.network.Lane;
import skipstitch.network.Misfit;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/** A tensor's shape in a few words, or why there is none. */
final class ShapeWords {
    private ShapeWords() {}

    static String of(Lane lane, NodeId id) {
        return switch (lane.shapes().fit(id)) {
            case Fit.Fits(Shape shape) -> shape.toString();
            case Fit.Breaks(Misfit misfit) -> "✕ " + brief(misfit, lane.network().node(id));
            case Fit.Waits(NodeId upstream) -> "waits for " + lane.network().find(upstream).map(Node::label)
                    .orElse(upstream.value());
        };
    }

    /** The rule that is broken, so short that it stands on a card. */
    private static String brief(Misfit misfit, Node node) {
        List<Shape> shapes = misfit.shapes();
        return switch (misfit.rule()) {
            case NO_CYCLE -> "feeds itself";
            case SOURCES_EXIST -> "source missing";
            case FAN_IN -> node.inlets().size() < node.layer().fanIn().least() ? "input missing" : "wrong inputs";
            case SETTINGS -> "settings";
            case SAME_SHAPE, SAME_SIZE -> differing(shapes);
            case GATE_OF_ONE_CHANNEL -> "gate of " + shapes.getLast();
            case GROUPS_DIVIDE -> "groups of " + shapes.getFirst().channels();
            case WINDOW_FITS -> "window too large";
            case VECTOR -> "not a vector";
            case SIZE_POSITIVE -> "nothing left";
            case ADDRESSABLE -> "too large";
            case INDICES_OF_A_POOL -> "indices missing";
        };
    }

    /** What differs most visibly: height and width, else channels. */
    private static String differing(List<Shape> shapes) {
        Shape first = shapes.getFirst();
        return shapes.stream().filter(shape -> !shape.sameSizeAs(first)).findFirst()
                .map(other -> size(first) + " vs " + size(other))
                .or(() -> shapes.stream().filter(shape -> !shape.equals(first)).findFirst()
                        .map(other -> first.channels() + " vs " + other.channels() + " channels"))
                .orElse("shapes differ");
    }

    private static String size(Shape shape) {
        return shape.height() + "×" + shape.width();
    }
}
