package skipstitch.explain.steps;

import java.util.Optional;
import skipstitch.explain.Branch;
import skipstitch.explain.arithmetic.Patch;
import skipstitch.network.NodeId;
import skipstitch.tensor.Tensor;

/**
 * One map of a step's picture.
 *
 * @param node    whose tensor it is of
 * @param name    of the tensor: {@code "x"}, {@code "Conv 3×3"}
 * @param channel of that tensor, from 0
 * @param map     {@code [1, H, W]}
 * @param branch  of the selected merge, for its frame
 * @param mark    what of it is looked at; empty where all of it is
 * @param gives   what it gives to the result: the value marked, or the sum of a marked window times its kernel; empty
 *                where it cannot be said in one number
 * @param patch   the window, where a kernel weighs it
 * @param weighed what the map was before a kernel weighed it, where one did
 * @param source  whether it is the picture that was fed in
 */
public record Part(NodeId node, String name, int channel, Tensor map, Branch branch, Optional<Span> mark,
                   Optional<Double> gives, Optional<Patch> patch, Optional<Weighed> weighed, boolean source) {

    /**
     * How a channel was weighed.
     *
     * @param map    as it came in, {@code [1, H, W]}
     * @param kernel {@code [1, kH, kW]}
     * @param source whether it is the picture that was fed in
     */
    public record Weighed(Tensor map, Tensor kernel, boolean source) {}

    /** The channel as it came in. */
    public Optional<Part> unweighed() {
        return weighed.map(each -> new Part(node, name, channel, each.map(), branch, mark, Optional.empty(),
                Optional.empty(), Optional.empty(), each.source()));
    }
}
