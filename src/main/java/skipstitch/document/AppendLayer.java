package skipstitch.document;

import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * A layer that takes a node's tensor, beside whatever takes it already.
 *
 * @param layer what
 * @param after the node whose tensor it takes
 */
public record AppendLayer(Layer layer, NodeId after) implements Edit {

    @Override
    public Document apply(Document document) {
        return document.network().has(after) ? document.making(ids -> document.network().appended(
                List.of(new Node(ids.apply(layer), "", "", layer, List.of(Inlet.main(after)))))) : document;
    }

    @Override
    public String name() {
        return "add " + layer.title();
    }
}
