package skipstitch.network.presets;

import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Crop;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Window;

/**
 * The U-Net of Ronneberger et al. 2015, figure 1: 1×572×572 in, 2×388×388 out. Its 3×3 convolutions have no padding
 * and take a pixel at each side, so that the encoder's maps are cropped at the centre before the concat.
 */
final class UNet572 {
    private static final int BASE = 64;
    /** Pixels that a skip loses at each side, topmost level first. */
    private static final int[] CROPS = {88, 40, 16, 4};

    private final Draft net = new Draft("unet-572");

    private UNet572() {}

    static Preset preset() {
        return Preset.of("U-Net (2015)", "572 in, 388 out: unpadded convolutions eat the border, so each skip is"
                + " cropped.",
                new UNet572().network(), new Card(MenuGroup.CONCAT,
                        "Concatenates the encoder's map, cropped at its centre, to the up-convolved one at each of"
                                + " four levels.",
                        "Every output pixel is to be seen with its full surroundings, so nothing is padded, and"
                                + " cropping is needed because of the border pixels that each convolution loses.",
                        "The crops: 64 to 56, 136 to 104, 280 to 200, 568 to 392, which is 4, 16, 40 and 88 pixels a"
                                + " side.",
                        "It is not the concat alone that wants equal height and width: an add would want the same"
                                + " crop.",
                        "1×572×572, 2 classes; all convolutions biased, none padded; no batch norm; skip first, then"
                                + " up map."));
    }

    private Network network() {
        NodeId at = net.input(1, 572, 572);
        NodeId[] skips = new NodeId[CROPS.length];
        for (int level = 0; level < CROPS.length; level++) {
            net.group("encoder/level" + (level + 1));
            skips[level] = twice(BASE << level, at);
            at = net.chain("pool", MaxPool.halve(), skips[level]);
        }
        net.group("bottleneck");
        at = twice(BASE << CROPS.length, at);
        for (int level = CROPS.length - 1; level >= 0; level--) {
            net.group("decoder/level" + (level + 1));
            NodeId up = net.chain("up", TransposedConv.upscale(BASE << level, 2), at);
            NodeId cropped = net.chain("crop", new Crop(Padding.all(CROPS[level])), skips[level]);
            at = twice(BASE << level, net.concat(cropped, up));
        }
        net.group("").chain("head", Conv.same(2, 1).biased(), at);
        return net.build();
    }

    private NodeId twice(int width, NodeId at) {
        Conv valid = new Conv(width, Window.of(3), 1, true);
        return net.convRelu("conv2", valid, net.convRelu("conv1", valid, at));
    }
}
