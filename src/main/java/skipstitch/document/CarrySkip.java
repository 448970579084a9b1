package skipstitch.document;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Skips;
import skipstitch.network.skips.Target;

/**
 * Carries an edge, or an end of one, somewhere; the merge that it lands on is then selected.
 *
 * @param carried what
 * @param target  where to
 * @param merge   what joins there; for a main edge of no meaning
 * @param repair  layers that stand on what is carried, in order; none where it fits
 */
public record CarrySkip(Carried carried, Target target, Layer.Merge merge, List<Layer> repair) implements Edit {
    public CarrySkip {
        repair = List.copyOf(repair);
    }

    @Override
    public Document apply(Document document) {
        Network network = document.network();
        if (!Skips.canLand(network, carried, target)) {
            // What is carried, or where to, is not there any more, or has become something else.
            return document;
        }
        Document after = document.making(ids -> Skips.land(network, carried, target, merge, repair, ids));
        if (after.network().equals(network)) {
            return document;
        }
        return landed(after).map(id -> after.withSelection(Selection.of(id))).orElse(after);
    }

    /** Where to look then: at the merge. */
    private Optional<NodeId> landed(Document after) {
        return switch (target) {
            case Target.Merge(var id) -> Optional.of(id).filter(after.network()::has);
            case Target.OnEdge _ -> after.selection().shown();
            case Target.Output _ -> carried instanceof Carried.Start(Edge edge)
                    ? Optional.of(edge.to()) : Optional.empty();
            case Target.Inlet(var id) -> Optional.of(id).filter(after.network()::has);
        };
    }

    @Override
    public String name() {
        NodeId where = target.node();
        return switch (carried) {
            case Carried.End _ -> "move skip to " + where;
            case Carried.Fresh _ -> target instanceof Target.Inlet ? "connect " + where : "draw skip to " + where;
            case Carried.Start(Edge edge) -> "take " + where + " into " + edge.to();
            case Carried.MainEnd _ -> "lead the edge to " + where;
        };
    }
}
