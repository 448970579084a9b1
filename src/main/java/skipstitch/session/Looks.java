package skipstitch.session;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import skipstitch.explain.Ran;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Results.Look;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Tensor;
import skipstitch.tensor.Thumbnail;

/** Makes the pictures of nodes, each as soon as all lanes that have the node have its tensor. */
final class Looks {
    private final List<Ran> lanes;
    private final Map<NodeId, Integer> toCome = new HashMap<>();
    private final Map<NodeId, Look> made = new ConcurrentHashMap<>();

    /** @param lanes with activations that are being computed */
    Looks(List<Ran> lanes) {
        this.lanes = lanes;
        for (Ran ran : lanes) {
            for (Node node : ran.lane().shapes().order()) {
                if (ran.lane().shapes().find(node.id()).isPresent()) {
                    toCome.merge(node.id(), 1, Integer::sum);
                }
            }
        }
    }

    /** A lane has the node's tensor now. */
    void computed(NodeId id) {
        if (toCome.merge(id, -1, Integer::sum) == 0) {
            made.put(id, look(id));
        }
    }

    /** All that are made, now and later. */
    Map<NodeId, Look> made() {
        return Collections.unmodifiableMap(made);
    }

    private Look look(NodeId id) {
        List<Ran> with = lanes.stream().filter(ran -> ran.activations().has(id)).toList();
        int step = Thumbnail.step(with.getFirst().lane().shapes().shape(id));
        int channel = Thumbnail.channel(with.stream().map(ran -> ran.activations().moments(id, step)).toList());
        Map<Variant, Tensor> maps = new LinkedHashMap<>();
        with.forEach(ran -> maps.put(ran.lane().variant(), ran.activations().map(id, channel)));
        Extent extent = maps.values().stream().map(Tensor::extent).reduce(Extent::union).orElseThrow();
        boolean picture = with.getFirst().lane().network().node(id).layer() instanceof Layer.Input;
        ColourScale scale = picture ? ColourScale.ofPicture(extent) : ColourScale.of(extent);
        return new Look(channel, Map.copyOf(maps), scale, scale.lookup());
    }
}
