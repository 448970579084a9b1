package skipstitch.ui.proofs;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.session.Session;
import skipstitch.ui.drawing.MapTouch;

/** A hand on a map: of a tensor that comes into the selected merge, it can be painted on. */
public final class BranchTouch implements MapTouch {
    private final Session session;
    private final Brush brush;
    private final NodeId source;
    private final Consumer<Spot> jump;

    /** @param source the node whose tensor the map is of */
    public BranchTouch(Session session, Brush brush, NodeId source, Consumer<Spot> jump) {
        this.session = session;
        this.brush = brush;
        this.source = source;
        this.jump = jump;
    }

    @Override
    public void jump(Spot at) {
        jump.accept(at);
    }

    @Override
    public boolean paints() {
        return brush.inHand().get() && branch().isPresent();
    }

    @Override
    public void press() {
        brush.press();
    }

    @Override
    public void paint(Spot at) {
        branch().ifPresent(edge -> brush.paint(edge, at.channel(), at.y(), at.x()));
    }

    private Optional<Edge> branch() {
        Optional<Node> merge = session.document().get().network().find(session.merge().get()).filter(Node::mergesSkip);
        return merge.flatMap(node -> {
            List<NodeId> sources = node.inlets().stream().map(Inlet::source).toList();
            return sources.contains(source) ? Optional.of(new Edge(node.id(), sources.indexOf(source))) : Optional.empty();
        });
    }
}
