package skipstitch.explain.gradients;

import java.util.List;
import java.util.Optional;
import skipstitch.explain.Inspection;
import skipstitch.explain.Inspector;
import skipstitch.explain.Ran;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.tensor.ColourScale;

/** The gradients with respect to what there is to look at at a node, in the same order and under the same names. */
public final class GradientInspection {
    private static final String GRADIENT = "∇ ";

    private GradientInspection() {}

    /**
     * Empty where no lane has a tensor for the node.
     *
     * @param gradients of the lanes, in the place of their activations
     * @param merge     the merge whose branches have colours
     */
    public static Optional<Inspection> of(Network drawn, List<Ran> gradients, NodeId node, NodeId merge) {
        return Inspector.inspect(drawn, gradients, node, merge).map(found -> new Inspection(found.node(),
                found.panels().stream().map(GradientInspection::named).toList(), ColourScale.of(found.extent()),
                found.extent(), Optional.empty()));
    }

    private static Inspection.Panel named(Inspection.Panel panel) {
        return new Inspection.Panel(panel.role(), GRADIENT + panel.title(), GRADIENT.strip() + panel.symbol(),
                panel.lane(), panel.source(), panel.edge(), panel.tensor(), panel.blocks(), panel.branches(),
                panel.beside());
    }
}
