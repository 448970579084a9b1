package skipstitch.network.presets;

import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Sigmoid;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Network;
import skipstitch.network.NodeId;

/**
 * Deep residual U-Net, 3×256×256, one class (Zhang et al. 2018): a U-Net whose every block is a pre-activation
 * residual unit. Short skips are added, long ones concatenated.
 */
final class ResUNet {
    private static final int BASE = 64;

    private final Draft net = new Draft("resunet");

    private ResUNet() {}

    static Preset preset() {
        return Preset.of("ResUNet", "Both merges in one network: seven adds inside blocks, three concats across.",
                new ResUNet().network(), new Card(MenuGroup.BOTH,
                        "Adds within each of its seven blocks; concatenates encoder maps to the up-convolved ones at"
                                + " three levels.",
                        "Short skips are for optimising, long ones for detail.",
                        "The concat makes a block wider than its output, so its own shortcut needs a convolution.",
                        "Short and long skips do not play the same role.",
                        "3×256×256, one class; 3×3 convolutions in the blocks' shortcuts; strides instead of"
                                + " pools; all convolutions biased; up map first, then skip."));
    }

    private Network network() {
        NodeId[] skips = {first(net.input(3, 256, 256)), null, null};
        for (int level = 1; level < skips.length; level++) {
            skips[level] = block("encoder/level" + (level + 1), BASE << level, 2, skips[level - 1]);
        }
        NodeId at = block("bridge", BASE << skips.length, 2, skips[skips.length - 1]);
        for (int level = skips.length - 1; level >= 0; level--) {
            String group = "decoder/level" + (level + 1);
            NodeId up = net.group(group).chain("up", TransposedConv.upscale(BASE << level + 1, 2), at);
            at = block(group + "/block", BASE << level, 1, net.concatLast(skips[level], up));
        }
        net.group("").chain("sigmoid", new Sigmoid(), net.chain("head", Conv.same(1, 1).biased(), at));
        return net.build();
    }

    /** The first block reads the picture, to which no norm and no ReLU is put. */
    private NodeId first(NodeId picture) {
        net.group("encoder/level1");
        NodeId f = net.convNormRelu("conv1", Conv.same(BASE, 3).biased(), picture);
        f = net.chain("conv2", Conv.same(BASE, 3).biased(), f);
        return net.add(net.chain("shortcut", Conv.same(BASE, 3).biased(), picture), f);
    }

    private NodeId block(String group, int width, int stride, NodeId x) {
        net.group(group);
        NodeId f = net.normReluConv("conv1", Conv.same(width, 3).strided(stride).biased(), x);
        f = net.normReluConv("conv2", Conv.same(width, 3).biased(), f);
        return net.add(net.convNorm("shortcut", Conv.same(width, 3).strided(stride).biased(), x), f);
    }
}
