package skipstitch.engine.plain;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/** What came back to each node and by each edge in one pass. What nothing came back to has zeros. */
final class Gradients {
    private final Shapes shapes;
    private final int batch;
    private final Map<NodeId, List<Grid>> nodes = new HashMap<>();
    private final Map<Edge, List<Grid>> edges = new HashMap<>();
    private boolean known;

    Gradients(Shapes shapes, int batch) {
        this.shapes = shapes;
        this.batch = batch;
    }

    void clear() {
        nodes.clear();
        edges.clear();
        known = false;
    }

    /** Of a fresh pass, by what it starts from. */
    void begin(Map<NodeId, List<Grid>> seeds) {
        clear();
        nodes.putAll(seeds);
        known = true;
    }

    /** Adds to what the edge's source has what came back by the edge. */
    void add(Edge edge, List<Grid> gradient) {
        edges.put(edge, gradient);
        nodes.merge(edge.of(shapes.network()).source(), gradient,
                (some, more) -> IntStream.range(0, batch).mapToObj(n -> some.get(n).plus(more.get(n))).toList());
    }

    /** Empty if nothing came back. */
    Optional<List<Grid>> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    List<Grid> of(NodeId id) {
        return orZeros(nodes.get(id), shape(id));
    }

    List<Grid> of(Edge edge) {
        shape(edge.to());
        return orZeros(edges.get(edge), shape(edge.of(shapes.network()).source()));
    }

    private List<Grid> orZeros(List<Grid> found, Shape shape) {
        if (!known) {
            throw new IllegalStateException("Nothing went backward");
        }
        return found == null ? Collections.nCopies(batch, Grid.zeros(shape)) : found;
    }

    /** @throws IllegalArgumentException if the node has none, or there is no such node */
    Shape shape(NodeId id) {
        return shapes.find(id).orElseThrow(() -> new IllegalArgumentException("'" + id + "' has no tensor"));
    }

    /** As one array. */
    float[] rounded(List<Grid> grids) {
        int size = grids.getFirst().values().length;
        float[] flat = new float[batch * size];
        for (int n = 0; n < batch; n++) {
            grids.get(n).round(flat, n * size);
        }
        return flat;
    }
}
