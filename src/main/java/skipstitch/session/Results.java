package skipstitch.session;

import java.util.List;
import java.util.Map;
import skipstitch.engine.Activations;
import skipstitch.engine.Footprint;
import skipstitch.explain.Ran;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Tensor;

/**
 * What running the lanes found: every tensor, held until closed, and a picture for each node.
 *
 * @param comparison the lanes that were run
 * @param setting    what they were run with
 * @param lanes      each with its activations
 * @param looks      how each node is pictured, the same channel and scale in all lanes
 * @param millis     how long the forward passes took
 * @param computed   how many layers had to be computed
 * @param footprint  the memory that was asked for
 */
public record Results(Comparison comparison, Setting setting, List<Ran> lanes, Map<NodeId, Look> looks, double millis,
                      int computed, Footprint footprint) implements AutoCloseable {

    /**
     * A node's picture.
     *
     * @param channel which channel of the tensor stands for it
     * @param maps    that channel, {@code [1, H, W]}, in each lane that has it
     * @param scale   of all lanes' maps
     * @param colours the scale as a table, made in the background
     */
    public record Look(int channel, Map<Variant, Tensor> maps, ColourScale scale, ColourScale.Lookup colours) {}

    /** What was found, for the same lanes with their nodes in other places. */
    Results of(Comparison moved) {
        return new Results(moved, setting, lanes, looks, millis, computed, footprint);
    }

    @Override
    public void close() {
        lanes.stream().map(Ran::activations).forEach(Activations::close);
    }
}
