package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;

/** Which inlet an edge becomes. Answers and drops ask here, so that they agree. */
final class Inlets {
    private Inlets() {}

    /** Behind the skips that are there, before the main branches: {@code torch.cat([x, f], 1)}. */
    static int placeOfSkip(Node merge) {
        int place = 0;
        for (int i = 0; i < merge.inlets().size(); i++) {
            if (merge.inlets().get(i).role() == Inlet.Role.SKIP) {
                place = i + 1;
            }
        }
        return place;
    }

    /** Where a main edge enters: behind what is there if there is room, else in the place of the main branch. */
    static int placeOfMain(Node node) {
        return hasRoom(node) ? node.inlets().size() : node.inlets().indexOf(node.trunk());
    }

    /** Whether the node's layer takes one more tensor. */
    static boolean hasRoom(Node node) {
        return tensors(node) < node.layer().fanIn().most();
    }

    /** Whether a node waits for its main inlet. */
    static boolean isDangling(Node node) {
        return tensors(node) < node.layer().fanIn().least() && node.inlets(Inlet.Role.MAIN).isEmpty();
    }

    /** Whether a new skip may enter the node: a merge of any number of tensors. */
    static boolean takesSkips(Node node) {
        return node.layer() instanceof Layer.Merge && !(node.layer() instanceof Layer.Gate);
    }

    private static int tensors(Node node) {
        return node.inlets().size() - node.inlets(Inlet.Role.INDICES).size();
    }

    static Node with(Node node, int place, Inlet inlet) {
        List<Inlet> inlets = new ArrayList<>(node.inlets());
        inlets.add(place, inlet);
        return node.withInlets(inlets);
    }

    static Node without(Node node, int place) {
        List<Inlet> inlets = new ArrayList<>(node.inlets());
        inlets.remove(place);
        return node.withInlets(inlets);
    }

    /** The main edge enters the node; see {@link #placeOfMain}. */
    static Node entered(Node node, Inlet inlet) {
        int place = placeOfMain(node);
        return place == node.inlets().size() ? with(node, place, inlet) : node.withInlet(place, inlet);
    }

    /** The merge is to be of this kind; a gate, and what is no merge, stays what it is. */
    static Node merging(Node node, Layer.Merge merge) {
        return switch (node.layer()) {
            case Layer.Add _, Layer.Concat _, Layer.Multiply _ -> node.withLayer(merge);
            default -> node;
        };
    }
}
