package skipstitch.explain.proofs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/**
 * The output of the layer after a merge, in every variant.
 *
 * @param merge     the merge
 * @param next      the first layer after it that mixes channels
 * @param between   what stands between the two, in order
 * @param knob      where the knob stood
 * @param channel   which channel of the output the maps show
 * @param maps      that channel, {@code [1, H, W]}, in the add, the concat and the no-skip lane
 * @param toAdd     the concat lane's output less the add lane's
 * @param toNoSkip  the concat lane's output less the no-skip lane's
 * @param byHand    each lane's output less what it was before tensors were changed by hand; empty if none was
 * @param split     the concat lane's output in parts; empty where its groups do not let it be taken apart
 * @param notAdd    why the concat lane does not become the add lane when the knob makes their kernels the same, one
 *                  sentence; empty where it does, exactly
 * @param notNoSkip why it does not become the no-skip lane at 0; empty where it does, exactly
 */
public record Effect(NodeId merge, Node next, List<Node> between, double knob, int channel, Map<Variant, Tensor> maps,
                     Difference toAdd, Difference toNoSkip, Map<Variant, Difference> byHand, Optional<Split> split, Optional<String> notAdd,
                     Optional<String> notNoSkip) implements NextLayer {
    public Effect {
        between = List.copyOf(between);
        maps = Map.copyOf(maps);
        byHand = Map.copyOf(byHand);
    }

    /**
     * The layer's sum over its input channels, in parts, without its bias.
     *
     * @param skip what comes of the skip's channels: {@code W_skip ∗ x}
     * @param main what comes of the main branch's: {@code W_main ∗ F(x)}
     */
    public record Split(Part skip, Part main) {}

    /**
     * One part of a sum.
     *
     * @param map     of the effect's channel, {@code [1, H, W]}
     * @param largest the largest magnitude over all channels
     */
    public record Part(Tensor map, float largest) {}

    /** In one sentence, what the knob can do here. */
    public String statement() {
        return notNoSkip.map(why -> "Neither no skip nor add is exact: " + why).or(() -> notAdd.map(why ->
                        "No skip is exact, add is not: " + why))
                .orElse("Exact: only sums lie between, so no skip, add and concat are three points on one line.");
    }
}
