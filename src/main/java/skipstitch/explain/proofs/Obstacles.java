package skipstitch.explain.proofs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import skipstitch.explain.Ran;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Shuffle;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins;

/**
 * Why a concat lane does not become another lane, though its kernels become that lane's: everything that a skip's
 * channels pass up to a layer must treat a sum as the sum of its parts.
 */
final class Obstacles {
    private final Lane add;
    private final Lane concat;
    private final Interventions interventions;
    private final Origins origins;
    private final NodeId merge;
    private final NodeId next;
    private final Set<NodeId> before;

    Obstacles(Ran add, Ran concat, NodeId merge, NodeId next) {
        this.add = add.lane();
        this.concat = concat.lane();
        this.interventions = concat.interventions();
        this.origins = Origins.of(concat.lane().shapes());
        this.merge = merge;
        this.next = next;
        this.before = concat.lane().network().upstream(next);
    }

    /** Between the lane with the main branch's kernels for the skip, and the add lane. */
    Optional<String> toAdd() {
        return toNoSkip().or(() -> first(Obstacles::bends).map(this::bent)).or(this::projected).or(this::shuffled);
    }

    /** Between the lane with kernels of 0 for the skip, and the lane without it. */
    Optional<String> toNoSkip() {
        return first(Obstacles::mixesApart).map(node -> node.layer() instanceof Layer.Softmax
                ? node.label() + place(node) + " weighs each channel against all others, the skip's too."
                : node.label() + place(node) + " works in groups, which see other channels in each lane.");
    }

    /** The first layer of a kind that the skip's channels come into. */
    private Optional<Node> first(Predicate<Layer> kind) {
        return concat.shapes().order().stream().filter(node -> before.contains(node.id()) && kind.test(node.layer()))
                .filter(node -> node.inlets().stream().anyMatch(inlet ->
                        origins.of(inlet.source()).stream().anyMatch(Origins.Origin::bySkip))).findFirst();
    }

    private static boolean mixesApart(Layer layer) {
        return layer instanceof Layer.Softmax || layer instanceof Layer.Conv conv && conv.groups() > 1;
    }

    /** Whether it does to a sum what it does not do to the parts of one. */
    private static boolean bends(Layer layer) {
        return switch (layer) {
            case Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.Softmax _, Layer.MaxPool _,
                    Layer.MaxUnpool _, Layer.BatchNorm _, Layer.Multiply _, Layer.Gate _ -> true;
            case Layer.Input _, Layer.Conv _, Layer.TransposedConv _, Layer.AveragePool _, Layer.GlobalAveragePool _,
                    Layer.Upsample _, Layer.Dropout _, Layer.Linear _, Layer.Flatten _, Layer.Add _, Layer.Concat _,
                    Layer.Scale _, Layer.Crop _, Layer.ZeroPad _, Layer.ZeroPadChannels _, Layer.Subsample _,
                    Layer.Identity _ -> false;
        };
    }

    private String bent(Node node) {
        String name = node.layer().title();
        return node.layer() instanceof Layer.BatchNorm
                ? node.label() + place(node) + " has statistics of its own for x's, F(x)'s and the sum's channels."
                : name + " of x + F(x) is not " + name + " of x plus " + name + " of F(x)" + where(node) + ".";
    }

    private String where(Node node) {
        boolean after = concat.network().downstream(merge).contains(node.id());
        return " (" + node.id() + (after ? ", in between)" : ", before this merge already)");
    }

    /** Where it stands, seen from the merge. */
    private String place(Node node) {
        return node.id().equals(next) ? "" : where(node);
    }

    private Optional<String> projected() {
        Network network = add.network();
        List<NodeId> added = network.upstream(next).stream().filter(add::isAdded).toList();
        return added.isEmpty() ? Optional.empty()
                : Optional.of("the add lane projects the skip first, with weights that concat does not have.");
    }

    private Optional<String> shuffled() {
        return interventions.byEdge().entrySet().stream().filter(each -> before.contains(each.getKey().to()))
                .flatMap(each -> each.getValue().stream()).anyMatch(Obstacles::isAlike)
                ? Optional.of("the kernels follow the shuffled channels, and in a sum x's channels meet them too.")
                : Optional.empty();
    }

    private static boolean isAlike(Intervention intervention) {
        return intervention instanceof Shuffle(_, boolean kernelsAlike) && kernelsAlike;
    }
}
