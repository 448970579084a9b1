package skipstitch.explain;

import java.util.List;
import java.util.stream.IntStream;
import skipstitch.network.Inlet;
import skipstitch.network.Inlet.Role;
import skipstitch.network.Network;
import skipstitch.network.Node;

/** What the tensors that meet at a merge are called. */
public final class MergeWords {
    private MergeWords() {}

    /**
     * {@code F(x)} for the main branch; {@code x} for a skip that comes straight from the fork, {@code P(x)} for one
     * with layers of its own, drawn or added by the lane.
     */
    public static String symbol(Network network, Node merge, Inlet inlet) {
        if (inlet.role() != Role.SKIP) {
            return "F(x)";
        }
        boolean straight = merge.inlets(Role.MAIN).stream()
                .anyMatch(main -> network.upstream(main.source()).contains(inlet.source()));
        return straight ? "x" : "P(x)";
    }

    /** Of all inlets, in order. */
    static List<String> symbols(Network network, Node merge) {
        return merge.inlets().stream().map(inlet -> symbol(network, merge, inlet)).toList();
    }

    /**
     * What comes in by each inlet of a node: the symbol where it merges a skip, else the source's label. Names that
     * would be the same get numbers, from 1: {@code F(x)1}, {@code Conv 3×3 (1)}.
     */
    public static List<String> names(Network network, Node node) {
        List<String> names = node.mergesSkip() ? symbols(network, node) : node.inlets().stream()
                .map(inlet -> network.node(inlet.source()).label()).toList();
        return IntStream.range(0, names.size()).mapToObj(at -> {
            String name = names.get(at);
            long number = names.subList(0, at).stream().filter(name::equals).count() + 1;
            boolean alone = names.indexOf(name) == names.lastIndexOf(name);
            return alone ? name : node.mergesSkip() ? name + number : name + " (" + number + ")";
        }).toList();
    }
}
