package skipstitch.explain.proofs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.explain.Branch;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;
import skipstitch.tensor.Moments;
import skipstitch.tensor.Tensor;
import skipstitch.tensor.Thumbnail;

/** Looks at the layer that reads a merge next, in all variants. */
public final class NextLayers {
    /** The lanes that are needed, in this order. */
    public static final List<Variant> VARIANTS = List.of(Variant.ADD, Variant.CONCAT, Variant.NO_SKIP);

    private final Network drawn;
    private final NodeId merge;
    private final Ran add;
    private final Ran concat;
    private final Ran noSkip;
    private final List<Ran> untouched;

    /**
     * @param drawn     the network as drawn
     * @param merge     a node that takes a skip in
     * @param ran       each of {@link #VARIANTS}
     * @param untouched the same without what was done to tensors by hand; empty if nothing was
     */
    public NextLayers(Network drawn, NodeId merge, List<Ran> ran, List<Ran> untouched) {
        this.untouched = List.copyOf(untouched);
        this.drawn = drawn;
        this.merge = merge;
        this.add = ran.get(0);
        this.concat = ran.get(1);
        this.noSkip = ran.get(2);
    }

    /**
     * @param knob     where it stood when the lanes were run
     * @param engine   runs the layer with a part of its kernels
     * @param pictures that the lanes were run on
     * @throws java.util.concurrent.CancellationException if {@code progress} called it off
     */
    public NextLayer look(double knob, Engine engine, Pictures pictures, Progress progress) {
        if (drawn.find(merge).filter(Node::mergesSkip).isEmpty()) {
            return new NoEffect(merge, "Select a merge that takes a skip in.");
        }
        if (VARIANTS.stream().anyMatch(variant -> !of(variant).activations().has(merge))) {
            return new NoEffect(merge, "The shapes do not fit in every lane, so there is nothing to compare.");
        }
        Optional<Node> next = next();
        if (next.isEmpty()) {
            return new NoEffect(merge, "No layer after this merge mixes channels, so no kernels weigh them.");
        }
        NodeId id = next.get().id();
        Map<Variant, Tensor> outputs = new LinkedHashMap<>();
        VARIANTS.stream().filter(variant -> of(variant).activations().has(id))
                .forEach(variant -> outputs.put(variant, of(variant).activations().tensor(id)));
        if (outputs.size() < VARIANTS.size() || outputs.values().stream().map(Tensor::shape).distinct().count() > 1) {
            return new NoEffect(merge, next.get().label()
                    + " does not fit in every lane, so there is nothing to compare.");
        }
        // Of the two that the knob does not move, so that it does not change the picture's subject.
        int channel = Thumbnail.channel(
                List.of(Moments.of(outputs.get(Variant.ADD)), Moments.of(outputs.get(Variant.NO_SKIP))));
        Map<Variant, Tensor> maps = new LinkedHashMap<>();
        outputs.forEach((variant, tensor) -> maps.put(variant, tensor.map(channel)));
        Obstacles obstacles = new Obstacles(add, concat, merge, id);
        return new Effect(merge, next.get(), between(id), knob, channel, maps,
                Difference.of(outputs.get(Variant.CONCAT), outputs.get(Variant.ADD), channel),
                Difference.of(outputs.get(Variant.CONCAT), outputs.get(Variant.NO_SKIP), channel), byHand(outputs, id, channel),
                split(id, channel, engine, pictures, progress), obstacles.toAdd(), obstacles.toNoSkip());
    }

    private Map<Variant, Difference> byHand(Map<Variant, Tensor> outputs, NodeId next, int channel) {
        Map<Variant, Difference> all = new LinkedHashMap<>();
        untouched.forEach(ran -> {
            Variant variant = ran.lane().variant();
            all.put(variant, Difference.of(outputs.get(variant), ran.activations().tensor(next), channel));
        });
        return all;
    }

    private Ran of(Variant variant) {
        return switch (variant) {
            case ADD -> add;
            case CONCAT -> concat;
            case NO_SKIP -> noSkip;
            case AS_DRAWN -> throw new IllegalArgumentException("Not looked at as drawn");
        };
    }

    /** The first layer on the way from the merge that mixes channels; nothing that mixes stands before it. */
    private Optional<Node> next() {
        Network network = concat.lane().network();
        Set<NodeId> after = network.downstream(merge);
        return concat.lane().shapes().order().stream()
                .filter(node -> after.contains(node.id()) && !node.id().equals(merge) && mixes(node.layer()))
                .findFirst();
    }

    private static boolean mixes(Layer layer) {
        return layer instanceof Layer.Conv || layer instanceof Layer.TransposedConv || layer instanceof Layer.Linear;
    }

    private List<Node> between(NodeId next) {
        Network network = concat.lane().network();
        Set<NodeId> after = network.downstream(merge);
        Set<NodeId> before = network.upstream(next);
        return concat.lane().shapes().order().stream().filter(node -> after.contains(node.id())
                && before.contains(node.id()) && !node.id().equals(merge) && !node.id().equals(next)).toList();
    }

    private Optional<Effect.Split> split(NodeId next, int channel, Engine engine, Pictures pictures,
                                         Progress progress) {
        Node node = concat.lane().network().node(next);
        boolean groups = node.layer() instanceof Layer.Conv conv && conv.groups() > 1;
        if (groups || !(concat.weights().of(next) instanceof Kernels kernels)) {
            return Optional.empty();
        }
        int outputs = switch (node.layer()) {
            case Layer.Conv conv -> conv.filters();
            case Layer.Linear linear -> linear.outputs();
            // Its kernels go by input channel first.
            default -> 1;
        };
        List<Branch> branches = Provenance.of(concat.lane(), drawn, merge).of(node.inlets().getFirst().source());
        Shapes upTo = upTo(next);
        return Optional.of(new Effect.Split(
                part(upTo, next, only(kernels, outputs, branches, Branch.SKIP), channel, engine, pictures, progress),
                part(upTo, next, only(kernels, outputs, branches, Branch.MAIN), channel, engine, pictures, progress)));
    }

    private Shapes upTo(NodeId end) {
        Network network = concat.lane().network();
        Set<NodeId> needed = network.upstream(end);
        return Shapes.of(new Network(network.name(),
                network.nodes().stream().filter(node -> needed.contains(node.id())).toList()));
    }

    private Effect.Part part(Shapes upTo, NodeId next, Kernels kernels, int channel, Engine engine, Pictures pictures,
                             Progress progress) {
        Pass pass = new Pass(upTo, concat.weights().with(next, kernels), pictures, concat.interventions());
        try (Activations activations = engine.run(pass, progress)) {
            Tensor tensor = activations.tensor(next);
            float largest = 0;
            for (float value : tensor.values()) {
                largest = Math.max(largest, Math.abs(value));
            }
            return new Effect.Part(tensor.map(channel), largest);
        }
    }

    /** The slices of one branch's channels, the others and the bias at 0. */
    private static Kernels only(Kernels all, int outputs, List<Branch> branches, Branch wanted) {
        float[] kernels = new float[all.kernels().length];
        int slice = kernels.length / outputs / branches.size();
        for (int i = 0; i < outputs * branches.size(); i++) {
            if (branches.get(i % branches.size()) == wanted) {
                System.arraycopy(all.kernels(), i * slice, kernels, i * slice, slice);
            }
        }
        return Kernels.of(kernels, new float[all.bias().length]);
    }
}
