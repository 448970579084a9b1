package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NodeId;

/**
 * Plain and residual networks of 6n+2 layers for 3×32×32 and 10 classes (He et al. 2015, section 4.2): three stages
 * of 16, 32 and 64 filters. Shortcuts of option A: where a stage begins, every second row and column, and zeros
 * for the channels that are missing.
 */
final class CifarResNet {
    private static final int[] WIDTHS = {16, 32, 64};

    private final Draft net;
    private final boolean residual;

    private CifarResNet(String name, boolean residual) {
        this.net = new Draft(name);
        this.residual = residual;
    }

    static Preset plain(int n) {
        int depth = 6 * n + 2;
        return new CifarResNet("plain-" + depth, false).preset("Plain-" + depth, n,
                "ResNet-" + depth + " without its shortcuts: the same layers and the same weights' count.",
                new Card(MenuGroup.NEITHER,
                        "Merges nothing: one chain of 3×3 convolutions.",
                        "The control of the experiment: it differs from ResNet-" + depth + " in nothing but the"
                                + " shortcuts.",
                        "Parameters and multiply-adds equal those of ResNet-" + depth + ", to the unit.",
                        "Deep plain networks do not merely overfit: their training error is higher, too.",
                        "3×32×32, 10 classes; no biases but the classifier's."));
    }

    static Preset residual(int n) {
        int depth = 6 * n + 2;
        return new CifarResNet("resnet-" + depth, true).preset("ResNet-" + depth, n,
                3 * n + " adds and not one weight for them.",
                new Card(MenuGroup.ADD,
                        "Adds the input of each pair of convolutions to their output: " + 3 * n + " times.",
                        "The layers learn what differs from the identity, and the identity costs nothing.",
                        "Where a stage begins, the shortcut takes every second row and column and is filled up with"
                                + " channels of zeros: no weights.",
                        "It is not torchvision's ResNet: this one is for 32×32 pictures and far smaller than"
                                + " ResNet-18.",
                        "3×32×32, 10 classes; option A; no biases but the classifier's."));
    }

    private Preset preset(String title, int n, String remark, Card card) {
        NodeId at = net.input(3, 32, 32);
        at = net.group("stem").convNormRelu("conv1", Conv.same(WIDTHS[0], 3), at);
        for (int stage = 0; stage < WIDTHS.length; stage++) {
            for (int block = 0; block < n; block++) {
                net.group("stage" + (stage + 1) + "/block" + (block + 1));
                at = block(at, WIDTHS[stage], stage > 0 && block == 0);
            }
        }
        return Preset.of(title, remark, net.classified(10, at), card);
    }

    private NodeId block(NodeId x, int width, boolean halves) {
        NodeId f = net.convNormRelu("conv1", Conv.same(width, 3).strided(halves ? 2 : 1), x);
        f = net.convNorm("conv2", Conv.same(width, 3), f);
        return net.relu("relu", residual ? net.add(halves ? optionA(x, width) : x, f) : f);
    }

    /** Half of the channels are missing: a quarter of the width before, a quarter after. */
    private NodeId optionA(NodeId x, int width) {
        NodeId smaller = net.chain("shortcut", new Layer.Subsample(2), x);
        return net.chain("shortcut.zeros", new Layer.ZeroPadChannels(width / 4, width / 4), smaller);
    }
}
