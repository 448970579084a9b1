package skipstitch.document;

import java.util.Optional;
import java.util.OptionalInt;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;

/**
 * Lets tensors pass as they are again.
 *
 * @param edge    on which edge; empty for all
 * @param kind    what of it; empty for all that is done there
 * @param channel the channel alone that was erased; empty for more than that
 */
public record TakeBack(Optional<Edge> edge, Optional<Kind> kind, OptionalInt channel) implements Edit {

    /** All that is done to any tensor. */
    public static TakeBack all() {
        return new TakeBack(Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    public static TakeBack on(Edge edge) {
        return new TakeBack(Optional.of(edge), Optional.empty(), OptionalInt.empty());
    }

    public static TakeBack of(Edge edge, Kind kind) {
        return new TakeBack(Optional.of(edge), Optional.of(kind), OptionalInt.empty());
    }

    /** One erased channel comes back. */
    public static TakeBack erased(Edge edge, int channel) {
        return new TakeBack(Optional.of(edge), Optional.of(Kind.ERASE), OptionalInt.of(channel));
    }

    @Override
    public Document apply(Document document) {
        if (channel.isPresent() && edge.isPresent()) {
            return document.withInterventions(document.interventions().restored(edge.get(), channel.getAsInt()));
        }
        Interventions left = document.interventions();
        for (Edge each : document.interventions().edges()) {
            boolean here = edge.isEmpty() || edge.get().equals(each);
            // Paint lies on both branches of a merge, or on none.
            boolean beside = edge.filter(of -> of.to().equals(each.to())).isPresent();
            if (here && kind.isEmpty()) {
                left = left.without(each);
            } else if (here) {
                left = left.without(each, kind.get());
            }
            if (beside && kind.orElse(Kind.PAINT) == Kind.PAINT) {
                left = left.without(each, Kind.PAINT);
            }
        }
        return document.withInterventions(left);
    }

    @Override
    public String name() {
        return edge.map(each -> "take back what is done to the tensors into " + each.to())
                .orElse("take back what is done to tensors");
    }
}
