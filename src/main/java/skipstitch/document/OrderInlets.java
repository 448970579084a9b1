package skipstitch.document;

import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * Turns the order in which a merge takes its tensors around: {@code [x ; F(x)]} becomes {@code [F(x) ; x]}. What each
 * edge is, skip or main, stays.
 *
 * @param node the merge
 */
public record OrderInlets(NodeId node) implements Edit {

    @Override
    public Document apply(Document document) {
        return document.network().find(node).filter(OrderInlets::canTurn)
                .map(found -> document.withNetwork(document.network()
                        .with(found.withInlets(found.inlets().reversed())), document.made()))
                .orElse(document);
    }

    private static boolean canTurn(Node found) {
        return found.layer() instanceof Layer.Merge && !found.inlets().equals(found.inlets().reversed());
    }

    @Override
    public String name() {
        return "turn the order of " + node;
    }
}
