package skipstitch.document;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Puts a layer behind a node that takes a second tensor besides: a merge its skip, an unpool its pool's indices.
 *
 * @param layer  what
 * @param after  the node whose tensor it takes by the main way
 * @param second what else it takes
 * @param edge   the edge from that node on which it stands; empty to stand beside whatever takes the tensor already
 */
public record InsertMerge(Layer layer, NodeId after, Inlet second, Optional<Edge> edge) implements Edit {

    @Override
    public Document apply(Document document) {
        Network network = document.network();
        Optional<Inlet> onto = edge.flatMap(network::inlet).filter(inlet -> inlet.source().equals(after));
        if (!network.has(after) || !network.has(second.source()) || edge.isPresent() && onto.isEmpty()) {
            return document;
        }
        return document.making(ids -> {
            Node fresh = new Node(ids.apply(layer), "", "", layer, inlets());
            return edge.map(at -> network.with(network.node(at.to())
                            .withInlet(at.inlet(), new Inlet(fresh.id(), onto.orElseThrow().role())))
                    .inserted(at.to(), List.of(fresh))).orElseGet(() -> network.appended(List.of(fresh)));
        });
    }

    /** The skip first, as in {@code torch.cat([x, f], 1)}; but what is gated or unpooled before what it needs. */
    private List<Inlet> inlets() {
        Inlet main = Inlet.main(after);
        return layer instanceof Layer.Gate || second.role() == Inlet.Role.INDICES ? List.of(main, second)
                : List.of(second, main);
    }

    @Override
    public String name() {
        return "insert " + layer.title();
    }
}
