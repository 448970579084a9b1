package skipstitch.ui.editing;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.explain.Inspector;
import skipstitch.explain.SizeWords;
import skipstitch.network.Fit;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** What comes of another layer in a node, before it is put there. */
sealed interface Verdict {

    /** Nothing breaks. */
    record Good() implements Verdict {}

    /** The layer itself cannot be so. */
    record Refused(String why) implements Verdict {}

    /** The layer can be so, but then others no longer fit. */
    record Breaks(String why) implements Verdict {}

    /** What a layer's settings do not decide. */
    Set<Misfit.Rule> OF_THE_EDGES = EnumSet.of(Misfit.Rule.NO_CYCLE, Misfit.Rule.SOURCES_EXIST, Misfit.Rule.FAN_IN);

    /**
     * @param node  of the network
     * @param lanes in which all that fits now is to fit then
     */
    static Verdict of(Network network, List<Variant> lanes, Node node, Layer layer) {
        Node changed = node.withLayer(layer);
        Optional<String> impossible = impossible(changed);
        if (impossible.isPresent()) {
            return new Refused(impossible.get());
        }
        Network after = network.with(changed);
        Shapes then = Shapes.of(after);
        Optional<Misfit> own = misfit(then, node.id()).filter(misfit -> !OF_THE_EDGES.contains(misfit.rule()));
        // A node that is broken already is mended step by step.
        if (own.isPresent() && misfit(Shapes.of(network), node.id()).isEmpty()) {
            return new Refused(sentence(why(changed, own.get())));
        }
        List<Misfit> broken = newly(Shapes.of(network), then);
        if (!broken.isEmpty()) {
            String sizes = layer instanceof Layer.Input
                    ? SizeWords.of(then, broken.getFirst()).map(words -> " " + words).orElse("") : "";
            return new Breaks("Then " + then(after, broken) + sizes);
        }
        for (Variant variant : lanes) {
            List<Misfit> inLane = newly(variant.of(network).shapes(), variant.of(after).shapes());
            if (!inLane.isEmpty()) {
                return new Breaks("Then, in the " + Inspector.laneTitle(variant) + ", " + then(after, inLane));
            }
        }
        return new Good();
    }

    private static String then(Network after, List<Misfit> broken) {
        Misfit first = broken.getFirst();
        String who = after.find(first.node()).map(Node::label).orElse("a projection");
        String why = after.find(first.node()).map(node -> why(node, first)).orElse(first.why());
        return who + " no longer fits: " + why + "."
                + (broken.size() == 1 ? "" : " " + (broken.size() - 1) + " more break, too.");
    }

    /** What breaks only in the second. */
    static List<Misfit> newly(Shapes before, Shapes after) {
        Set<NodeId> known = new HashSet<>();
        before.misfits().forEach(misfit -> known.add(misfit.node()));
        return after.misfits().stream().filter(misfit -> !known.contains(misfit.node())).toList();
    }

    private static Optional<Misfit> misfit(Shapes shapes, NodeId node) {
        return shapes.fit(node) instanceof Fit.Breaks(Misfit misfit) ? Optional.of(misfit) : Optional.empty();
    }

    /** What no tensor could make right; found by giving it one, as what really comes in may be missing. */
    private static Optional<String> impossible(Node node) {
        if (node.layer().fanIn().most() != 1 || node.layer() instanceof Layer.MaxUnpool) {
            return Optional.empty();
        }
        Node given = new Node(NodeId.of("given"), "", "", new Layer.Input(new Shape(1, 1, 1)), List.of());
        Node alone = new Node(NodeId.of("alone"), node.name(), "", node.layer(), List.of(Inlet.main(given.id())));
        return misfit(Shapes.of(new Network("", List.of(given, alone))), alone.id())
                .filter(misfit -> misfit.rule() == Misfit.Rule.SETTINGS).map(misfit -> sentence(why(node, misfit)));
    }

    /** Without the label that it begins with, for where that is read already. */
    private static String why(Node node, Misfit misfit) {
        String label = node.label() + ": ";
        return misfit.why().startsWith(label) ? misfit.why().substring(label.length()) : misfit.why();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
