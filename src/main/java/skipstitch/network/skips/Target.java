package skipstitch.network.skips;

import skipstitch.network.Edge;
import skipstitch.network.NodeId;

/** Where something carried could land. Places are named as in the network as drawn, before anything is lifted. */
public sealed interface Target {

    /** The node at the place: the one that takes a tensor in there, or whose tensor is taken. */
    NodeId node();

    /** An existing merge takes the skip in as one more inlet. */
    record Merge(NodeId node) implements Target {}

    /** A main edge: a new merge stands there, which takes in the skip first, then what came by the edge. */
    record OnEdge(Edge edge) implements Target {
        @Override
        public NodeId node() {
            return edge.to();
        }
    }

    /** This node's tensor is taken. */
    record Output(NodeId node) implements Target {}

    /** The edge enters this node by its main inlet; a merge of any number of tensors takes one more. */
    record Inlet(NodeId node) implements Target {}
}
