package skipstitch.network.presets;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.Upsample;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * UNet++, 3×96×96, base width 32, one class (Zhou et al. 2018, figure 1): a triangle of nodes X(i,j). Each takes in
 * all earlier ones of its level i, and the enlarged X(i+1,j−1) from below.
 */
final class UNetPlusPlus {
    private static final int BASE = 32;
    private static final int DEPTH = 4;

    private final Draft net = new Draft("unet-plus-plus");

    private UNetPlusPlus() {}

    static Preset preset() {
        return Preset.of("UNet++", "Ten concats in a triangle; the last, at X(0,4), joins four skips and the map from"
                + " below.",
                new UNetPlusPlus().network(), new Card(MenuGroup.CONCAT,
                        "Concatenates, at each node of the triangle, all earlier maps of its level and the enlarged"
                                + " one from below.",
                        "The nodes between bring encoder and decoder maps closer in meaning before they meet.",
                        "The top row: X(0,j) takes in 32·j + 64 channels.",
                        "It is not better by its parameters alone: in the authors' comparison a U-Net widened to as"
                                + " many gained nothing.",
                        "3×96×96, base width 32, one class; all convolutions biased, with norm; bilinear enlarging; no"
                                + " deep supervision."));
    }

    private Network network() {
        List<List<NodeId>> rows = new ArrayList<>();
        NodeId at = net.input(3, 96, 96);
        for (int i = 0; i <= DEPTH; i++) {
            net.group("level" + i + "/x" + i + 0);
            at = x(i, 0, i == 0 ? at : net.chain("pool", MaxPool.halve(), at));
            rows.add(new ArrayList<>(List.of(at)));
        }
        for (int j = 1; j <= DEPTH; j++) {
            for (int i = 0; i <= DEPTH - j; i++) {
                rows.get(i).add(x(i, j, joined(i, j, rows.get(i), rows.get(i + 1).get(j - 1))));
            }
        }
        net.group("").chain("head", Conv.same(1, 1).biased(), rows.getFirst().getLast());
        return net.build();
    }

    private NodeId joined(int i, int j, List<NodeId> level, NodeId below) {
        net.group("level" + i + "/x" + i + j);
        List<Inlet> inlets = new ArrayList<>(level.stream().map(Inlet::skip).toList());
        inlets.add(Inlet.main(net.chain("up", new Upsample(2, Interpolation.BILINEAR), below)));
        return net.node("merge", new Layer.Concat(), inlets.toArray(Inlet[]::new));
    }

    private NodeId x(int i, int j, NodeId at) {
        net.group("level" + i + "/x" + i + j);
        at = net.convNormRelu("conv1", Conv.same(BASE << i, 3).biased(), at);
        return net.convNormRelu("conv2", Conv.same(BASE << i, 3).biased(), at);
    }
}
