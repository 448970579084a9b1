package skipstitch.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.skips.Skips;

/**
 * Takes an edge away. A merge that is left with one tensor goes with it, and so do layers that stood on a skip to mend
 * it and now feed nothing.
 *
 * @param edge which
 */
public record DeleteEdge(Edge edge) implements Edit {

    @Override
    public Document apply(Document document) {
        return document.network().inlet(edge).map(inlet -> inlet.role() == Inlet.Role.SKIP
                && document.network().has(inlet.source()) ? detached(document) : without(document)).orElse(document);
    }

    private Document detached(Document document) {
        Network left = Skips.detach(document.network(), edge);
        Document cut = document.withNetwork(left, document.made());
        // The keyboard goes on from where the skip was.
        Optional<NodeId> near = document.network().node(edge.to()).inlets().stream().map(Inlet::source)
                .filter(left::has).reduce((_, last) -> last);
        return cut.selection().nodes().isEmpty() ? near.map(id -> cut.withSelection(Selection.of(id))).orElse(cut) : cut;
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
