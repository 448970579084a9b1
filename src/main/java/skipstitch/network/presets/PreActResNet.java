package skipstitch.network.presets;

import skipstitch.network.Layer.Conv;
import skipstitch.network.NodeId;

/**
 * The pre-activation ResNet of 164 layers for 3×32×32 and 10 classes (He et al. 2016, table 2): three stages of 18
 * bottlenecks, norm and ReLU before each convolution, and nothing after the add.
 */
final class PreActResNet {
    private static final int BLOCKS = 18;
    private static final int[] WIDTHS = {16, 32, 64};

    private final Draft net = new Draft("preact-resnet-164");

    private PreActResNet() {}

    static Preset preset() {
        return new PreActResNet().drawn();
    }

    private Preset drawn() {
        NodeId picture = net.input(3, 32, 32);
        NodeId at = net.group("stem").chain("conv1", Conv.same(16, 3), picture);
        for (int stage = 0; stage < WIDTHS.length; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                net.group("stage" + (stage + 1) + "/block" + (block + 1));
                at = block(at, WIDTHS[stage], stage > 0 && block == 0 ? 2 : 1, block == 0);
            }
        }
        at = net.group("").normRelu("last", at);
        return Preset.of("Pre-activation ResNet-164", "54 adds with nothing after them: an open path from end to end.",
                net.classified(10, at), new Card(MenuGroup.ADD,
                        "Adds the input of each bottleneck to its output: 54 times, and no ReLU follows the add.",
                        "With norm and ReLU inside the branch, the path through the adds is the identity all the way.",
                        "Follow a shortcut: within a stage nothing lies on it but adds.",
                        "It is the identity path that matters, not the add as such: a factor of 0.5 on each of 54"
                                + " shortcuts would leave 5.6·10⁻¹⁷ of what went in.",
                        "3×32×32, 10 classes; bottlenecks; a 1×1 shortcut heads each stage; no biases but the"
                                + " classifier's."));
    }

    /** Where the shape changes, shortcut and branch share the first norm and ReLU. */
    private NodeId block(NodeId x, int width, int stride, boolean first) {
        NodeId active = net.normRelu("conv1", x);
        NodeId f = net.chain("conv1", Conv.same(width, 1), active);
        f = net.normReluConv("conv2", Conv.same(width, 3).strided(stride), f);
        f = net.normReluConv("conv3", Conv.same(4 * width, 1), f);
        return net.add(first ? net.chain("shortcut", Conv.same(4 * width, 1).strided(stride), active) : x, f);
    }
}
