package skipstitch.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.engine.Activations;
import skipstitch.explain.Ran;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;
import skipstitch.tensor.Thumbnail;

/**
 * What running the lanes found: every tensor, held until closed, and a picture for each node.
 *
 * @param comparison the lanes that were run
 * @param setting    what they were run with
 * @param lanes      each with its activations
 * @param looks      how each node is pictured, the same channel and scale in all lanes
 * @param millis     how long the forward passes took
 * @param computed   how many layers had to be computed
 */
public record Results(Comparison comparison, Setting setting, List<Ran> lanes, Map<NodeId, Look> looks, double millis,
                      int computed) implements AutoCloseable {

    /**
     * A node's picture.
     *
     * @param channel which channel of the tensor stands for it
     * @param maps    that channel, {@code [1, H, W]}, in each lane that has it
     * @param scale   of all lanes' maps
     * @param colours the scale as a table, made in the background
     */
    public record Look(int channel, Map<Variant, Tensor> maps, ColourScale scale, ColourScale.Lookup colours) {}

    static Results of(Comparison comparison, Setting setting, List<Ran> lanes, double millis, int computed) {
        Map<NodeId, Look> looks = new LinkedHashMap<>();
        lanes.stream().flatMap(ran -> ran.lane().network().nodes().stream()).map(Node::id).distinct()
                .forEach(id -> look(lanes, id).ifPresent(look -> looks.put(id, look)));
        return new Results(comparison, setting, lanes, looks, millis, computed);
    }

    private static Optional<Look> look(List<Ran> lanes, NodeId id) {
        List<Ran> with = lanes.stream().filter(ran -> ran.activations().has(id)).toList();
        if (with.isEmpty()) {
            return Optional.empty();
        }
        int step = Thumbnail.step(with.getFirst().lane().shapes().shape(id));
        int channel = Thumbnail.channel(with.stream().map(ran -> ran.activations().moments(id, step)).toList());
        Map<Variant, Tensor> maps = new LinkedHashMap<>();
        with.forEach(ran -> maps.put(ran.lane().variant(), ran.activations().map(id, channel)));
        Extent extent = maps.values().stream().map(Tensor::extent).reduce(Extent::union).orElseThrow();
        boolean picture = with.getFirst().lane().network().node(id).layer() instanceof Layer.Input;
        ColourScale scale = picture ? ColourScale.ofPicture(extent) : ColourScale.of(extent);
        return Optional.of(new Look(channel, Map.copyOf(maps), scale, scale.lookup()));
    }

    /** What was found, for the same lanes with their nodes in other places. */
    Results of(Comparison moved) {
        return new Results(moved, setting, lanes, looks, millis, computed);
    }

    @Override
    public void close() {
        lanes.stream().map(Ran::activations).forEach(Activations::close);
    }
}
