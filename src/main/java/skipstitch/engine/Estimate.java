package skipstitch.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Edge;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Shapes;

/** Goes through passes without computing them and counts what would be held. */
final class Estimate {
    private final Memo<?> memo;
    private final Map<Key, Integer> pins = new HashMap<>();
    private long bytes;
    private long height;

    private Estimate(Memo<?> memo) {
        this.memo = memo;
        this.bytes = memo.pinnedBytes();
        this.height = bytes;
    }

    /** @param keys of the passes */
    static Footprint of(List<Pass> passes, List<PassKeys> keys, Retention retention, Memo<?> memo, long available) {
        Estimate estimate = new Estimate(memo);
        List<Optional<Reads>> reads = passes.stream().map(pass -> Passes.reads(pass, retention)).toList();
        List<Walk.Stop> stops = Passes.stops(passes);
        for (Walk.Stop stop : stops) {
            estimate.walk(stop.node(), passes.get(stop.pass()), keys.get(stop.pass()), reads.get(stop.pass()));
        }
        for (int i = 0; i < passes.size(); i++) {
            estimate.pinMisfits(passes.get(i).shapes(), keys.get(i));
        }
        return new Footprint(estimate.height, memo.pinnedBytes(), available, stops.stream()
                .map(stop -> new Footprint.Largest(stop.node(), bytes(passes, stop)))
                .max(Comparator.comparingLong(Footprint.Largest::bytes)));
    }

    private static long bytes(List<Pass> passes, Walk.Stop stop) {
        return passes.get(stop.pass()).shapes().shape(stop.node().id()).bytes();
    }

    private void pinMisfits(Shapes shapes, PassKeys keys) {
        keys.edges.forEach((edge, key) -> {
            if (shapes.find(edge.to()).isEmpty()) {
                pin(key, bytes(shapes, edge));
            }
        });
    }

    private void walk(Node node, Pass pass, PassKeys keys, Optional<Reads> reads) {
        Shapes shapes = pass.shapes();
        for (int i = 0; i < node.inlets().size(); i++) {
            Edge edge = new Edge(node.id(), i);
            if (keys.edges.containsKey(edge)) {
                pin(keys.edges.get(edge), bytes(shapes, edge));
            }
        }
        pin(keys.nodes.get(node.id()), shapes.shape(node.id()).bytes());
        reads.map(each -> each.computed(node)).ifPresent(spent -> {
            spent.nodes().forEach(id -> unpin(keys.nodes.get(id), shapes.shape(id).bytes()));
            spent.edges().stream().filter(keys.edges::containsKey)
                    .forEach(edge -> unpin(keys.edges.get(edge), bytes(shapes, edge)));
        });
    }

    private static long bytes(Shapes shapes, Edge edge) {
        Network network = shapes.network();
        return shapes.shape(edge.of(network).source()).bytes();
    }

    /** Twins share one array. */
    private void pin(Key key, long size) {
        if (pins.merge(key, 1, Integer::sum) == 1) {
            bytes += memo.toPin(key, size);
            height = Math.max(height, bytes);
        }
    }

    private void unpin(Key key, long size) {
        if (pins.merge(key, -1, Integer::sum) == 0) {
            bytes -= memo.toPin(key, size);
        }
    }
}
