package skipstitch.network.presets;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Crop;
import skipstitch.network.Layer.Dropout;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.TransposedConv;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Size;
import skipstitch.network.Window;

/**
 * Fully convolutional VGG-16 for 3×500×500 and 21 classes (Long et al. 2015). The first convolution is padded by 100
 * pixels, so that even small pictures survive the 7×7 of {@code fc6}; what this shifts, the crops take back.
 */
final class Fcn {
    private static final int CLASSES = 21;

    private final Draft net;

    private Fcn(String name) {
        net = new Draft(name);
    }

    static Preset fcn32s() {
        return Preset.of("FCN-32s", "No skip at all: the score map of 16×16 is enlarged 32 times in one go.",
                new Fcn("fcn-32s").coarse(), new Card(MenuGroup.NEITHER,
                        "Merges nothing.",
                        "The control: what VGG-16 knows after five pools, enlarged by one transposed convolution.",
                        "The score map is 21×16×16; whatever is finer than 32 pixels is lost before it.",
                        "It is a dense prediction without a decoder: one transposed convolution does it all.",
                        "3×500×500, 21 classes; padding 100; all convolutions biased but the transposed; no norm."));
    }

    static Preset fcn8s() {
        return Preset.of("FCN-8s", "Two adds, of class scores: 21 channels meet 21, whatever the encoder's width is.",
                new Fcn("fcn-8s").fine(), new Card(MenuGroup.ADD,
                        "Adds class scores of pool 4 and of pool 3 to the enlarged scores from below: two adds of 21"
                                + " channels.",
                        "Finer layers see fewer pixels; their scores put detail back that the pools took.",
                        "The crops before each add: 44 to 34, 88 to 70, 568 to 500. The scores' 1×1 convolutions make"
                                + " the channels meet.",
                        "FCN adds; that segmentation means concat is a myth.",
                        "3×500×500, 21 classes; trained in stages, so without factors on the pools' scores; padding"
                                + " 100; all convolutions biased but the transposed; no norm."));
    }

    private Network coarse() {
        return enlarged(32, score("decoder/level5", classifier(pools().getLast())), new Crop(crop(19, 544, 500)));
    }

    private Network fine() {
        List<NodeId> pools = pools();
        NodeId at = score("decoder/level5", classifier(pools.get(4)));
        at = fused("decoder/level4", pools.get(3), crop(5, 44, 34), at);
        at = fused("decoder/level3", pools.get(2), crop(9, 88, 70), at);
        return enlarged(8, at, new Crop(crop(31, 568, 500)));
    }

    private List<NodeId> pools() {
        NodeId at = net.input(3, 500, 500);
        List<NodeId> pools = new ArrayList<>();
        for (int level = 0; level < Vgg16.levels(); level++) {
            net.group("encoder/level" + (level + 1));
            int number = 1;
            for (int filters : Vgg16.filters(level)) {
                int padding = pools.isEmpty() && number == 1 ? 100 : 1;
                at = net.convRelu("conv" + number++, conv(filters, 3, padding), at);
            }
            at = net.chain("pool", new MaxPool(Window.of(2).strided(2), true), at);
            pools.add(at);
        }
        return pools;
    }

    /** VGG-16's first two linear layers as convolutions. */
    private NodeId classifier(NodeId at) {
        net.group("classifier");
        at = net.chain("drop6", new Dropout(0.5f), net.convRelu("fc6", conv(4096, 7, 0), at));
        return net.chain("drop7", new Dropout(0.5f), net.convRelu("fc7", conv(4096, 1, 0), at));
    }

    private NodeId score(String group, NodeId at) {
        return net.group(group).chain("score", conv(CLASSES, 1, 0), at);
    }

    /** Scores from below, twice as large, and those of a pool, cropped to meet them. */
    private NodeId fused(String group, NodeId pool, Padding crop, NodeId below) {
        NodeId score = score(group, pool);
        NodeId up = net.chain("upscore", upscore(2), below);
        return net.add(net.chain("crop", new Crop(crop), score), up);
    }

    private Network enlarged(int factor, NodeId at, Crop crop) {
        NodeId up = net.group("decoder/level1").chain("upscore", upscore(factor), at);
        net.chain("crop", crop, up);
        return net.build();
    }

    private static Conv conv(int filters, int kernel, int padding) {
        return new Conv(filters, Window.of(kernel).padded(padding), 1, true);
    }

    private static TransposedConv upscore(int factor) {
        return new TransposedConv(CLASSES, Size.square(2 * factor), Size.square(factor), Padding.NONE,
                new Size(0, 0), false);
    }

    /** From one side to another, the first pixels taken away being those by which the layers shifted the picture. */
    private static Padding crop(int offset, int from, int to) {
        return new Padding(offset, offset, from - to - offset, from - to - offset);
    }
}
