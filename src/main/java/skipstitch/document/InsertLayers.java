package skipstitch.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Puts layers on an edge, one after another; the last one is then selected.
 *
 * @param layers each of which takes one tensor
 * @param edge   where
 */
public record InsertLayers(List<Layer> layers, Edge edge) implements Edit {
    public InsertLayers {
        layers = List.copyOf(layers);
    }

    @Override
    public Document apply(Document document) {
        Network network = document.network();
        return layers.isEmpty() ? document
                : network.inlet(edge).map(inlet -> document.making(ids -> insert(network, inlet, ids)))
                        .orElse(document);
    }

    private Network insert(Network network, Inlet inlet, Document.Ids ids) {
        List<Node> fresh = new ArrayList<>();
        NodeId last = inlet.source();
        for (Layer layer : layers) {
            fresh.add(new Node(ids.apply(layer), "", "", layer, List.of(Inlet.main(last))));
            last = fresh.getLast().id();
        }
        // The edge keeps its role: what stands on a skip is part of the skip.
        Node entered = network.node(edge.to()).withInlet(edge.inlet(), new Inlet(last, inlet.role()));
        return network.with(entered).inserted(edge.to(), fresh);
    }

    @Override
    public String name() {
        return "insert " + layers.stream().map(Layer::title).collect(Collectors.joining(", "));
    }
}
