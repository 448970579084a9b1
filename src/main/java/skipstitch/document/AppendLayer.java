package skipstitch.document;

import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * A layer that takes a node's tensor, beside whatever takes it already. One that takes none, an input, stands alone.
 *
 * @param layer what
 * @param after the node whose tensor it takes
 */
public record AppendLayer(Layer layer, NodeId after) implements Edit {

    @Override
    public Document apply(Document document) {
        List<Inlet> inlets = layer.fanIn().most() == 0 ? List.of() : List.of(Inlet.main(after));
        return document.network().has(after) ? document.making(ids -> document.network().appended(
                List.of(new Node(ids.apply(layer), "", "", layer, inlets)))) : document;
    }

    @Override
    public String name() {
        return "add " + layer.title();
    }
}
