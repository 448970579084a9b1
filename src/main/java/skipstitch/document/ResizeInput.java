package skipstitch.document;

import skipstitch.network.Layer;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/**
 * Gives an input another height and width.
 *
 * @param input which
 * @param shape what it has then
 */
public record ResizeInput(NodeId input, Shape shape) implements Edit {

    @Override
    public Document apply(Document document) {
        boolean is = document.network().find(input).filter(node -> node.layer() instanceof Layer.Input).isPresent();
        return is ? ChangeLayer.to(input, new Layer.Input(shape)).apply(document) : document;
    }

    @Override
    public String name() {
        return "set the input to " + shape;
    }
}
