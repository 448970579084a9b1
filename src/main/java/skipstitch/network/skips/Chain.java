package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * The layers of a repair as nodes, one after another.
 *
 * @param end whose tensor comes out; the source itself where there are no layers
 */
record Chain(List<Node> nodes, NodeId end) {

    static Chain on(NodeId source, String group, List<Layer> layers, Function<Layer, NodeId> newIds) {
        List<Node> nodes = new ArrayList<>();
        NodeId end = source;
        for (Layer layer : layers) {
            Node node = new Node(newIds.apply(layer), "", group, layer, List.of(Inlet.main(end)));
            nodes.add(node);
            end = node.id();
        }
        return new Chain(nodes, end);
    }

    /** With the node that takes the tensor in. */
    List<Node> then(Node node) {
        List<Node> all = new ArrayList<>(nodes);
        all.add(node);
        return all;
    }
}
