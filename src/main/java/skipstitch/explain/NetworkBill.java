package skipstitch.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import skipstitch.network.Cost;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Memory;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

/**
 * What a whole network costs as drawn, with add, with concat and without skips.
 *
 * @param columns one for each variant, in the order of {@link Variant}: as drawn first
 * @param merges  one for each merge of a skip, in drawing order
 */
public record NetworkBill(List<Column> columns, List<Merge> merges) {

    /**
     * One variant.
     *
     * @param fits        whether all that counts has a shape; if not, the sums are of what has one
     * @param total       parameters and multiply-adds of all that counts, and the bytes of all its tensors
     * @param memory      what is alive at once forward, and kept for backward
     * @param projections weights of the projections that the lane had to add; 0 if none
     * @param widest      the tensor with most channels, of equally wide ones the largest; empty if nothing has a shape
     * @param largest     the tensor with most values
     */
    public record Column(Variant variant, boolean fits, Cost total, Memory memory, long projections,
                         Optional<Peak> widest, Optional<Peak> largest) {}

    /** A tensor that is the first of all in something. */
    public record Peak(NodeId node, Shape shape) {}

    /** One merge in every variant, in the order of the bill's columns. */
    public record Merge(NodeId id, List<MergeBill.Column> columns) {}

    /** What a number counts. */
    public enum Unit { COUNT, BYTES }

    /** A quantity that can be told as one number for each column. */
    public enum Quantity {
        PARAMS("params", "parameters", Unit.COUNT, column -> column.total().params()),
        MACS("macs", "multiply-adds", Unit.COUNT, column -> column.total().macs()),
        ACTIVATIONS("activationBytes", "bytes of all activations", Unit.BYTES,
                column -> column.total().activationBytes()),
        FORWARD("forwardBytes", "bytes alive at once, forward", Unit.BYTES, column -> column.memory().forwardBytes()),
        BACKWARD("backwardBytes", "bytes kept for backward", Unit.BYTES, column -> column.memory().backwardBytes()),
        PROJECTIONS("projectionParams", "of the parameters, added projections", Unit.COUNT, Column::projections);

        private final String word;
        private final String title;
        private final Unit unit;
        private final ToLongFunction<Column> value;

        Quantity(String word, String title, Unit unit, ToLongFunction<Column> value) {
            this.word = word;
            this.title = title;
            this.unit = unit;
            this.value = value;
        }

        /** As in JSON. */
        public String word() {
            return word;
        }

        public String title() {
            return title;
        }

        public Unit unit() {
            return unit;
        }

        public long of(Column column) {
            return value.applyAsLong(column);
        }
    }

    public static NetworkBill of(Network drawn) {
        List<Counted> lanes = Stream.of(Variant.values()).map(variant -> Counted.of(variant.of(drawn))).toList();
        return new NetworkBill(lanes.stream().map(each -> column(each.lane(), each.costs())).toList(),
                drawn.skipMerges().stream().map(Node::id).map(id -> new Merge(id, lanes.stream()
                        .map(each -> MergeBill.column(each.lane(), each.costs(), id)).toList())).toList());
    }

    private record Counted(Lane lane, Costs costs) {
        static Counted of(Lane lane) {
            return new Counted(lane, Costs.of(lane));
        }
    }

    private static Column column(Lane lane, Costs costs) {
        long projections = lane.network().nodes().stream().map(Node::id)
                .filter(id -> lane.isAdded(id) && lane.isLive(id)).mapToLong(id -> costs.of(id).params()).sum();
        Comparator<Shape> large = Comparator.comparingInt(Shape::elements);
        return new Column(lane.variant(), fits(lane), costs.total(), Memory.of(lane), projections,
                peak(lane, Comparator.comparingInt(Shape::channels).thenComparing(large)), peak(lane, large));
    }

    private static boolean fits(Lane lane) {
        return lane.network().nodes().stream().map(Node::id).filter(lane::isLive)
                .allMatch(id -> lane.shapes().find(id).isPresent());
    }

    /** The first in drawing order of those that nothing exceeds. */
    private static Optional<Peak> peak(Lane lane, Comparator<Shape> order) {
        return lane.network().nodes().stream().map(Node::id).filter(lane::isLive)
                .flatMap(id -> lane.shapes().find(id).map(shape -> new Peak(id, shape)).stream())
                .reduce((first, next) -> order.compare(next.shape(), first.shape()) > 0 ? next : first);
    }

    /** The column of the network as drawn, to which the others are compared. */
    public Column drawn() {
        return columns.getFirst();
    }
}
