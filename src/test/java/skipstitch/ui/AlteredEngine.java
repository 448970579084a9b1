package skipstitch.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.Pass;
import skipstitch.engine.Retention;
import skipstitch.engine.Walk;
import skipstitch.engine.WalkAround;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.tensor.Tensor;

/**
 * An engine that reads one node's tensor with other values at some places.
 *
 * @param values by index in {@code [C, H, W]}
 */
record AlteredEngine(Engine real, NodeId node, Map<Integer, Float> values) implements Engine {
    @Override
    public String name() {
        return "altered";
    }

    @Override
    public Footprint footprint(List<Pass> passes, Retention retention) {
        return real.footprint(passes, retention);
    }

    @Override
    public Walk begin(List<Pass> passes, Retention retention) {
        return new WalkAround(real.begin(passes, retention)) {
            @Override
            public List<Activations> activations() {
                List<Activations> all = super.activations();
                return IntStream.range(0, passes.size())
                        .<Activations>mapToObj(i -> new Altered(all.get(i), passes.get(i))).toList();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }

    private final class Altered implements Activations {
        private final Activations activations;
        private final Pass pass;

        Altered(Activations activations, Pass pass) {
            this.activations = activations;
            this.pass = pass;
        }

        @Override
        public boolean has(NodeId id) {
            return activations.has(id);
        }

        @Override
        public Tensor tensor(NodeId id) {
            Tensor tensor = activations.tensor(id);
            if (id.equals(node)) {
                values.forEach((index, value) -> tensor.values()[index] = value);
            }
            return tensor;
        }

        @Override
        public Tensor on(Edge edge) {
            NodeId source = edge.of(pass.shapes().network()).source();
            return source.equals(node) ? tensor(source) : activations.on(edge);
        }

        @Override
        public List<NodeId> computed() {
            return activations.computed();
        }

        @Override
        public void close() {
            activations.close();
        }
    }
}
