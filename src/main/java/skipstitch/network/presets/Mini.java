package skipstitch.network.presets;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.MaxUnpool;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Size;

/**
 * One small encoder, 1×64×64, and four ways back up: those of U-Net, SegNet, FCN and LinkNet. Ids agree where layers
 * do, so the encoder has the same weights in all four, and U-Net's decoder shares its main branch with SegNet's.
 */
final class Mini {
    /** Filters of the levels, topmost first; the bottom has the last. */
    private static final int[] WIDTHS = {8, 16, 32};
    private static final int CLASSES = 4;
    private static final String VERSION = "1×64×64, 4 classes; made for this app after the published network; 3×3"
            + " convolutions without bias, with norm; the encoder's ids and weights are those of the other three.";

    private final Draft net;
    private final List<NodeId> maps = new ArrayList<>();
    private final List<NodeId> pools = new ArrayList<>();
    private final NodeId bottom;

    private Mini(String name) {
        net = new Draft(name);
        NodeId at = net.input(1, 64, 64);
        for (int level = 0; level < WIDTHS.length; level++) {
            net.group("encoder/level" + (level + 1));
            maps.add(net.convNormRelu("conv", Conv.same(WIDTHS[level], 3), at));
            at = net.chain("pool", MaxPool.halve(), maps.getLast());
            pools.add(at);
        }
        bottom = net.group("bottleneck").convNormRelu("conv", Conv.same(WIDTHS[WIDTHS.length - 1], 3), at);
    }

    static Preset uNet() {
        return Preset.of("Mini U-Net", "Three concats; beside the mini SegNet only the skips differ.",
                new Mini("mini-unet").concatenating(), new Card(MenuGroup.CONCAT,
                        "Concatenates the encoder's whole map at each of three levels.",
                        "The decoder gets back at full resolution what the pools took away.",
                        "Open it beside the mini SegNet: same encoder, same weights, but here maps arrive, there only"
                                + " places.",
                        "Concat is dear in the next convolution, not in itself.", VERSION));
    }

    static Preset segNet() {
        return Preset.of("Mini SegNet", "Nothing is added, nothing concatenated: unpools put maxima back in their"
                + " places.",
                new Mini("mini-segnet").unpooling(), new Card(MenuGroup.NEITHER,
                        "Merges nothing: three unpools take the places of the maxima from the pools.",
                        "Places cost hardly any memory and no weights.",
                        "After an unpool three quarters of the map are zeros, until the next convolution fills them.",
                        "SegNet concatenates nothing.", VERSION));
    }

    static Preset fcn() {
        return Preset.of("Mini FCN", "Two adds of four class scores: the decoder is nothing but scores, enlarged.",
                new Mini("mini-fcn").scoring(), new Card(MenuGroup.ADD,
                        "Adds class scores of two pools to the enlarged scores from below.",
                        "Scores of every level have as many channels as there are classes, so an add fits as it is.",
                        "Both adds are of 4 channels, however wide the encoder is.",
                        "FCN adds, though it segments.", VERSION));
    }

    static Preset linkNet() {
        return Preset.of("Mini LinkNet", "Three adds of whole maps: 1×1 convolutions make the channels meet.",
                new Mini("mini-linknet").linking(), new Card(MenuGroup.ADD,
                        "Adds the encoder's whole map at each of three levels.",
                        "The same maps arrive as in U-Net, but the decoder stays as wide as they are.",
                        "Each decoder block narrows to a quarter, enlarges, and widens to the skip's channels.",
                        "LinkNet adds, though it is shaped like a U-Net.", VERSION));
    }

    private Network concatenating() {
        NodeId at = bottom;
        for (int level = WIDTHS.length - 1; level >= 0; level--) {
            net.group(decoder(level));
            NodeId up = net.chain("up", TransposedConv.upscale(WIDTHS[level], 2), at);
            at = decoded(level, net.concat(maps.get(level), up));
        }
        return headed(at);
    }

    private Network unpooling() {
        NodeId at = bottom;
        for (int level = WIDTHS.length - 1; level >= 0; level--) {
            net.group(decoder(level));
            at = decoded(level, net.node("unpool", new MaxUnpool(), Inlet.main(at), Inlet.indices(pools.get(level))));
        }
        return headed(at);
    }

    private Network scoring() {
        NodeId at = net.group("decoder/level4").chain("score", score(), bottom);
        for (int level = WIDTHS.length - 1; level > 0; level--) {
            net.group(decoder(level));
            NodeId up = net.chain("up", doubling(CLASSES), at);
            at = net.add(net.chain("score", score(), pools.get(level - 1)), up);
        }
        net.group(decoder(0)).chain("up", doubling(CLASSES), at);
        return net.build();
    }

    private Network linking() {
        NodeId at = bottom;
        for (int level = WIDTHS.length - 1; level >= 0; level--) {
            net.group(decoder(level));
            int narrow = WIDTHS[Math.min(level + 1, WIDTHS.length - 1)] / 4;
            at = net.convNormRelu("reduce", Conv.same(narrow, 1), at);
            at = net.convNormRelu("up", doubling(narrow), at);
            at = net.convNorm("expand", Conv.same(WIDTHS[level], 1), at);
            at = net.relu("relu", net.add(maps.get(level), at));
        }
        return headed(at);
    }

    private static String decoder(int level) {
        return "decoder/level" + (level + 1);
    }

    /** To the width of the level above. */
    private NodeId decoded(int level, NodeId at) {
        return net.convNormRelu("conv", Conv.same(WIDTHS[Math.max(level - 1, 0)], 3), at);
    }

    private Network headed(NodeId at) {
        net.group("").chain("head", score(), at);
        return net.build();
    }

    private static Layer score() {
        return Conv.same(CLASSES, 1).biased();
    }

    /** 4×4 with stride 2 and padding 1: height and width double exactly. */
    private static TransposedConv doubling(int filters) {
        return new TransposedConv(filters, Size.square(4), Size.square(2), Padding.all(1), new Size(0, 0), false);
    }
}
