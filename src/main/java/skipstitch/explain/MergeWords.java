package skipstitch.explain;

import java.util.List;
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
}
