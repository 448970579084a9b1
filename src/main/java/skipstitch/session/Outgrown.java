package skipstitch.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import skipstitch.document.Document;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** Says when an edit leaves a layer without the weights that its network came with. */
final class Outgrown {
    private static final int MOST_NAMES = 3;

    private Outgrown() {}

    /** Follows what is open. */
    static void tell(Session session) {
        session.document().subscribe((before, now) -> {
            if (before.given() == now.given() && before.network() != now.network() && !now.given().isNone()) {
                List<Node> outgrown = newly(before, now);
                if (!outgrown.isEmpty()) {
                    session.tell(new Notice(Notice.Kind.INFO, sentence(outgrown)));
                }
            }
        });
    }

    private static List<Node> newly(Document before, Document now) {
        Set<NodeId> known = new HashSet<>();
        before.given().outgrown(Shapes.of(before.network())).forEach(node -> known.add(node.id()));
        return now.given().outgrown(Shapes.of(now.network())).stream().filter(node -> !known.contains(node.id())).toList();
    }

    private static String sentence(List<Node> outgrown) {
        String names = String.join(", ", outgrown.stream().limit(MOST_NAMES).map(node -> "“" + node.id() + "”").toList());
        int more = outgrown.size() - MOST_NAMES;
        return "The weights that the network came with do not fit " + names + (more > 0 ? " and " + more + " more" : "")
                + " any longer: untrained ones stand in.";
    }
}
