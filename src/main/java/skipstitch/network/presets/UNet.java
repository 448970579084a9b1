package skipstitch.network.presets;

import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * U-Nets with padded convolutions and norms, 3×256×256, four levels down and up (after Ronneberger et al. 2015). The
 * 3×3 convolutions have no bias, the 2×2 up-convolutions and the 1×1 head have one. Two that are widely used: the
 * brain-segmentation U-Net (Buda et al. 2019) and milesial's Pytorch-UNet.
 */
final class UNet {
    private static final int LEVELS = 4;

    private final Draft net;
    private final int base;
    private final boolean skipFirst;

    private UNet(String name, int base, boolean skipFirst) {
        this.net = new Draft(name);
        this.base = base;
        this.skipFirst = skipFirst;
    }

    /** Base width 32, one class, {@code cat((up, skip))}. */
    static Preset brain() {
        return Preset.of("U-Net", "Switch the merge: concat costs 783,360 weights more than add or no skip, which cost"
                + " the same.",
                new UNet("unet", 32, false).network(1),
                card("With add it has 6,979,681 parameters, with concat 7,763,041, without skips 6,979,681 again.",
                        "3×256×256, base width 32, one class; padded convolutions with batch norm; up map first, then"
                                + " skip."));
    }

    /** Base width 64, two classes, {@code cat([skip, up])}. */
    static Preset milesial() {
        return Preset.of("U-Net (milesial)", "U-Net at full width with padded convolutions: four concats, nothing to"
                + " crop.",
                new UNet("unet-milesial", 64, true).network(2),
                card("No crop is needed: padded convolutions keep height and width, and 256 halves evenly four times.",
                        "3×256×256, base width 64, two classes; padded convolutions with batch norm; transposed"
                                + " convolutions; skip first, then up map."));
    }

    private Network network(int classes) {
        NodeId at = net.input(3, 256, 256);
        NodeId[] skips = new NodeId[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            net.group("encoder/level" + (level + 1));
            skips[level] = twice(base << level, at);
            at = net.chain("pool", MaxPool.halve(), skips[level]);
        }
        net.group("bottleneck");
        at = twice(base << LEVELS, at);
        for (int level = LEVELS - 1; level >= 0; level--) {
            net.group("decoder/level" + (level + 1));
            NodeId up = net.chain("up", TransposedConv.upscale(base << level, 2), at);
            at = twice(base << level, joined(skips[level], up));
        }
        net.group("").chain("head", Conv.same(classes, 1).biased(), at);
        return net.build();
    }

    private NodeId joined(NodeId skip, NodeId up) {
        return skipFirst ? net.concat(skip, up) : net.concatLast(skip, up);
    }

    private NodeId twice(int width, NodeId at) {
        return net.convNormRelu("conv2", Conv.same(width, 3), net.convNormRelu("conv1", Conv.same(width, 3), at));
    }

    private static Card card(String look, String version) {
        return new Card(MenuGroup.CONCAT,
                "Concatenates the encoder's map to the up-convolved one at each of four levels.",
                "The decoder knows what, the encoder still knows where. Concat leaves it to the next convolution how to"
                        + " weigh the two.",
                look,
                "The concat joins along the channels, an axis that was there before, and makes no new dimension.",
                version);
    }
}
