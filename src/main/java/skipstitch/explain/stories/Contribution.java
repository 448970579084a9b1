package skipstitch.explain.stories;

import java.util.Optional;
import skipstitch.explain.Branch;
import skipstitch.tensor.Tensor;

/**
 * An input map that goes into an output channel.
 *
 * @param inlet   by which inlet of the node it came in
 * @param channel which channel of what came in, from 0
 * @param name    of what came in: {@code x}, {@code F(x)}, a label
 * @param branch  of the channel
 * @param source  the map as it came in, {@code [1, H, W]}
 * @param kernel  the slice that weighs it, {@code [1, kH, kW]}; empty for a layer without kernels
 * @param gives   what it gives: weighed by the kernel, a map as large as the result's; without one, the source
 */
public record Contribution(int inlet, int channel, String name, Branch branch, Tensor source, Optional<Tensor> kernel,
                           Tensor gives) {

    /** Σ v² of what it gives; +∞ where it is not finite. */
    public double energy() {
        return WeighedMaps.energy(gives.values());
    }
}
