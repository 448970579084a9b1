package skipstitch.explain;

import java.util.Comparator;
import java.util.stream.Collectors;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;

/** What a person does to tensors, in words. */
public final class InterventionWords {
    private InterventionWords() {}

    /**
     * {@code F(x) into merge: shuffled, volume ×0.1; the knob at 0.50}: all that makes a run another one than the
     * network's own, empty if nothing does.
     */
    public static String all(Network drawn, Interventions interventions, double knob) {
        String edges = interventions.edges().stream().filter(edge -> edge.isIn(drawn))
                .sorted(Comparator.comparing((Edge edge) -> edge.to().value()).thenComparingInt(Edge::inlet))
                .map(edge -> symbol(drawn, edge) + " into " + edge.to() + ": " + interventions.title(edge))
                .collect(Collectors.joining("; "));
        String turned = knob == KnobStop.OWN.at() ? "" : "the knob at " + Numerals.fixed(knob, 2);
        return edges + (edges.isEmpty() || turned.isEmpty() ? "" : "; ") + turned;
    }

    /** What the tensor on an edge is called: {@code x}, {@code F(x)}, else after the node that it comes from. */
    public static String symbol(Network drawn, Edge edge) {
        Node node = drawn.node(edge.to());
        Inlet inlet = edge.of(drawn);
        return node.mergesSkip() ? MergeWords.symbol(drawn, node, inlet)
                : drawn.find(inlet.source()).map(Node::label).orElse(inlet.source().value());
    }
}
