package skipstitch.network.presets;

import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.Sigmoid;
import skipstitch.network.Layer.Upsample;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * Attention U-Net, 3×256×256, one class (Oktay et al. 2018): before a skip is concatenated, each of its positions is
 * multiplied by a number between 0 and 1, which a gate makes of skip and decoder map.
 */
final class AttentionUNet {
    private static final int BASE = 64;
    private static final int LEVELS = 4;

    private final Draft net = new Draft("attention-unet");

    private AttentionUNet() {}

    static Preset preset() {
        return Preset.of("Attention U-Net", "The gate adds to decide, the skip is multiplied, and then concatenated.",
                new AttentionUNet().network(), new Card(MenuGroup.BOTH,
                        "Concatenates gated encoder maps at four levels; inside each gate an add joins what skip and"
                                + " decoder say.",
                        "The gate turns the skip down where it has nothing to say on what is sought.",
                        "The gate's map has one channel; it scales all channels of the skip at a position alike.",
                        "The gate's add is no skip connection: lanes leave it alone and change the concat behind it.",
                        "3×256×256, base width 64, one class; all convolutions biased, with norm but the head;"
                                + " nearest-neighbour enlarging and a 3×3 convolution as up-convolution; skip first,"
                                + " then up map."));
    }

    private Network network() {
        NodeId at = net.input(3, 256, 256);
        NodeId[] skips = new NodeId[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            net.group("encoder/level" + (level + 1));
            skips[level] = twice(BASE << level, at);
            at = net.chain("pool", MaxPool.halve(), skips[level]);
        }
        net.group("bottleneck");
        at = twice(BASE << LEVELS, at);
        for (int level = LEVELS - 1; level >= 0; level--) {
            net.group("decoder/level" + (level + 1));
            NodeId up = net.chain("enlarge", new Upsample(2, Interpolation.NEAREST), at);
            up = net.convNormRelu("up", Conv.same(BASE << level, 3).biased(), up);
            at = twice(BASE << level, net.concat(gated(skips[level], up, BASE << level), up));
        }
        net.group("").chain("head", Conv.same(1, 1).biased(), at);
        return net.build();
    }

    /** {@code x · sigmoid(ψ(relu(W_g·g + W_x·x)))}, all 1×1 convolutions, half as wide as the skip inside. */
    private NodeId gated(NodeId x, NodeId g, int width) {
        Conv half = Conv.same(width / 2, 1).biased();
        NodeId sum = net.node("gate.add", new Layer.Add(),
                Inlet.main(net.convNorm("gate.g", half, g)), Inlet.main(net.convNorm("gate.x", half, x)));
        NodeId psi = net.convNorm("gate.psi", Conv.same(1, 1).biased(), net.relu("gate.relu", sum));
        NodeId map = net.chain("gate.sigmoid", new Sigmoid(), psi);
        return net.node("gate", new Layer.Gate(), Inlet.main(x), Inlet.main(map));
    }

    private NodeId twice(int width, NodeId at) {
        Conv conv = Conv.same(width, 3).biased();
        return net.convNormRelu("conv2", conv, net.convNormRelu("conv1", conv, at));
    }
}
