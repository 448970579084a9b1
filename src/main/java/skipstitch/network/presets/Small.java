package skipstitch.network.presets;

import skipstitch.network.Layer.AveragePool;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.NodeId;

/**
 * Small networks to be trained while one waits: a U-Net, a residual chain, a dense net, each with 4 classes, as many as
 * the tasks that come with the app have.
 */
final class Small {
    private static final int CLASSES = 4;

    private final Draft net;

    private Small(String name) {
        net = new Draft(name);
    }

    static Preset uNet() {
        return new Small("small-unet").drawnUNet();
    }

    static Preset resNet() {
        return new Small("small-resnet").drawnResNet();
    }

    static Preset denseNet() {
        return new Small("small-densenet").drawnDenseNet();
    }

    private Preset drawnUNet() {
        int[] widths = {8, 16};
        NodeId[] maps = new NodeId[widths.length];
        NodeId at = net.input(3, 64, 64);
        for (int level = 0; level < widths.length; level++) {
            net.group("encoder/level" + (level + 1));
            maps[level] = twice(widths[level], at);
            at = net.chain("pool", MaxPool.halve(), maps[level]);
        }
        net.group("bottleneck");
        at = twice(2 * widths[widths.length - 1], at);
        for (int level = widths.length - 1; level >= 0; level--) {
            net.group("decoder/level" + (level + 1));
            NodeId up = net.chain("up", TransposedConv.upscale(widths[level], 2), at);
            at = twice(widths[level], net.concat(maps[level], up));
        }
        net.group("").chain("head", Conv.same(CLASSES, 1).biased(), at);
        return Preset.of("Small U-Net", "Small enough to be trained in a minute: a class for each pixel.", net.build(),
                new Card(MenuGroup.CONCAT,
                        "Concatenates the encoder's map to the enlarged one at two levels.",
                        "What two pools took away comes back by the skips; whether that helps can be raced.",
                        "Race it with add and without skips, and look at the borders.",
                        "A difference between two short runs is one of these runs, not a law.",
                        "3×64×64, 4 classes; made for this app after U-Net; two pools, 8 filters at the top; 3×3"
                                + " convolutions without bias, with norm."));
    }

    private NodeId twice(int width, NodeId at) {
        return net.convNormRelu("conv2", Conv.same(width, 3), net.convNormRelu("conv1", Conv.same(width, 3), at));
    }

    private Preset drawnResNet() {
        int width = 16;
        NodeId at = net.input(3, 32, 32);
        at = net.group("stem").convNormRelu("conv", Conv.same(width, 3), at);
        for (int block = 1; block <= 6; block++) {
            net.group("chain/block" + block);
            NodeId f = net.convNormRelu("conv1", Conv.same(width, 3), at);
            f = net.convNorm("conv2", Conv.same(width, 3), f);
            at = net.relu("relu", net.add(at, f));
        }
        return Preset.of("Small ResNet", "Six residual blocks of one width, to be raced against the plain chain.",
                net.classified(CLASSES, at), new Card(MenuGroup.ADD,
                        "Adds the input of each pair of convolutions to their output: six times.",
                        "All blocks have one width, so that no shortcut needs a weight.",
                        "Race it without skips: the plain chain has the same parameters.",
                        "At thirteen convolutions with norms a plain chain trains as well; deeper ones tell more.",
                        "3×32×32, 4 classes; made for this app after ResNet; 16 filters throughout; no biases but the"
                                + " classifier's."));
    }

    private Preset drawnDenseNet() {
        int growth = 8;
        NodeId at = net.input(3, 32, 32);
        at = net.group("stem").chain("conv", Conv.same(2 * growth, 3), at);
        for (int block = 1; block <= 2; block++) {
            for (int layer = 1; layer <= 4; layer++) {
                net.group("block" + block + "/layer" + layer);
                at = net.concat(at, net.normReluConv("conv", Conv.same(growth, 3), at));
            }
            if (block == 1) {
                net.group("transition");
                at = net.normReluConv("conv", Conv.same(3 * growth, 1), at);
                at = net.chain("pool", AveragePool.halve(), at);
            }
        }
        at = net.group("").normRelu("last", at);
        return Preset.of("Small DenseNet", "Two dense blocks of four layers: 16 channels grow to 48, 24 to 56.",
                net.classified(CLASSES, at), new Card(MenuGroup.CONCAT,
                        "Concatenates what each layer takes in to what it makes: eight times.",
                        "Every later layer of a block reads every earlier map unchanged.",
                        "Race it with add: every sum is as narrow as one layer's growth.",
                        "Fewer weights in each layer is not less memory: all maps of a block are kept.",
                        "3×32×32, 4 classes; made for this app after DenseNet; growth rate 8, no bottlenecks; no biases"
                                + " but the classifier's."));
    }
}
