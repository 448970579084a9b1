package skipstitch.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.document.Document;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** What of a document stands on the screen: its lanes, and the node and the merge that are looked at. */
final class Standing {
    final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<NodeId> selection = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<NodeId> merge = new ReadOnlyObjectWrapper<>();

    /**
     * Shows other lanes.
     *
     * @param anew whether they have nothing to do with those before
     */
    void compare(Document now, boolean anew) {
        Comparison lanes = Comparison.of(now.network(), now.places(), now.folding(), Shown.of(now.lanes()));
        if (anew) {
            selection.set(firstShown(now.network()));
            merge.set(selection.get());
        }
        follow(now, lanes);
        comparison.set(lanes);
    }

    private static NodeId firstShown(Network network) {
        return network.skipMerges().stream().findFirst().orElseGet(() -> network.nodes().getFirst()).id();
    }

    /** Shows the same lanes with their nodes elsewhere. */
    void move(Document now, Comparison moved) {
        follow(now, moved);
        comparison.set(moved);
    }

    /** Shows the tensors of what is selected, of what was shown before, or of the first merge. */
    void follow(Document now) {
        follow(now, comparison.get());
    }

    private void follow(Document now, Comparison lanes) {
        NodeId wanted = now.selection().shown().or(() -> Optional.of(selection.get()))
                .filter(id -> lanes.layout().room(id).isPresent()).orElseGet(() -> firstShown(now.network()));
        boolean merges = now.network().find(wanted).filter(Node::mergesSkip).isPresent();
        if (merges || !now.network().has(merge.get())) {
            merge.set(merges ? wanted : firstShown(now.network()));
        }
        selection.set(wanted);
    }

    /** At a node that is selected in networks beside alone, or at what is selected here. */
    Optional<Running.Looking> looking(Optional<NodeId> elsewhere, List<Beside> beside) {
        return Optional.of(new Running.Looking(comparison.get(), elsewhere.orElse(selection.get()), merge.get(), beside));
    }
}
