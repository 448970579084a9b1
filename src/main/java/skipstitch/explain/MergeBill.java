package skipstitch.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

/**
 * What one merge costs without a skip, with add and with concat.
 *
 * @param merge   whose bill it is
 * @param columns one for each of {@code NO_SKIP}, {@code ADD}, {@code CONCAT}, in this order
 */
public record MergeBill(NodeId merge, List<Column> columns) {

    /**
     * One choice.
     *
     * @param variant          the choice
     * @param output           the merged tensor's shape; empty where the merge misfits
     * @param mergeBytes       bytes of that tensor; empty where nothing is merged
     * @param projectionParams weights of the projection that the lane had to add; 0 if none
     * @param next             the next layer with weights, and its cost
     * @param recoverable      what can be had back of the skip, exactly, from the merged tensor alone: {@code x},
     *                         {@code P(x)}, or nothing
     * @param network          the whole lane
     */
    public record Column(Variant variant, Optional<Shape> output, Optional<Long> mergeBytes, long projectionParams,
                         Optional<Next> next, Optional<String> recoverable, Cost network) {}

    /** The first layer with kernels after the merge: it pays for channels. */
    public record Next(NodeId id, String label, Cost cost) {}

    public static MergeBill of(Network drawn, NodeId merge) {
        return new MergeBill(merge, Stream.of(Variant.NO_SKIP, Variant.ADD, Variant.CONCAT)
                .map(variant -> variant.of(drawn)).map(lane -> column(lane, Costs.of(lane), merge)).toList());
    }

    static Column column(Lane lane, Costs costs, NodeId merge) {
        Node node = lane.network().node(merge);
        Optional<Shape> output = lane.shapes().find(merge);
        long projections = node.inlets().stream().map(Inlet::source).filter(lane::isAdded)
                .mapToLong(id -> costs.of(id).params()).sum();
        return new Column(lane.variant(), output, output.filter(_ -> node.mergesSkip()).map(Shape::bytes), projections,
                next(lane, merge).map(after -> new Next(after.id(), after.label(), costs.of(after.id()))),
                recoverable(lane.network(), node), costs.total());
    }

    private static Optional<String> recoverable(Network network, Node merge) {
        return merge.layer() instanceof Layer.Concat
                ? merge.inlets(Inlet.Role.SKIP).stream().map(skip -> MergeWords.symbol(network, merge, skip)).findFirst()
                : Optional.empty();
    }

    /** The nearest layer with kernels downstream. */
    private static Optional<Node> next(Lane lane, NodeId merge) {
        Set<NodeId> after = lane.network().downstream(merge);
        return lane.shapes().order().stream()
                .filter(node -> !node.id().equals(merge) && hasKernels(node) && after.contains(node.id()))
                .findFirst();
    }

    private static boolean hasKernels(Node node) {
        return switch (node.layer()) {
            case Layer.Conv _, Layer.TransposedConv _, Layer.Linear _ -> true;
            default -> false;
        };
    }
}
