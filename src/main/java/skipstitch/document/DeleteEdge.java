package skipstitch.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;

/**
 * Takes an edge away. A merge that is left with one tensor goes with it.
 *
 * @param edge which
 */
public record DeleteEdge(Edge edge) implements Edit {

    @Override
    public Document apply(Document document) {
        return document.network().inlet(edge).map(_ -> without(document)).orElse(document);
    }

    private Document without(Document document) {
        Node node = document.network().node(edge.to());
        List<Inlet> left = new ArrayList<>(node.inlets());
        left.remove(edge.inlet());
        Document cut = document.withNetwork(document.network().with(node.withInlets(left)), document.made());
        return node.layer() instanceof Layer.Merge && left.size() == 1
                ? new DeleteNodes(Set.of(edge.to())).apply(cut) : cut;
    }

    @Override
    public String name() {
        return "delete the edge into " + edge.to();
    }
}
