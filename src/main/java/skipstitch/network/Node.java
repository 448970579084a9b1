package skipstitch.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One layer in its place.
 *
 * @param id     lasting, never used twice
 * @param name   what a person calls it; empty where the layer's own title serves
 * @param group  path of the group it folds into, like {@code "encoder/stage1"}; empty for none
 * @param layer  what it computes
 * @param inlets where its tensors come from, in order
 */
public record Node(NodeId id, String name, String group, Layer layer, List<Inlet> inlets) {
    public Node {
        inlets = List.copyOf(inlets);
    }

    /** The person's name for it, else the layer's title. */
    public String label() {
        return name.isEmpty() ? layer.title() : name;
    }

    public Node withLayer(Layer newLayer) {
        return new Node(id, name, group, newLayer, inlets);
    }

    public Node withInlets(List<Inlet> newInlets) {
        return new Node(id, name, group, layer, newInlets);
    }

    public Node withName(String newName) {
        return new Node(id, newName, group, layer, inlets);
    }

    /** With another tensor coming in by one inlet. */
    public Node withInlet(int index, Inlet inlet) {
        List<Inlet> changed = new ArrayList<>(inlets);
        changed.set(index, inlet);
        return withInlets(changed);
    }

    public List<Inlet> inlets(Inlet.Role role) {
        return inlets.stream().filter(inlet -> inlet.role() == role).toList();
    }

    /**
     * The inlet whose channels the node's own follow, where its layer acts channel by channel: what is gated,
     * else the first of the main branch.
     *
     * @throws java.util.NoSuchElementException if nothing comes in
     */
    public Inlet trunk() {
        return layer instanceof Layer.Gate ? inlets.getFirst()
                : inlets.stream().filter(inlet -> inlet.role() != Inlet.Role.INDICES)
                        .min(Comparator.comparing(Inlet::role)).orElseThrow();
    }

    /** Whether a skip ends here: such a merge is what the variants change. */
    public boolean mergesSkip() {
        return layer instanceof Layer.Merge && !inlets(Inlet.Role.SKIP).isEmpty();
    }
}
