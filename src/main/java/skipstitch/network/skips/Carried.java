package skipstitch.network.skips;

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

    /** The end of an existing skip, lifted from its merge. */
    record End(Edge skip) implements Carried {}

    /** A new skip, drawn from a node's handle. */
    record Fresh(NodeId source) implements Carried {}

    /** The start of an existing edge, skip or main: another node's tensor is to be taken. */
    record Start(Edge edge) implements Carried {}

    /** The end of an existing main edge, to enter another node instead. */
    record MainEnd(Edge edge) implements Carried {}
}
