package skipstitch.network.presets;

import java.util.List;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Size;

/**
 * LinkNet, 3×256×256 and 11 classes (Chaurasia and Culurciello 2017): the encoder is ResNet-18, and what enters each
 * of its stages is added to what leaves the decoder block of the same level.
 */
final class LinkNet {
    private static final int CLASSES = 11;

    private final Draft net = new Draft("linknet");

    private LinkNet() {}

    static Preset preset() {
        return Preset.of("LinkNet", "A U that adds: each decoder block emits as many channels as its skip has.",
                new LinkNet().network(), new Card(MenuGroup.ADD,
                        "Adds what enters each encoder stage to what leaves its decoder block: four times, beside the"
                                + " eight adds inside the encoder's own blocks.",
                        "The skip gives back what the strides lost, and an add keeps the decoder thin.",
                        "Each decoder block narrows to a quarter, enlarges there, and widens to just the skip's"
                                + " channels.",
                        "LinkNet adds, though it is shaped like a U-Net.",
                        "3×256×256, 11 classes; ResNet-18 as encoder; the only bias is in the last transposed"
                                + " convolution."));
    }

    private Network network() {
        List<NodeId> stages = ResNet.RESNET_18.trunk(net, "encoder/", net.input(3, 256, 256));
        NodeId at = stages.getLast();
        for (int level = 4; level >= 1; level--) {
            net.group("decoder/level" + level);
            NodeId skip = stages.get(level - 1);
            NodeId block = block(64 << level - 1, Math.max(64, 64 << level - 2), level > 1 ? 2 : 1, at);
            at = net.relu("relu", net.add(skip, block));
        }
        net.group("head");
        at = net.convNormRelu("up1", enlarging(32, 2), at);
        at = net.convNormRelu("conv", Conv.same(32, 3), at);
        net.chain("up2", TransposedConv.upscale(CLASSES, 2), at);
        return net.build();
    }

    /** 1×1 to a quarter of the width, transposed 3×3, 1×1 to the width of the skip. */
    private NodeId block(int in, int out, int stride, NodeId at) {
        at = net.convNormRelu("reduce", Conv.same(in / 4, 1), at);
        at = net.convNormRelu("up", enlarging(in / 4, stride), at);
        return net.convNormRelu("expand", Conv.same(out, 1), at);
    }

    private static TransposedConv enlarging(int filters, int stride) {
        return new TransposedConv(filters, Size.square(3), Size.square(stride), Padding.all(1),
                Size.square(stride - 1), false);
    }
}
