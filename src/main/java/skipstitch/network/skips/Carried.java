package skipstitch.network.skips;

import skipstitch.network.Edge;
import skipstitch.network.NodeId;

/** What hangs on the pointer. */
public sealed interface Carried {

    /** The end of an existing skip, lifted from its merge. */
    record End(Edge skip) implements Carried {}

    /** A new skip, drawn from a node's handle. */
    record Fresh(NodeId source) implements Carried {}

    /** The start of an existing edge, skip or main: another node's tensor is to be taken. */
    record Start(Edge edge) implements Carried {}

    /** The end of an existing main edge, to enter another node instead. */
    record MainEnd(Edge edge) implements Carried {}
}
