package skipstitch.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws a network node by node, in the order of a paper's table. Each call returns the id of the node it
 * added, to be named as a source later.
 */
public final class NetworkBuilder {
    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private String group = "";

    public NetworkBuilder(String name) {
        this.name = name;
    }

    /**
     * Puts what is drawn from now on into a group, and that group's path before its ids: in
     * {@code encoder/level1}, {@code conv} gets the id {@code encoder.level1.conv}.
     *
     * @param path of the group; empty for none
     */
    public NetworkBuilder group(String path) {
        group = path;
        return this;
    }

    public NodeId input(int channels, int height, int width) {
        return node("input", new Layer.Input(new Shape(channels, height, width)));
    }

    /** A layer on a chain. */
    public NodeId chain(String id, Layer layer, NodeId source) {
        return node(id, layer, Inlet.main(source));
    }

    /** A merge of a skip with the main branch; the skip comes first, as in {@code torch.cat([x, f], 1)}. */
    public NodeId merge(String id, Layer.Merge merge, NodeId skip, NodeId main) {
        return node(id, merge, Inlet.skip(skip), Inlet.main(main));
    }

    public NodeId node(String id, Layer layer, Inlet... inlets) {
        NodeId nodeId = NodeId.of(group.isEmpty() ? id : group.replace('/', '.') + "." + id);
        nodes.add(new Node(nodeId, "", group, layer, Arrays.asList(inlets)));
        return nodeId;
    }

    public Network build() {
        return new Network(name, nodes);
    }
}
