package skipstitch.document;

import java.util.List;
import skipstitch.network.Inlet;
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
        return document.network().find(node).filter(found -> found.inlets().size() > 1)
                .map(found -> document.withNetwork(document.network().with(turned(found)), document.made()))
                .orElse(document);
    }

    private static Node turned(Node found) {
        List<Inlet> turned = found.inlets().reversed();
        return found.withInlets(turned);
    }

    @Override
    public String name() {
        return "turn the order of " + node;
    }
}
