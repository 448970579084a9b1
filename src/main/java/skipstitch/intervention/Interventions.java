package skipstitch.intervention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.network.Edge;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.tensor.Tensor;

/**
 * All that is done to the tensors of one network, by edge. On one edge there is at most one of each kind, in the order
 * of the kinds.
 *
 * @param byEdge only edges to which something is done
 */
public record Interventions(Map<Edge, List<Intervention>> byEdge) {
    private static final Interventions NONE = new Interventions(Map.of());

    public Interventions {
        Map<Edge, List<Intervention>> copy = new LinkedHashMap<>();
        byEdge.forEach((edge, done) -> {
            if (!done.isEmpty()) {
                copy.put(edge, List.copyOf(done));
            }
        });
        byEdge = Collections.unmodifiableMap(copy);
    }

    public static Interventions none() {
        return NONE;
    }

    public boolean isNone() {
        return byEdge.isEmpty();
    }

    public Set<Edge> edges() {
        return byEdge.keySet();
    }

    /** What is done on an edge, in order; empty for most. */
    public List<Intervention> on(Edge edge) {
        return byEdge.getOrDefault(edge, List.of());
    }

    public Optional<Intervention> on(Edge edge, Kind kind) {
        return on(edge).stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** What becomes of an edge's tensor. */
    public Tensor apply(Edge edge, Tensor tensor) {
        Tensor changed = tensor;
        for (Intervention each : on(edge)) {
            changed = each.apply(changed);
        }
        return changed;
    }

    /** The gradient with respect to an edge's tensor before all that is done to it, from the one after. */
    public Tensor back(Edge edge, Tensor gradient) {
        Tensor before = gradient;
        for (Intervention each : on(edge).reversed()) {
            before = each.back(before);
        }
        return before;
    }

    /** With one more; of one kind the newer comes in the older's stead, but paint and erased channels gather. */
    public Interventions with(Edge edge, Intervention intervention) {
        List<Intervention> done = new ArrayList<>(on(edge));
        Intervention after = on(edge, intervention.kind()).map(intervention::after).orElse(intervention);
        done.removeIf(each -> each.kind() == intervention.kind());
        if (!after.changesNothing()) {
            done.add(after);
            done.sort(Comparator.comparing(Intervention::kind));
        }
        return set(edge, done);
    }

    public Interventions without(Edge edge) {
        return set(edge, List.of());
    }

    public Interventions without(Edge edge, Kind kind) {
        return set(edge, on(edge).stream().filter(each -> each.kind() != kind).toList());
    }

    /** With one channel no longer erased. */
    public Interventions restored(Edge edge, int channel) {
        return set(edge, on(edge).stream().map(each -> each instanceof Erase erase ? erase.without(channel) : each)
                .filter(each -> !each.changesNothing()).toList());
    }

    private Interventions set(Edge edge, List<Intervention> done) {
        if (done.equals(on(edge))) {
            return this;
        }
        Map<Edge, List<Intervention>> changed = new LinkedHashMap<>(byEdge);
        changed.put(edge, done);
        return new Interventions(changed);
    }

    /** Those of one kind. */
    public Interventions only(Kind kind) {
        Map<Edge, List<Intervention>> some = new LinkedHashMap<>();
        byEdge.forEach((edge, done) -> some.put(edge, done.stream().filter(each -> each.kind() == kind).toList()));
        return new Interventions(some);
    }

    /** What is left of them in a network after it was changed: an edge is the same with the same source and role. */
    public Interventions kept(Network before, Network after) {
        Map<Edge, List<Intervention>> left = new LinkedHashMap<>(byEdge);
        left.keySet().removeIf(edge -> before.inlet(edge).isEmpty() || !before.inlet(edge).equals(after.inlet(edge)));
        return left.size() == byEdge.size() ? this : new Interventions(left);
    }

    /** The same for a lane of the network: on its own edges, as far as it has them. */
    public Interventions in(Lane lane) {
        Map<Edge, List<Intervention>> there = new LinkedHashMap<>();
        byEdge.forEach((edge, done) -> lane.edge(edge).ifPresent(own -> there.put(own, done)));
        return new Interventions(there);
    }

    /** In words: {@code shuffled, volume ×0.1}. */
    public String title(Edge edge) {
        return on(edge).stream().map(Intervention::title).collect(Collectors.joining(", "));
    }

    /**
     * In two words at the most, for a mark on the edge: {@code shuffled}, {@code 2 edits}; empty if nothing is done.
     */
    public String mark(Edge edge) {
        List<Intervention> done = on(edge);
        return done.size() > 1 ? done.size() + " edits" : done.stream().map(Intervention::mark)
                .collect(Collectors.joining());
    }
}
