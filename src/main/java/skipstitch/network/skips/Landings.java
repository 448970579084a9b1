package skipstitch.network.skips;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * All places where something carried could land, with their answers, in reading order along the network: each
 * node's edges, then the node. Shapes are inferred once for all places.
 */
public final class Landings {
    private final Network drawn;
    private final Answers answers;
    private final SequencedMap<Target, Landing> byTarget = new LinkedHashMap<>();

    private Landings(Network drawn, Answers answers) {
        this.drawn = drawn;
        this.answers = answers;
    }

    /**
     * Asks every place.
     *
     * @throws IllegalArgumentException if the network does not have what is carried
     */
    public static Landings of(Network drawn, Carried carried) {
        Landings landings = new Landings(drawn, Answers.of(drawn, carried));
        for (Node node : landings.reading()) {
            switch (carried) {
                case Carried.End(Edge skip) -> landings.askForEnd(node, skip);
                case Carried.Fresh _ -> landings.askForFresh(node);
                case Carried.Start _ -> landings.ask(new Target.Output(node.id()));
                case Carried.MainEnd _ -> {
                    if (node.layer().fanIn().most() > 0) {
                        landings.ask(new Target.Inlet(node.id()));
                    }
                }
            }
        }
        return landings;
    }

    /** In topological order; what is on a loop, or behind one, comes last, as drawn. */
    private Collection<Node> reading() {
        SequencedMap<NodeId, Node> all = new LinkedHashMap<>();
        answers.order().forEach(id -> all.put(id, drawn.node(id)));
        drawn.nodes().forEach(node -> all.putIfAbsent(node.id(), node));
        return all.values();
    }

    private void askForEnd(Node node, Edge skip) {
        boolean old = node.id().equals(skip.to());
        if (!old || !Lifted.dissolves(Inlets.without(node, skip.inlet()))) {
            askEdges(node, carriedAlong(skip.of(drawn).source()));
        }
        if (old || Inlets.takesSkips(node)) {
            ask(new Target.Merge(node.id()));
        }
    }

    /** Nodes that do nothing but feed the skip: it runs through them, and takes them along. */
    private Set<NodeId> carriedAlong(NodeId source) {
        Set<NodeId> along = new LinkedHashSet<>();
        Optional<Node> node = drawn.find(source);
        while (node.isPresent() && node.get().inlets().size() == 1 && drawn.consumers(node.get().id()).size() == 1
                && along.add(node.get().id())) {
            node = drawn.find(node.get().inlets().getFirst().source());
        }
        return along;
    }

    private void askForFresh(Node node) {
        askEdges(node, Set.of());
        if (Inlets.isDangling(node)) {
            ask(new Target.Inlet(node.id()));
        } else if (Inlets.takesSkips(node)) {
            ask(new Target.Merge(node.id()));
        }
    }

    private void askEdges(Node node, Set<NodeId> carriedAlong) {
        if (carriedAlong.contains(node.id())) {
            return;
        }
        for (int i = 0; i < node.inlets().size(); i++) {
            Inlet inlet = node.inlets().get(i);
            if (inlet.role() == Inlet.Role.MAIN && drawn.has(inlet.source())) {
                ask(new Target.OnEdge(new Edge(node.id(), i)));
            }
        }
    }

    private void ask(Target target) {
        byTarget.put(target, answers.at(target));
    }

    /** Every place, in reading order. */
    public List<Landing> all() {
        return List.copyOf(byTarget.sequencedValues());
    }

    /** The place's answers; empty if nothing can be asked there. */
    public Optional<Landing> at(Target target) {
        return Optional.ofNullable(byTarget.get(target));
    }

    /**
     * All that mends what lands there, the usual repair first; none where it fits, or cannot be.
     *
     * @param merge what the merge is to be; for a main edge of no meaning
     */
    public List<Repair> repairs(Target target, Layer.Merge merge) {
        return byTarget.containsKey(target) ? answers.repairs(target, merge) : List.of();
    }
}
