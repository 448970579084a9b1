package skipstitch.document;

import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.NodeId;

/**
 * Puts another layer in a node, or the same one with other settings; its edges stay.
 *
 * @param node    which
 * @param layer   what it computes then
 * @param setting the setting that is typed into; empty for a choice
 */
public record ChangeLayer(NodeId node, Layer layer, Optional<String> setting) implements Edit {

    /** A choice, a step of its own. */
    public static ChangeLayer to(NodeId node, Layer layer) {
        return new ChangeLayer(node, layer, Optional.empty());
    }

    @Override
    public Document apply(Document document) {
        return document.network().find(node).filter(found -> !found.layer().equals(layer))
                .map(found -> document.withNetwork(document.network().with(found.withLayer(layer)), document.made()))
                .orElse(document);
    }

    @Override
    public String name() {
        return setting.map(each -> "change " + each + " of " + node).orElse("make " + node + " " + layer.title());
    }

    @Override
    public Optional<String> typing() {
        return setting.map(_ -> name());
    }
}
