package skipstitch.document;

import java.util.Optional;
import skipstitch.network.NodeId;

/**
 * Calls a node something.
 *
 * @param node    which
 * @param newName what a person reads on it; empty for the layer's own title
 */
public record RenameNode(NodeId node, String newName) implements Edit {

    @Override
    public Document apply(Document document) {
        String name = newName.strip();
        return document.network().find(node).filter(found -> !found.name().equals(name))
                .map(found -> document.withNetwork(document.network().with(found.withName(name)), document.made()))
                .orElse(document);
    }

    @Override
    public String name() {
        return "rename " + node;
    }

    @Override
    public Optional<String> typing() {
        return Optional.of(name());
    }
}
