package skipstitch.explain;

import java.util.Optional;
import skipstitch.network.Fit;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** Why a node has no tensor: it breaks a rule, or it waits for one that does. */
public final class WaitingWords {
    private WaitingWords() {}

    /** Empty for a node that fits. */
    public static Optional<String> of(Shapes shapes, NodeId id) {
        Network network = shapes.network();
        return switch (shapes.fit(id)) {
            case Fit.Breaks(Misfit misfit) -> Optional.of(misfit.rule().sentence() + ". " + misfit.why() + ".");
            case Fit.Waits(NodeId upstream) -> Optional.of(network.node(id).label() + " waits for "
                    + network.node(upstream).label() + ", which does not fit.");
            case Fit.Fits _ -> Optional.empty();
        };
    }
}
