package skipstitch.explain.reach;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.NodeId;

/**
 * Cells of several tensors: all that one cell depends on, or all that depends on it. A tensor that has none of them, or
 * no shape, is not in it.
 */
public final class Reach {
    static final Reach NONE = new Reach(Map.of());

    private final Map<NodeId, Region> regions;

    Reach(Map<NodeId, Region> regions) {
        this.regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    }

    Reach without(NodeId node) {
        Map<NodeId, Region> others = new LinkedHashMap<>(regions);
        others.remove(node);
        return new Reach(others);
    }

    /** The nodes whose tensors it is in, nearest first. */
    public Set<NodeId> nodes() {
        return regions.keySet();
    }

    /** What of a node's tensor it is; empty for a node that it does not come to. */
    public Optional<Region> at(NodeId node) {
        return Optional.ofNullable(regions.get(node));
    }

    /** The positions of any channel of a node's tensor; empty for a node that it does not come to. */
    public Optional<Mask> mask(NodeId node) {
        return at(node).map(Region::mask);
    }
}
