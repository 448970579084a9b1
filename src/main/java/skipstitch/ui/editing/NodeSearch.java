package skipstitch.ui.editing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** Finds nodes by name, kind or id. */
final class NodeSearch {
    private NodeSearch() {}

    /** In drawing order; none for a blank text. */
    static List<NodeId> matches(Network network, String typed) {
        String wanted = plain(typed);
        return wanted.isEmpty() ? List.of() : network.nodes().stream()
                .filter(node -> plain(words(node)).contains(wanted)).map(Node::id).toList();
    }

    private static String words(Node node) {
        return String.join(" ", node.label(), node.layer().title(), node.layer().op(), node.id().value());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('×', 'x');
    }

    /** The match after the one that is selected, or before it; the first if none is. Empty if there is no match. */
    static Optional<NodeId> next(List<NodeId> matches, NodeId selected, int step) {
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches.get(
                matches.contains(selected) ? Math.floorMod(matches.indexOf(selected) + step, matches.size()) : 0));
    }
}
