package skipstitch.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.network.Node;
import skipstitch.network.Shapes;

/** Passes that an engine computes side by side. */
final class Passes<V> implements Walk {
    private final MemoEngine<V> engine;
    private final List<Held<V>> held;
    private final List<Optional<Reads>> reads;
    private final List<Stop> stops;
    private final Footprint footprint;
    private int done;

    Passes(MemoEngine<V> engine, List<Held<V>> held, Retention retention, Footprint footprint) {
        this.engine = engine;
        this.held = held;
        this.footprint = footprint;
        this.stops = stops(held.stream().map(Held::pass).toList());
        this.reads = held.stream().map(each -> reads(each.pass(), retention)).toList();
    }

    static Optional<Reads> reads(Pass pass, Retention retention) {
        return switch (retention) {
            case ALL -> Optional.empty();
            case WHAT_IS_TO_BE_READ -> Optional.of(new Reads(pass.shapes().network(), computable(pass.shapes())));
        };
    }

    private static List<Node> computable(Shapes shapes) {
        return shapes.order().stream().filter(node -> shapes.find(node.id()).isPresent()).toList();
    }

    /** By the share of its pass that is done after it, so that passes of one network go in step. */
    static List<Stop> stops(List<Pass> passes) {
        record Placed(Stop stop, double share) {}
        return IntStream.range(0, passes.size()).boxed().flatMap(pass -> {
            List<Node> nodes = computable(passes.get(pass).shapes());
            return IntStream.range(0, nodes.size())
                    .mapToObj(i -> new Placed(new Stop(pass, nodes.get(i)), (i + 1.0) / nodes.size()));
        }).sorted(Comparator.comparingDouble(Placed::share)).map(Placed::stop).toList();
    }

    @Override
    public Footprint footprint() {
        return footprint;
    }

    @Override
    public List<Stop> stops() {
        return stops;
    }

    @Override
    public void advance() {
        compute(stops.get(done));
    }

    @Override
    public void advance(LayerWeights weights) {
        Stop stop = stops.get(done);
        Held<V> of = held.get(stop.pass());
        of.weigh(stop.node().id(), weights);
        of.keys.renew(stop.node(), weights);
        compute(stop);
    }

    private void compute(Stop stop) {
        engine.compute(held.get(stop.pass()), stop.node(), reads.get(stop.pass()));
        done++;
        if (done == stops.size()) {
            computeMisfits();
        }
    }

    /** Into a node that does not fit, a tensor comes all the same. */
    private void computeMisfits() {
        for (Held<V> each : held) {
            Shapes shapes = each.pass().shapes();
            shapes.order().stream().filter(node -> shapes.find(node.id()).isEmpty())
                    .forEach(node -> engine.computeEdges(each, node));
        }
    }

    @Override
    public List<Activations> activations() {
        return List.copyOf(held);
    }

    @Override
    public void close() {
        held.forEach(Held::close);
    }
}
