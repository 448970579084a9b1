package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import skipstitch.engine.Activations;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.Branch;
import skipstitch.explain.MergeWords;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * One node's part in a run, copied out once: all of its values can be explained from it.
 *
 * @param node     the node
 * @param read     what it read by each inlet; by an {@code INDICES} inlet, what that max pool read
 * @param branches of the selected merge, for each channel of each inlet
 * @param names    what comes in by each inlet: {@code x}, {@code F(x)} at a merge of a skip, else the source's label
 * @param weights  of the layer
 * @param made     what came out
 * @param pool     the pool whose indices an unpool follows
 */
public record NodeRun(Node node, List<Tensor> read, List<List<Branch>> branches, List<String> names,
                      LayerWeights weights, Tensor made, Optional<Layer.MaxPool> pool) {
    public NodeRun {
        read = List.copyOf(read);
        branches = List.copyOf(branches);
        names = List.copyOf(names);
    }

    /** @throws IllegalArgumentException if the node has no tensor in this run */
    public static NodeRun of(Ran ran, Provenance provenance, NodeId id) {
        Network network = ran.lane().network();
        Activations activations = ran.activations();
        Node node = network.node(id);
        List<Tensor> read = new ArrayList<>();
        List<List<Branch>> branches = new ArrayList<>();
        Optional<Layer.MaxPool> pool = Optional.empty();
        for (int i = 0; i < node.inlets().size(); i++) {
            Inlet inlet = node.inlets().get(i);
            Tensor tensor;
            NodeId source = inlet.source();
            if (inlet.role() == Inlet.Role.INDICES) {
                Node pooling = network.node(source);
                pool = Optional.of((Layer.MaxPool) pooling.layer());
                tensor = activations.on(new Edge(source, 0));
                source = pooling.inlets().getFirst().source();
            } else {
                tensor = activations.on(new Edge(id, i));
            }
            read.add(tensor);
            List<Branch> known = provenance.of(source);
            branches.add(known.isEmpty() ? Collections.nCopies(tensor.shape().channels(), Branch.NONE) : known);
        }
        return new NodeRun(node, read, branches, MergeWords.names(network, node), ran.weights().of(id),
                activations.tensor(id), pool);
    }

    public Shape shape() {
        return made.shape();
    }

    /** The first inlet that is no {@code INDICES} inlet. */
    public int main() {
        return node.inlets().getFirst().role() == Inlet.Role.INDICES ? 1 : 0;
    }

    /** The inlet that brings a pool's indices. */
    int indices() {
        return 1 - main();
    }

    /** What came in by the first inlet that is no {@code INDICES} inlet. */
    public Tensor in() {
        return read.get(main());
    }

    /** What stands at a place of an inlet's tensor: 0 of the padding outside of it. */
    Operand operand(int inlet, int channel, int y, int x) {
        Tensor tensor = read.get(inlet);
        boolean inside = y >= 0 && x >= 0 && y < tensor.shape().height() && x < tensor.shape().width();
        return new Operand(inlet, new Cell(channel, y, x), inside ? tensor.at(channel, y, x) : 0, !inside,
                branches.get(inlet).get(channel));
    }

    /** The same of the main inlet. */
    Operand operand(int channel, int y, int x) {
        return operand(main(), channel, y, x);
    }

    <W extends LayerWeights> W weights(Class<W> kind) {
        return kind.cast(weights);
    }
}
