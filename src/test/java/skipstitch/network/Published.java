package skipstitch.network;

import skipstitch.network.Layer.BatchNorm;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.Relu;
import skipstitch.network.Layer.TransposedConv;

/** Networks whose parameters and multiply-adds others have counted. */
final class Published {
    private final NetworkBuilder net;

    private Published(String name) {
        net = new NetworkBuilder(name);
    }

    /** He et al. 2015, table 1, shortcuts of option B, 3×224×224. */
    static Network resNet18() {
        return new Published("resnet-18").residual(3, 224, new int[] {64, 128, 256, 512}, 2, 1000, true);
    }

    /** He et al. 2015, section 4.2: 6n+2 layers for CIFAR-10, shortcuts of option A. */
    static Network cifarResNet(int n) {
        return new Published("resnet-" + (6 * n + 2)).residual(3, 32, new int[] {16, 32, 64}, n, 10, false);
    }

    private Network residual(int channels, int size, int[] widths, int blocks, int classes, boolean optionB) {
        NodeId at = net.input(channels, size, size);
        if (optionB) {
            at = norm("stem", net.chain("stem", new Conv(widths[0], Window.same(7).strided(2), 1, false), at));
            at = net.chain("stem.pool", new MaxPool(Window.same(3).strided(2), false), relu("stem", at));
        } else {
            at = relu("stem", norm("stem", net.chain("stem", Conv.same(widths[0], 3), at)));
        }
        for (int stage = 0; stage < widths.length; stage++) {
            for (int block = 0; block < blocks; block++) {
                boolean first = stage > 0 && block == 0;
                at = block("s" + stage + "b" + block, at, widths[stage], first, optionB);
            }
        }
        at = net.chain("average", new Layer.GlobalAveragePool(), at);
        net.chain("classes", new Layer.Linear(classes, true), at);
        return net.build();
    }

    private NodeId block(String id, NodeId x, int width, boolean first, boolean optionB) {
        int stride = first ? 2 : 1;
        NodeId f = norm(id + ".1", net.chain(id + ".1", Conv.same(width, 3).strided(stride), x));
        f = norm(id + ".2", net.chain(id + ".2", Conv.same(width, 3), relu(id + ".1", f)));
        NodeId shortcut = x;
        if (first && optionB) {
            shortcut = norm(id + ".short", net.chain(id + ".short", Conv.same(width, 1).strided(2), x));
        } else if (first) {
            shortcut = net.chain(id + ".half", new Layer.Subsample(2), x);
            shortcut = net.chain(id + ".zeros", new Layer.ZeroPadChannels(width / 4, width / 4), shortcut);
        }
        return relu(id, net.merge(id + ".merge", new Layer.Add(), shortcut, f));
    }

    /** The brain-segmentation U-Net: base width 32, norms, one class, up map before the skip. */
    static Network brainUNet(int size) {
        return new Published("unet").uNet(size, 32);
    }

    private Network uNet(int size, int base) {
        NodeId at = net.input(3, size, size);
        NodeId[] skips = new NodeId[4];
        for (int level = 0; level < 4; level++) {
            skips[level] = twice("enc" + level, at, base << level);
            at = net.chain("pool" + level, MaxPool.halve(), skips[level]);
        }
        at = twice("bottleneck", at, base << 4);
        for (int level = 3; level >= 0; level--) {
            NodeId up = net.chain("up" + level, TransposedConv.upscale(base << level, 2), at);
            NodeId merge = net.node("merge" + level, new Layer.Concat(), Inlet.main(up), Inlet.skip(skips[level]));
            at = twice("dec" + level, merge, base << level);
        }
        net.chain("head", Conv.same(1, 1).biased(), at);
        return net.build();
    }

    private NodeId twice(String id, NodeId at, int width) {
        NodeId first = relu(id + ".1", norm(id + ".1", net.chain(id + ".1", Conv.same(width, 3), at)));
        return relu(id + ".2", norm(id + ".2", net.chain(id + ".2", Conv.same(width, 3), first)));
    }

    /** SqueezeNet 1.0's Fire modules 2 and 3 with a simple bypass (Iandola et al. 2016) across the second. */
    static Network fireWithBypass() {
        Published fire = new Published("fire");
        NodeId x = fire.fire("fire2", fire.net.input(96, 55, 55), 16, 64);
        NodeId f = fire.fire("fire3", x, 16, 64);
        NodeId merge = fire.net.merge("merge", new Layer.Add(), x, f);
        fire.net.chain("next", Conv.same(32, 1).biased(), merge);
        return fire.net.build();
    }

    private NodeId fire(String id, NodeId x, int squeeze, int expand) {
        NodeId squeezed = relu(id, net.chain(id + ".squeeze", Conv.same(squeeze, 1).biased(), x));
        NodeId one = relu(id + ".one", net.chain(id + ".one", Conv.same(expand, 1).biased(), squeezed));
        NodeId three = relu(id + ".three", net.chain(id + ".three", Conv.same(expand, 3).biased(), squeezed));
        return net.node(id + ".concat", new Layer.Concat(), Inlet.main(one), Inlet.main(three));
    }

    /** Huang et al. 2017, a DenseNet-BC-121 up to its classifier, 3×224×224. */
    static Network denseNet121() {
        Published dense = new Published("densenet-121");
        NodeId at = dense.net.input(3, 224, 224);
        at = dense.relu("stem", dense.norm("stem", dense.net.chain("stem",
                new Conv(64, Window.same(7).strided(2), 1, false), at)));
        at = dense.net.chain("stem.pool", new MaxPool(Window.same(3).strided(2), false), at);
        int[] layers = {6, 12, 24, 16};
        int width = 64;
        for (int block = 0; block < layers.length; block++) {
            for (int layer = 0; layer < layers[block]; layer++) {
                String id = "b" + block + "l" + layer;
                NodeId narrow = dense.net.chain(id + ".1", Conv.same(128, 1), dense.relu(id + ".1", dense.norm(id + ".0", at)));
                NodeId grown = dense.net.chain(id + ".2", Conv.same(32, 3), dense.relu(id + ".2", dense.norm(id + ".1", narrow)));
                at = dense.net.merge(id + ".merge", new Layer.Concat(), at, grown);
                width += 32;
            }
            if (block < 3) {
                width /= 2;
                String id = "transition" + block;
                at = dense.net.chain(id, Conv.same(width, 1), dense.relu(id, dense.norm(id, at)));
                at = dense.net.chain(id + ".pool", Layer.AveragePool.halve(), at);
            }
        }
        at = dense.relu("last", dense.norm("last", at));
        at = dense.net.chain("average", new Layer.GlobalAveragePool(), at);
        dense.net.chain("classes", new Layer.Linear(1000, true), at);
        return dense.net.build();
    }

    private NodeId norm(String id, NodeId at) {
        return net.chain(id + ".norm", BatchNorm.standard(), at);
    }

    private NodeId relu(String id, NodeId at) {
        return net.chain(id + ".relu", new Relu(), at);
    }
}
