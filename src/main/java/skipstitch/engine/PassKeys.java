package skipstitch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.intervention.Intervention;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * The content of every tensor of a pass, before anything is computed: of each node that has a shape, and of each edge
 * whose tensor is intervened on. Nodes come after their sources.
 */
final class PassKeys {
    final Map<NodeId, Key> nodes = new LinkedHashMap<>();
    final Map<Edge, Key> edges = new LinkedHashMap<>();
    private final Pass pass;
    private final Map<Shape, Tensor> pictures = new HashMap<>();
    private final Map<Shape, Key> pictureKeys = new HashMap<>();

    PassKeys(Pass pass) {
        this.pass = pass;
        for (Node node : pass.shapes().order()) {
            if (pass.shapes().find(node.id()).isPresent()) {
                renew(node, pass.weights().of(node.id()));
            } else {
                renewEdges(node);
            }
        }
    }

    /** A node's keys anew, for others of its sources or other weights. */
    void renew(Node node, LayerWeights weights) {
        renewEdges(node);
        nodes.put(node.id(), key(node, weights));
    }

    private void renewEdges(Node node) {
        for (int i = 0; i < node.inlets().size(); i++) {
            Edge edge = new Edge(node.id(), i);
            intervened(edge, node.inlets().get(i)).ifPresent(key -> edges.put(edge, key));
        }
    }

    /** What an input of this shape gives, made once for the pass. */
    Tensor picture(Shape shape) {
        return pictures.computeIfAbsent(shape, pass.pictures()::of);
    }

    private Optional<Key> intervened(Edge edge, Inlet inlet) {
        List<Intervention> done = pass.interventions().on(edge);
        return done.isEmpty() || inlet.role() == Inlet.Role.INDICES || !nodes.containsKey(inlet.source())
                ? Optional.empty()
                : Optional.of(Key.of(done.stream().map(Intervention::content)
                        .collect(Collectors.joining("; ", "on an edge: ", "")),
                        List.of(nodes.get(inlet.source()))));
    }

    private Key key(Node node, LayerWeights weights) {
        List<Key> parts = new ArrayList<>();
        parts.add(weights.key());
        StringBuilder word = new StringBuilder(node.layer().toString());
        if (node.layer() instanceof Layer.Input(Shape shape)) {
            parts.add(pictureKeys.computeIfAbsent(shape, _ -> Key.of(picture(shape).values())));
        }
        for (int i = 0; i < node.inlets().size(); i++) {
            Inlet inlet = node.inlets().get(i);
            // Of two inlets only the order matters to what is computed, not which of them is the skip.
            word.append(inlet.role() == Inlet.Role.INDICES ? 'i' : 't');
            parts.add(edges.getOrDefault(new Edge(node.id(), i), nodes.get(inlet.source())));
        }
        return Key.of(word.toString(), parts);
    }
}
