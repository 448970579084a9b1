package skipstitch.explain.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins;
import skipstitch.network.Shape;

/**
 * The layers of all lanes in the order in which tensors flow, each once. Channels are counted in places: as if every
 * merge of a skip were an add, so that a place is one channel in an add lane and, after a concat, one of each branch.
 */
public final class Route {
    private final List<Lane> lanes;
    private final List<Station> stations;
    private final Map<NodeId, Integer> index = new HashMap<>();
    private final List<Origins> origins;
    private final List<Map<NodeId, Raster>> rasters;

    private Route(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
        this.stations = order(lanes).stream().map(this::station).toList();
        for (int i = 0; i < stations.size(); i++) {
            index.put(stations.get(i).node(), i);
        }
        this.origins = lanes.stream().map(lane -> Origins.of(lane.shapes())).toList();
        this.rasters = lanes.stream().map(lane -> Raster.of(lane.shapes())).toList();
    }

    /** @param lanes variants of one network, top to bottom, at least one */
    public static Route of(List<Lane> lanes) {
        return new Route(lanes);
    }

    /** What a lane has more than the ones before it goes behind what it comes after there. */
    private static List<NodeId> order(List<Lane> lanes) {
        List<NodeId> all = List.of();
        for (Lane lane : lanes) {
            Set<NodeId> own = new LinkedHashSet<>();
            lane.shapes().order().forEach(node -> own.add(node.id()));
            // Nodes on a loop have no order; they are stations all the same, to say what is wrong with them.
            lane.network().nodes().forEach(node -> own.add(node.id()));
            all = woven(all, own);
        }
        return all;
    }

    private static List<NodeId> woven(List<NodeId> known, Set<NodeId> own) {
        Set<NodeId> before = Set.copyOf(known);
        List<NodeId> first = new ArrayList<>();
        Map<NodeId, List<NodeId>> behind = new HashMap<>();
        List<NodeId> waiting = first;
        for (NodeId id : own) {
            if (before.contains(id)) {
                waiting = behind.computeIfAbsent(id, _ -> new ArrayList<>());
            } else {
                waiting.add(id);
            }
        }
        List<NodeId> all = new ArrayList<>(first);
        known.forEach(id -> {
            all.add(id);
            all.addAll(behind.getOrDefault(id, List.of()));
        });
        return all;
    }

    private Station station(NodeId id) {
        List<Node> nodes = lanes.stream().flatMap(lane -> lane.network().find(id).stream()).toList();
        List<String> titles = nodes.stream().map(Node::label).distinct().toList();
        boolean merges = nodes.stream().anyMatch(Node::mergesSkip);
        return new Station(id, titles.size() == 1 ? titles.getFirst() : "Merge", merges, nodes.size() < lanes.size());
    }

    public List<Lane> lanes() {
        return lanes;
    }

    public List<Station> stations() {
        return stations;
    }

    public boolean has(NodeId node) {
        return index.containsKey(node);
    }

    /** @throws IllegalArgumentException if no lane has the node */
    public int indexOf(NodeId node) {
        return Optional.ofNullable(index.get(node))
                .orElseThrow(() -> new IllegalArgumentException("No lane has '" + node + "'"));
    }

    Station station(int at) {
        return stations.get(Math.clamp(at, 0, stations.size() - 1));
    }

    /** Places of a node's channels, the most of any lane; 1 where no lane has a shape. */
    public int channels(NodeId node) {
        return Math.max(1, origins.stream().mapToInt(each -> each.places(node)).max().orElse(1));
    }

    /** The channels of a node's tensor that lie on a place, in one lane; none if it has no such place. */
    public List<Integer> channels(int lane, NodeId node, int place) {
        return origins.get(lane).at(node, place);
    }

    /** The place of a channel, in the lane whose tensor there has most channels. */
    int place(NodeId node, int channel) {
        return origins.stream().map(each -> each.of(node)).filter(all -> channel < all.size())
                .max(Comparator.comparingInt(List::size)).map(all -> all.get(channel).place()).orElse(0);
    }

    /** Height and width of a node's maps, one channel; empty where no lane has a shape. */
    public Optional<Shape> map(NodeId node) {
        return lanes.stream().flatMap(lane -> lane.shapes().find(node).stream()).findFirst()
                .map(shape -> shape.withChannels(1));
    }

    /** Follows a place of one node's tensor into another's. */
    Cell follow(NodeId from, Cell cell, NodeId to) {
        if (from.equals(to)) {
            return cell;
        }
        Optional<Raster> start = raster(from);
        Optional<Raster> end = raster(to);
        return start.isPresent() && end.isPresent() ? start.get().follow(cell, end.get(), channels(to)) : new Cell(0, 0, 0);
    }

    /** Whether a node's channels are places of maps that a flatten has unrolled. */
    boolean isUnrolled(NodeId node) {
        return raster(node).filter(each -> each.unrolled().isPresent()).isPresent();
    }

    private Optional<Raster> raster(NodeId node) {
        return rasters.stream().filter(each -> each.containsKey(node)).map(each -> each.get(node)).findFirst();
    }

    /** Of nodes in this route's order the one nearest to a node that another route still has. */
    Optional<NodeId> nearest(NodeId gone, Route left) {
        if (!has(gone)) {
            return Optional.empty();
        }
        int at = indexOf(gone);
        return IntStream.range(0, stations.size()).boxed()
                .sorted((a, b) -> Integer.compare(Math.abs(a - at), Math.abs(b - at)))
                .map(i -> stations.get(i).node()).filter(left::has).findFirst();
    }

    @Override
    public String toString() {
        return stations.stream().map(station -> station.node().value()).collect(Collectors.joining(" → "));
    }
}
