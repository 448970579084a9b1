package skipstitch.session;

import java.util.Optional;
import java.util.function.BiFunction;
import skipstitch.document.Neighbour;
import skipstitch.network.Edge;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.folding.Fold;
import skipstitch.network.folding.Folded;
import skipstitch.network.folding.Folding;
import skipstitch.network.folding.Groups;
import skipstitch.network.skips.Target;

/** Folds groups into cards, and opens them. That is no step of the history: nothing is made by it. */
public final class Folds {
    private final Session session;

    Folds(Session session) {
        this.session = session;
    }

    /** The fold that a node is in. */
    public Optional<Fold> around(NodeId id) {
        return folded().fold(id);
    }

    /** What {@link #turn} would fold for a node that is seen by itself: the name of the group around it. */
    public Optional<String> foldable(NodeId id) {
        Network network = network();
        Folding before = folded().folding();
        return Optional.of(before.foldedAround(id, network)).filter(after -> !after.equals(before))
                .flatMap(after -> after.folded().stream().filter(path -> !before.folded().contains(path)).findFirst())
                .map(Groups::title);
    }

    /** Whether a place where an edge can go is in sight, not within a card. */
    boolean isSeen(Target target) {
        Folded folded = folded();
        return switch (target) {
            case Target.OnEdge(Edge edge) -> !folded.isHidden(edge.to()) || network().inlet(edge)
                    .filter(inlet -> !folded.stand(inlet.source()).equals(folded.stand(edge.to()))).isPresent();
            case Target.Merge(NodeId id) -> !folded.isHidden(id);
            case Target.Inlet(NodeId id) -> !folded.isHidden(id);
            case Target.Output(NodeId id) -> folded.stand(id).equals(id);
        };
    }

    /** Opens the fold that a node is in, or folds the group around it. */
    public void turn(NodeId id) {
        Optional<Fold> fold = around(id);
        if (fold.isPresent()) {
            change((folding, network) -> folding.opened(fold.get().group(), network));
        } else {
            change((folding, network) -> folding.foldedAround(id, network));
        }
    }

    /** Folds a group. */
    public void fold(String path) {
        change((folding, network) -> folding.folded(path).within(network));
    }

    /** Opens everything, or if all is open, folds what does not fit on a screen. */
    public void turnAll() {
        boolean open = folded().folds().isEmpty();
        change((_, network) -> open ? Folding.fitting(network) : Folding.NONE);
    }

    /** Whether anything can be folded. */
    public boolean any() {
        return !Groups.of(network()).paths().isEmpty();
    }

    /** Networks that stand beside fold alike, where they have the same groups. */
    private void change(BiFunction<Folding, Network, Folding> change) {
        session.look(at -> at.withFolding(change.apply(at.folding(), at.network())).withBeside(at.beside().stream()
                .map(each -> new Neighbour(each.network(), change.apply(each.folding(), each.network()))).toList()));
    }

    private Folded folded() {
        return session.comparison().get().layout().folded();
    }

    private Network network() {
        return session.document().get().network();
    }
}
