package skipstitch.explain;

import java.util.Optional;
import skipstitch.network.Inlet.Role;
import skipstitch.network.NodeId;

/**
 * A channel that goes into another one.
 *
 * @param node    what made it: a layer that mixes channels, an input, or one that puts channels of zeros in
 * @param label   that node's
 * @param zeros   whether it is nothing but zeros
 * @param channel in that node's tensor, from 0
 * @param way     by what kind of inlet it came into the last merge on its way; empty where it passed none with a skip
 * @param times   how often it goes in: 2 in {@code x + x}
 */
public record Ingredient(NodeId node, String label, boolean zeros, int channel, Optional<Role> way, long times) {

    Ingredient by(Role role) {
        return new Ingredient(node, label, zeros, channel, Optional.of(role), times);
    }

    /** Once. */
    Ingredient single() {
        return new Ingredient(node, label, zeros, channel, way, 1);
    }

    /** As often as both say; never more often than a {@code long} holds. */
    Ingredient and(long more) {
        long sum = times > Long.MAX_VALUE - more ? Long.MAX_VALUE : times + more;
        return new Ingredient(node, label, zeros, channel, way, sum);
    }

    /** {@code 2 × channel 3 of Conv 3×3 (by the skip)}. */
    public String words() {
        return (times > 1 ? times + " × " : "") + (zeros ? "zeros" : "channel " + channel + " of " + label)
                + way.map(role -> role == Role.SKIP ? " (by the skip)" : " (main branch)").orElse("");
    }
}
