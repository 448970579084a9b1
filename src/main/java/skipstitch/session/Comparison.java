package skipstitch.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import skipstitch.document.Neighbour;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.folding.Folding;
import skipstitch.network.layout.Layout;

/**
 * The lanes as they stand, before anything was run: shapes, costs and places.
 *
 * @param drawn  the network as drawn
 * @param lanes  top to bottom
 * @param costs  of each lane
 * @param layout one for all lanes, whichever are shown, so that nothing jumps when the merge is switched
 */
public record Comparison(Network drawn, List<Lane> lanes, Map<Variant, Costs> costs, Layout layout) {

    static Comparison of(Network drawn, Shown shown) {
        return of(drawn, Map.of(), Folding.NONE, shown);
    }

    /**
     * @param placed  where a person put nodes
     * @param folding which groups are folded
     */
    static Comparison of(Network drawn, Map<NodeId, Place> placed, Folding folding, Shown shown) {
        List<Lane> all = List.of(Variant.ADD.of(drawn), Variant.CONCAT.of(drawn), Variant.NO_SKIP.of(drawn));
        List<Lane> lanes = shown.variants().stream().map(variant -> all.stream()
                .filter(lane -> lane.variant() == variant).findFirst().orElseGet(() -> variant.of(drawn))).toList();
        Map<Variant, Costs> costs = new LinkedHashMap<>();
        Stream.concat(all.stream(), lanes.stream()).forEach(lane -> costs.put(lane.variant(), Costs.of(lane)));
        return new Comparison(drawn, lanes, Map.copyOf(costs), Layout.of(drawn, all, placed, folding));
    }

    /** A network as drawn alone, to stand beside others. */
    static Comparison of(Neighbour beside) {
        Lane lane = Variant.AS_DRAWN.of(beside.network());
        return new Comparison(beside.network(), List.of(lane), Map.of(lane.variant(), Costs.of(lane)),
                Layout.of(beside.network(), List.of(lane), Map.of(), beside.folding()));
    }

    /** The same lanes, with nodes in other places, or other groups folded. */
    Comparison placed(Map<NodeId, Place> places, Folding folding) {
        List<Lane> all = Stream.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)
                .map(variant -> lanes.stream().filter(lane -> lane.variant() == variant).findFirst()
                        .orElseGet(() -> variant.of(drawn))).toList();
        return new Comparison(drawn, lanes, costs, Layout.of(drawn, all, places, folding));
    }

    /** The same lanes, and no others, with other groups folded. */
    Comparison folded(Folding folding) {
        return new Comparison(drawn, lanes, costs, Layout.of(drawn, lanes, Map.of(), folding));
    }

    /** The same lanes, with some nodes elsewhere than a person had put them. */
    Comparison moved(Map<NodeId, Place> places, Map<NodeId, Place> elsewhere) {
        Map<NodeId, Place> all = new LinkedHashMap<>(places);
        all.putAll(elsewhere);
        return placed(all, layout.folded().folding());
    }

    public Costs costs(Lane lane) {
        return costs.get(lane.variant());
    }

    /** Weights that a node has more in this lane than in the cheapest variant; 0 for most. */
    public long extraParams(Lane lane, NodeId id) {
        long least = costs.values().stream().mapToLong(each -> each.of(id).params()).min().orElse(0);
        return costs(lane).of(id).params() - least;
    }
}
