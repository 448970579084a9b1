package skipstitch.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Role;
import skipstitch.network.Edge;
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
    private final List<Ran> lanes;
    private final Map<Ran, Provenance> provenance = new LinkedHashMap<>();
    private final List<Panel> panels = new ArrayList<>();

    private Inspector(Network drawn, NodeId node, NodeId merge, List<Ran> lanes) {
        this.drawn = drawn;
        this.node = node;
        this.lanes = lanes;
        lanes.forEach(ran -> provenance.put(ran, Provenance.of(ran.lane(), drawn, merge)));
    }

    /**
     * Empty where no lane has a tensor for the node.
     *
     * @param node  what is selected
     * @param merge the merge whose branches have colours
     */
    public static Optional<Inspection> inspect(Network drawn, List<Ran> lanes, NodeId node, NodeId merge) {
        boolean merges = drawn.find(node).filter(Node::mergesSkip).isPresent();
        List<Ran> with = lanes.stream().filter(ran -> ran.activations().has(node)).toList();
        Inspector inspector = new Inspector(drawn, node, merge, with);
        if (with.isEmpty()) {
            return Optional.empty();
        }
        if (merges) {
            // What a concat lane takes in is seen in its concatenation: it needs panels of its own only when alone.
            List<Ran> apart = with.stream().filter(ran -> ran == with.getFirst() || !inspector.concatenates(ran)).toList();
            apart.forEach(ran -> inspector.inlets(ran, Inlet.Role.SKIP));
            apart.forEach(ran -> inspector.inlets(ran, Inlet.Role.MAIN));
            with.forEach(inspector::result);
        } else {
            with.forEach(inspector::before);
            with.forEach(inspector::output);
        }
        return Optional.of(inspector.finish(merges));
    }

    private boolean concatenates(Ran ran) {
        return ran.lane().network().node(node).layer() instanceof Layer.Concat;
    }

    private void inlets(Ran ran, Inlet.Role role) {
        Node merge = ran.lane().network().node(node);
        List<Inlet> inlets = merge.inlets(role);
        for (int i = 0; i < inlets.size(); i++) {
            NodeId source = inlets.get(i).source();
            if (ran.activations().has(source)) {
                String which = inlets.size() > 1 ? Integer.toString(i + 1) : "";
                String symbol = MergeWords.symbol(ran.lane().network(), merge, inlets.get(i)) + which;
                show(role == Inlet.Role.SKIP ? Role.SKIP : Role.MAIN, (role == Inlet.Role.SKIP ? "skip " : "main ")
                        + symbol + done(ran, inlets.get(i)), symbol, ran, source, Optional.of(inlets.get(i)), Optional.empty());
            }
        }
    }

    private void result(Ran ran) {
        Node merge = ran.lane().network().node(node);
        List<String> terms = MergeWords.symbols(ran.lane().network(), merge);
        switch (merge.layer()) {
            case Layer.Concat _ -> show(Role.RESULT, "Concat [ " + String.join(" ; ", terms) + " ]", "concat", ran, node,
                    Optional.empty(), Optional.of(blocks(ran.lane(), merge)));
            case Layer.Identity _ -> show(Role.RESULT, "No skip: F(x) passes", "y", ran, node, Optional.empty(),
                    Optional.empty());
            default -> {
                boolean sum = merge.layer() instanceof Layer.Add;
                show(Role.RESULT, merge.layer().title() + " " + String.join(sum ? " + " : " × ", terms),
                        sum ? "sum" : "product", ran, node, Optional.empty(), Optional.empty());
            }
        }
    }

    /** A concatenation's channels as they came in. */
    private static List<Block> blocks(Lane lane, Node concat) {
        List<Block> blocks = new ArrayList<>();
        int first = 0;
        for (Inlet inlet : concat.inlets()) {
            int channels = lane.shapes().shape(inlet.source()).channels();
            blocks.add(new Block(first, channels));
            first += channels;
        }
        return blocks;
    }

    private void before(Ran ran) {
        Node at = ran.lane().network().node(node);
        for (Inlet inlet : at.inlets()) {
            if (inlet.role() != Inlet.Role.INDICES && ran.activations().has(inlet.source())) {
                Node source = ran.lane().network().node(inlet.source());
                show(Role.INPUT, "in: " + source.label() + done(ran, inlet), "in", ran, source.id(),
                        Optional.of(inlet), source.layer() instanceof Layer.Concat
                        ? Optional.of(blocks(ran.lane(), source)) : Optional.empty());
            }
        }
    }

    private void output(Ran ran) {
        show(Role.OUTPUT, (ran.lane().network().node(node).inlets().isEmpty() ? "" : "out: ")
                + ran.lane().network().node(node).label(), "out", ran, node, Optional.empty(), Optional.empty());
    }

    /** Adds a panel, unless it is there already because another lane has the same numbers. */
    private void show(Role role, String title, String symbol, Ran ran, NodeId source, Optional<Inlet> by,
                      Optional<List<Block>> blocks) {
        Tensor tensor = read(ran, source, by);
        boolean known = panels.stream().anyMatch(panel -> panel.title().equals(title) && same(panel.tensor(), tensor));
        if (known) {
            return;
        }
        boolean everywhere = lanes.stream().filter(other -> other != ran && other.activations().has(source))
                .allMatch(other -> same(read(other, source, by), tensor));
        List<Branch> branches = provenance.get(ran).of(source);
        int channels = tensor.shape().channels();
        panels.add(new Panel(role, title, symbol, everywhere ? Optional.empty() : Optional.of(ran.lane().variant()),
                source, by.flatMap(inlet -> edge(ran, inlet)), tensor, blocks.orElse(List.of(new Block(0, channels))),
                branches.isEmpty() ? Collections.nCopies(channels, Branch.NONE) : branches));
    }

    /** A node's own tensor, or what is read of it by an inlet: an intervention may have changed that. */
    private Tensor read(Ran ran, NodeId source, Optional<Inlet> by) {
        return by.flatMap(inlet -> edge(ran, inlet)).map(ran.activations()::on)
                .orElseGet(() -> ran.activations().tensor(source));
    }

    private Optional<Edge> edge(Ran ran, Inlet inlet) {
        int index = ran.lane().network().node(node).inlets().indexOf(inlet);
        return index < 0 ? Optional.empty() : Optional.of(new Edge(node, index));
    }

    /** What was done to the tensor on its way, after its title: {@code ", shuffled"}. */
    private String done(Ran ran, Inlet inlet) {
        return edge(ran, inlet).map(ran.interventions()::title).filter(words -> !words.isEmpty())
                .map(words -> ", " + words).orElse("");
    }

    static boolean same(Tensor a, Tensor b) {
        return a.shape().equals(b.shape()) && Arrays.equals(a.values(), b.values());
    }

    private Inspection finish(boolean merges) {
        Extent extent = panels.stream().map(panel -> panel.tensor().extent()).reduce(Extent::union).orElseThrow();
        boolean picture = drawn.find(node).filter(at -> at.layer() instanceof Layer.Input).isPresent();
        Extent shown = merges ? branches().map(extent::union).orElse(extent) : extent;
        return new Inspection(node, panels, picture ? ColourScale.ofPicture(shown) : ColourScale.of(shown), extent,
                merges ? Optional.of(MergeBill.of(drawn, node)) : Optional.empty());
    }

    /**
     * What the branches as drawn and their sum span, whichever lanes are shown: so that colours stay when the
     * merge is switched. Empty where they have different shapes.
     */
    private Optional<Extent> branches() {
        Node merge = drawn.node(node);
        Ran ran = lanes.getFirst();
        List<Inlet> inlets = merge.inlets();
        if (inlets.size() != 2 || !inlets.stream().map(Inlet::source).allMatch(ran.activations()::has)) {
            return Optional.empty();
        }
        Tensor first = read(ran, inlets.get(0).source(), Optional.of(inlets.get(0)));
        Tensor second = read(ran, inlets.get(1).source(), Optional.of(inlets.get(1)));
        if (!first.shape().equals(second.shape())) {
            return Optional.empty();
        }
        float[] sum = new float[first.values().length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first.values()[i] + second.values()[i];
        }
        return Optional.of(first.extent().union(second.extent()).union(new Tensor(first.shape(), sum).extent()));
    }

    /** How a variant's lane is called. */
    public static String laneTitle(Variant variant) {
        return variant.title().replace(' ', '-') + " lane";
    }
}
