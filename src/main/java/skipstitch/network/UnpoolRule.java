package skipstitch.network;

import java.util.List;
import java.util.Map;

/** Unpooling looks past its inlet: the pool that found the indices says what shape comes back. */
final class UnpoolRule {
    private UnpoolRule() {}

    static Fit fit(Network network, Node node, Map<NodeId, Fit> fits, List<Shape> incoming) {
        Node pool = network.node(node.inlets(Inlet.Role.INDICES).getFirst().source());
        if (!(pool.layer() instanceof Layer.MaxPool)) {
            return breaks(node, incoming, node.label() + " takes its indices from " + pool.label() + ", which is no max pool");
        }
        int main = node.inlets().getFirst().role() == Inlet.Role.INDICES ? 1 : 0;
        Shape pooled = incoming.get(1 - main);
        if (!incoming.get(main).equals(pooled)) {
            return breaks(node, incoming, node.label() + ": the indices belong to a tensor of " + pooled + ", but "
                    + incoming.get(main) + " comes in");
        }
        return new Fit.Fits(fits.get(pool.inlets().getFirst().source()).found().orElseThrow());
    }

    private static Fit breaks(Node node, List<Shape> incoming, String why) {
        return new Fit.Breaks(new Misfit(node.id(), Misfit.Rule.INDICES_OF_A_POOL, incoming, why));
    }
}
