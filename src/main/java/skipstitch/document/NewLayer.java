package skipstitch.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * Where a layer that is picked goes, and what it takes in.
 *
 * @param kind what was picked
 */
public record NewLayer(LayerKind kind) {

    /** Behind a node: on the edge to the one node that takes its tensor by the main way, else as a new end. */
    public Edit after(Document document, NodeId node) {
        return edit(document, node, onlyEdge(document.network(), node));
    }

    /** On an edge, that of a skip too. */
    public Edit on(Document document, Edge edge) {
        return document.network().inlet(edge).map(inlet -> edit(document, inlet.source(), Optional.of(edge)))
                .orElseGet(() -> new InsertLayers(List.of(kind.layer()), edge));
    }

    /** The edge from a node to the only one that takes its tensor by the main way; empty if none or several do. */
    public static Optional<Edge> onlyEdge(Network network, NodeId node) {
        List<Edge> edges = new ArrayList<>();
        for (NodeId consumer : new HashSet<>(network.consumers(node))) {
            List<Inlet> inlets = network.node(consumer).inlets();
            for (int i = 0; i < inlets.size(); i++) {
                if (inlets.get(i).equals(Inlet.main(node))) {
                    edges.add(new Edge(consumer, i));
                }
            }
        }
        return edges.size() == 1 ? Optional.of(edges.getFirst()) : Optional.empty();
    }

    private Edit edit(Document document, NodeId source, Optional<Edge> edge) {
        Network network = document.network();
        Shapes shapes = Shapes.of(network);
        Optional<Shape> incoming = network.find(source).flatMap(node -> shapes.find(node.id()));
        Layer layer = kind.layer(incoming);
        Optional<Inlet> second = switch (layer) {
            case Layer.Merge merge -> Optional.of(Inlet.skip(partner(shapes, merge, source)));
            case Layer.MaxUnpool _ -> pool(shapes, source).map(Inlet::indices);
            default -> Optional.empty();
        };
        if (second.isPresent()) {
            return new InsertMerge(layer, source, second.get(), edge);
        }
        return layer.fanIn().most() == 0 || edge.isEmpty() ? new AppendLayer(layer, source)
                : new InsertLayers(List.of(layer), edge.get());
    }

    /** What came into the node before, if it fits; else the same tensor once more. */
    private static NodeId partner(Shapes shapes, Layer.Merge merge, NodeId source) {
        return shapes.network().find(source).flatMap(node -> node.inlets(Inlet.Role.MAIN).stream().findFirst())
                .map(Inlet::source).filter(before -> meets(shapes, merge, before, source)).orElse(source);
    }

    private static boolean meets(Shapes shapes, Layer.Merge merge, NodeId skip, NodeId main) {
        Optional<Shape> other = shapes.find(skip);
        return shapes.find(main).filter(shape -> other.filter(each -> switch (merge) {
            case Layer.Add _, Layer.Multiply _ -> each.equals(shape);
            case Layer.Concat _ -> each.sameSizeAs(shape);
            case Layer.Gate _ -> each.channels() == 1 && each.sameSizeAs(shape);
        }).isPresent()).isPresent();
    }

    /** The last max pool before a node that nothing unpools yet: the one that was opened last is closed first. */
    private static Optional<NodeId> pool(Shapes shapes, NodeId source) {
        Network network = shapes.network();
        Set<NodeId> before = network.upstream(source);
        return shapes.order().reversed().stream().filter(node -> before.contains(node.id())
                        && node.layer() instanceof Layer.MaxPool
                        && network.consumers(node.id()).stream().map(network::node)
                                .noneMatch(consumer -> consumer.layer() instanceof Layer.MaxUnpool))
                .map(Node::id).findFirst();
    }
}
