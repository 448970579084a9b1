package skipstitch.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shape of every node's tensor, or why it has none. A misfit stops only what is downstream of it.
 */
public final class Shapes {
    private final Network network;
    private final List<Node> order;
    private final Map<NodeId, Fit> fits;

    private Shapes(Network network, List<Node> order, Map<NodeId, Fit> fits) {
        this.network = network;
        this.order = List.copyOf(order);
        this.fits = fits;
    }

    /** Infers all shapes in one pass, in topological order. Never throws. */
    public static Shapes of(Network network) {
        List<Node> order = network.topological();
        Map<NodeId, Fit> fits = new LinkedHashMap<>();
        for (Node node : order) {
            fits.put(node.id(), fit(network, node, fits));
        }
        fits.putAll(Loops.fits(network, order));
        return new Shapes(network, order, fits);
    }

    /** @param fits of all nodes that come before this one */
    static Fit fit(Network network, Node node, Map<NodeId, Fit> fits) {
        Optional<String> fanIn = node.layer().fanIn().complaint(node.label(), node.inlets());
        if (fanIn.isPresent()) {
            return new Fit.Breaks(new Misfit(node.id(), Misfit.Rule.FAN_IN, List.of(), fanIn.get()));
        }
        List<Shape> incoming = new ArrayList<>();
        for (Inlet inlet : node.inlets()) {
            Fit source = fits.get(inlet.source());
            switch (source) {
                case null -> {
                    return new Fit.Breaks(new Misfit(node.id(), Misfit.Rule.SOURCES_EXIST, List.of(),
                            node.label() + " takes a tensor from '" + inlet.source() + "', which is not there"));
                }
                case Fit.Fits(Shape shape) -> incoming.add(shape);
                case Fit.Breaks(Misfit misfit) -> {
                    return new Fit.Waits(misfit.node());
                }
                case Fit.Waits waits -> {
                    return waits;
                }
            }
        }
        if (node.layer() instanceof Layer.MaxUnpool) {
            return UnpoolRule.fit(network, node, fits, incoming);
        }
        return ShapeRules.apply(node, incoming);
    }

    public Network network() {
        return network;
    }

    /** Nodes in topological order, without those on cycles. */
    public List<Node> order() {
        return order;
    }

    /** @throws IllegalArgumentException if the network has no such node */
    public Fit fit(NodeId id) {
        network.node(id);
        return fits.get(id);
    }

    /** The same network's shapes with another input; empty if something breaks then, and no more is asked. */
    public Optional<Shapes> at(Shape input) {
        Map<NodeId, Fit> resized = new LinkedHashMap<>();
        for (Node node : order) {
            Fit fit = node.layer() instanceof Layer.Input ? new Fit.Fits(input) : fit(network, node, resized);
            if (!(fit instanceof Fit.Fits)) {
                return Optional.empty();
            }
            resized.put(node.id(), fit);
        }
        return order.size() < network.nodes().size() ? Optional.empty()
                : Optional.of(new Shapes(network.withInputShape(input), order, resized));
    }

    /**
     * What an imagined node would have for a shape, given these: one that takes in tensors of this network,
     * but need not be in it. Looks at nothing but its sources.
     */
    public Fit fitOf(Node imagined) {
        return fit(network, imagined, fits);
    }

    /** The shape of the node's tensor; empty where it has none. */
    public Optional<Shape> find(NodeId id) {
        return Optional.ofNullable(fits.get(id)).flatMap(Fit::found);
    }

    /** @throws IllegalStateException if the node has no shape */
    public Shape shape(NodeId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("'" + id + "' has no shape: " + fits.get(id)));
    }

    /** The shapes of the tensors that come in, in the order of the inlets; only for a node that fits. */
    public List<Shape> incoming(Node node) {
        return node.inlets().stream().map(inlet -> shape(inlet.source())).toList();
    }

    public List<Misfit> misfits() {
        return fits.values().stream()
                .flatMap(fit -> fit instanceof Fit.Breaks(Misfit misfit) ? Stream.of(misfit) : Stream.empty())
                .toList();
    }

    public boolean allFit() {
        return fits.values().stream().allMatch(Fit.Fits.class::isInstance);
    }
}
