package skipstitch.network.skips;

import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/** What hangs on the pointer. */
public sealed interface Carried {

    /** Whether the network has what is carried, in its role. */
    default boolean isIn(Network network) {
        return switch (this) {
            case End(Edge skip) -> network.inlet(skip).filter(inlet -> inlet.role() == Inlet.Role.SKIP).isPresent();
            case Fresh(NodeId source) -> network.has(source);
            case Start(Edge edge) -> edge.isIn(network);
            case MainEnd(Edge edge) -> network.inlet(edge).filter(inlet -> inlet.role() == Inlet.Role.MAIN).isPresent();
        };
    }

    /** Whether it is a skip, or would be one; add and concat make a difference to that alone. */
    default boolean isSkip(Network network) {
        return switch (this) {
            case End _, Fresh _ -> true;
            case Start(Edge edge) -> network.inlet(edge).filter(inlet -> inlet.role() == Inlet.Role.SKIP).isPresent();
            case MainEnd _ -> false;
        };
    }

    /** The edge of which an end is carried; empty if a new one is drawn. */
    default Optional<Edge> lifted() {
        return switch (this) {
            case End(Edge edge) -> Optional.of(edge);
            case Fresh _ -> Optional.empty();
            case Start(Edge edge) -> Optional.of(edge);
            case MainEnd(Edge edge) -> Optional.of(edge);
        };
    }

    /** The end of an existing skip, lifted from its merge. */
    record End(Edge skip) implements Carried {}

    /** A new skip, drawn from a node's handle. */
    record Fresh(NodeId source) implements Carried {}

    /** The start of an existing edge, skip or main: another node's tensor is to be taken. */
    record Start(Edge edge) implements Carried {}

    /** The end of an existing main edge, to enter another node instead. */
    record MainEnd(Edge edge) implements Carried {}
}
