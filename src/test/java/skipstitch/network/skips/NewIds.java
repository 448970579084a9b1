package skipstitch.network.skips;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** Names nodes {@code conv-1}, {@code add-2} by their operation, and none as another of a network. */
final class NewIds implements Function<Layer, NodeId> {
    private final Set<NodeId> taken = new HashSet<>();

    NewIds(Network network) {
        network.nodes().stream().map(Node::id).forEach(taken::add);
    }

    @Override
    public NodeId apply(Layer layer) {
        int number = 1;
        while (!taken.add(NodeId.of(layer.op() + "-" + number))) {
            number++;
        }
        return NodeId.of(layer.op() + "-" + number);
    }
}
