package skipstitch.network.layout;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * What lanes of their own put on skips. The skip runs through it: no lane has both.
 */
final class OwnPills {
    static final OwnPills NONE = new OwnPills(Map.of());

    private final Map<List<NodeId>, Set<NodeId>> on;

    private OwnPills(Map<List<NodeId>, Set<NodeId>> on) {
        this.on = on;
    }

    /** @param links of all lanes */
    static OwnPills of(Network drawn, Collection<Link> links) {
        Map<NodeId, NodeId> sources = new HashMap<>();
        links.stream().filter(link -> !drawn.has(link.to())).forEach(link -> sources.put(link.to(), link.from()));
        Map<List<NodeId>, Set<NodeId>> on = new HashMap<>();
        links.stream().filter(link -> sources.containsKey(link.from())).forEach(link ->
                on.computeIfAbsent(List.of(sources.get(link.from()), link.to()), _ -> new HashSet<>()).add(link.from()));
        return new OwnPills(on);
    }

    /** Of the lanes that have something else in the edge's stead. */
    Set<NodeId> on(Link link) {
        return on.getOrDefault(List.of(link.from(), link.to()), Set.of());
    }
}
