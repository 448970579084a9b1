package skipstitch.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import skipstitch.engine.Activations;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Role;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;

/** Gathers the tensors of a selected node out of the lanes' runs. */
public final class Inspector {
    private final Network drawn;
    private final NodeId node;
    private final List<Panel> panels = new ArrayList<>();

    private Inspector(Network drawn, NodeId node) {
        this.drawn = drawn;
        this.node = node;
    }

    /** A lane and what its run found. */
    public record Ran(Lane lane, Activations activations) {}

    /** Empty where no lane has a tensor for the node. */
    public static Optional<Inspection> inspect(Network drawn, List<Ran> lanes, NodeId node) {
        boolean merge = drawn.find(node).filter(Node::mergesSkip).isPresent();
        Inspector inspector = new Inspector(drawn, node);
        List<Ran> with = lanes.stream().filter(ran -> ran.activations().has(node)).toList();
        if (with.isEmpty()) {
            return Optional.empty();
        }
        if (merge) {
            with.forEach(ran -> inspector.inlets(ran, Inlet.Role.SKIP));
            with.forEach(ran -> inspector.inlets(ran, Inlet.Role.MAIN));
            with.forEach(inspector::result);
        } else {
            with.forEach(inspector::before);
            with.forEach(inspector::output);
        }
        return Optional.of(inspector.finish(merge));
    }

    private void inlets(Ran ran, Inlet.Role role) {
        Node merge = ran.lane().network().node(node);
        List<Inlet> inlets = merge.inlets(role);
        for (int i = 0; i < inlets.size(); i++) {
            NodeId source = inlets.get(i).source();
            if (ran.activations().has(source)) {
                String which = inlets.size() > 1 ? Integer.toString(i + 1) : "";
                boolean projected = ran.lane().isAdded(source);
                String symbol = role == Inlet.Role.SKIP ? (projected ? "P(x)" : "x") + which : "F(x)" + which;
                String title = (role == Inlet.Role.SKIP ? projected ? "projected skip " : "skip " : "main ") + symbol;
                show(role == Inlet.Role.SKIP ? Role.SKIP : Role.MAIN, title, symbol, ran, source, Optional.empty());
            }
        }
    }

    private void result(Ran ran) {
        Node merge = ran.lane().network().node(node);
        List<String> terms = new ArrayList<>();
        for (Inlet inlet : merge.inlets()) {
            boolean skip = inlet.role() == Inlet.Role.SKIP;
            terms.add(skip ? ran.lane().isAdded(inlet.source()) ? "P(x)" : "x" : "F(x)");
        }
        switch (merge.layer()) {
            case Layer.Concat _ -> {
                List<Block> blocks = new ArrayList<>();
                int first = 0;
                for (Inlet inlet : merge.inlets()) {
                    int channels = ran.lane().shapes().shape(inlet.source()).channels();
                    blocks.add(new Block(first, channels));
                    first += channels;
                }
                show(Role.RESULT, "Concat [ " + String.join(" ; ", terms) + " ]", "concat", ran, node, Optional.of(blocks));
            }
            case Layer.Identity _ -> show(Role.RESULT, "No skip: F(x) passes", "y", ran, node, Optional.empty());
            default -> show(Role.RESULT, merge.layer().title() + " " + String.join(" + ", terms),
                    String.join(" + ", terms), ran, node, Optional.empty());
        }
    }

    private void before(Ran ran) {
        Node at = ran.lane().network().node(node);
        for (Inlet inlet : at.inlets()) {
            if (inlet.role() != Inlet.Role.INDICES && ran.activations().has(inlet.source())) {
                show(Role.OTHER, "in: " + ran.lane().network().node(inlet.source()).label(), "in", ran, inlet.source(),
                        Optional.empty());
            }
        }
    }

    private void output(Ran ran) {
        show(Role.OTHER, (ran.lane().network().node(node).inlets().isEmpty() ? "" : "out: ")
                + ran.lane().network().node(node).label(), "out", ran, node, Optional.empty());
    }

    /** Adds a panel, unless another lane's panel of the same name shows the same numbers: then it is both's. */
    private void show(Role role, String title, String symbol, Ran ran, NodeId source, Optional<List<Block>> blocks) {
        Tensor tensor = ran.activations().tensor(source);
        for (int i = 0; i < panels.size(); i++) {
            Panel known = panels.get(i);
            if (known.title().equals(title) && known.shape().equals(tensor.shape())
                    && Arrays.equals(known.tensor().values(), tensor.values())) {
                panels.set(i, new Panel(role, title, symbol, Optional.empty(), known.tensor(), known.blocks(), known.branches()));
                return;
            }
        }
        Provenance provenance = Provenance.of(ran.lane(), drawn, node);
        List<Branch> branches = provenance.of(source).isEmpty()
                ? Collections.nCopies(tensor.shape().channels(), Branch.NONE) : provenance.of(source);
        panels.add(new Panel(role, title, symbol, Optional.of(ran.lane().variant()), tensor,
                blocks.orElse(List.of(new Block(0, tensor.shape().channels()))), branches));
    }

    private Inspection finish(boolean merge) {
        Extent extent = panels.stream().map(panel -> panel.tensor().extent()).reduce(Extent::union).orElseThrow();
        boolean picture = drawn.find(node).filter(at -> at.layer() instanceof Layer.Input).isPresent();
        return new Inspection(node, panels, picture ? ColourScale.ofPicture(extent) : ColourScale.of(extent), extent,
                merge ? Optional.of(MergeBill.of(drawn, node)) : Optional.empty());
    }

    /** How a variant's lane is called. */
    public static String laneTitle(Variant variant) {
        return variant == Variant.NO_SKIP ? "No-skip lane" : variant.title() + " lane";
    }
}
