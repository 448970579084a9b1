package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Relu6;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/**
 * MobileNetV2, 3×224×224 and 1,000 classes, width 1.0 (Sandler et al. 2018, table 2): inverted residuals, wide inside
 * and narrow where they are added.
 */
final class MobileNetV2 {
    /** Expansion t, channels c, repeats n, stride s of the first: the rows of table 2. */
    private static final int[][] ROWS = {
        {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1},
    };

    private final Draft net = new Draft("mobilenet-v2");

    private MobileNetV2() {}

    static Preset preset() {
        return Preset.of("MobileNetV2", "Ten of seventeen blocks add; the others have no skip, not even a projection.",
                new MobileNetV2().network(), new Card(MenuGroup.ADD,
                        "Adds a block's input to its output where the shape stays the same: 10 of 17 blocks.",
                        "The thin ends carry the information, so they are what the shortcut joins, and no ReLU may cut"
                                + " them.",
                        "Blocks with stride 2, or of another width, simply have no shortcut.",
                        "Not every residual network mends a mismatch: this one leaves the skip out.",
                        "3×224×224, 1,000 classes; width 1.0; ReLU6; no biases but the classifier's."));
    }

    private Network network() {
        NodeId picture = net.input(3, 224, 224);
        net.group("stem");
        NodeId at = convNormRelu6("conv", Conv.same(32, 3).strided(2), picture);
        int width = 32;
        for (int row = 0; row < ROWS.length; row++) {
            for (int block = 0; block < ROWS[row][2]; block++) {
                net.group("stage" + (row + 1) + "/block" + (block + 1));
                int stride = block == 0 ? ROWS[row][3] : 1;
                at = block(at, width, ROWS[row][0], ROWS[row][1], stride);
                width = ROWS[row][1];
            }
        }
        net.group("head");
        at = convNormRelu6("conv", Conv.same(1280, 1), at);
        net.group("");
        at = net.chain("average", new Layer.GlobalAveragePool(), at);
        net.chain("classes", new Layer.Linear(1000, true), net.chain("drop", new Layer.Dropout(0.2f), at));
        return net.build();
    }

    /** 1×1 to t times the width, 3×3 on each channel apart, 1×1 to c channels without a ReLU. */
    private NodeId block(NodeId x, int in, int expansion, int out, int stride) {
        int wide = expansion * in;
        NodeId f = expansion == 1 ? x : convNormRelu6("expand", Conv.same(wide, 1), x);
        f = convNormRelu6("depthwise", new Conv(wide, Window.same(3).strided(stride), wide, false), f);
        f = net.convNorm("project", Conv.same(out, 1), f);
        return stride == 1 && in == out ? net.add(x, f) : f;
    }

    private NodeId convNormRelu6(String id, Conv conv, NodeId at) {
        return net.chain(id + ".relu6", new Relu6(), net.convNorm(id, conv, at));
    }
}
