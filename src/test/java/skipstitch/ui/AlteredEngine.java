package skipstitch.ui;

import java.util.List;
import java.util.Map;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
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
    public Activations run(Pass pass, Progress progress) {
        Activations activations = real.run(pass, progress);
        return new Activations() {
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
        };
    }

    @Override
    public void close() {
        real.close();
    }
}
