package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/**
 * Densely connected networks (Huang et al. 2017): each layer of a block takes in all maps before it, one after
 * another, and adds {@code growth} channels to them.
 */
final class DenseNet {
    private final Draft net;
    private final int growth;
    /** Whether a 1×1 convolution to four times the growth comes before each 3×3, and transitions halve ("BC"). */
    private final boolean narrowing;
    private int width;

    private DenseNet(String name, int growth, boolean narrowing) {
        net = new Draft(name);
        this.growth = growth;
        this.narrowing = narrowing;
    }

    /** Table 1: 3×224×224, 1,000 classes, blocks of 6, 12, 24 and 16 layers, growth rate 32. */
    static Preset denseNet121() {
        DenseNet dense = new DenseNet("densenet-121", 32, true);
        NodeId picture = dense.net.input(3, 224, 224);
        dense.net.group("stem");
        dense.width = 64;
        NodeId conv1 = dense.net.convNormRelu("conv1", new Conv(64, Window.same(7).strided(2), 1, false), picture);
        NodeId stem = dense.net.chain("pool", Draft.STEM_POOL, conv1);
        return dense.preset("DenseNet-121", stem, 1000,
                card("58 concats: in each block the width grows by 32 a layer, to 256, 512, 1,024 and 1,024 channels.",
                        "3×224×224, 1,000 classes; BC; no biases but the classifier's."),
                6, 12, 24, 16);
    }

    /** Section 3: L = 40, k = 12, without bottlenecks and compression; 3×32×32, 10 classes. */
    static Preset basic40() {
        DenseNet dense = new DenseNet("densenet-40-12", 12, false);
        return dense.preset("DenseNet-40 (k=12)", dense.smallStem(16), 10, card("The blocks end with 160, 304 and 448"
                + " channels: a straight line, 12 a layer.",
                "3×32×32, 10 classes; basic, that is without bottlenecks and compression; no biases but the"
                        + " classifier's."),
                12, 12, 12);
    }

    /** Section 3: BC, L = 100, k = 12; 3×32×32, 10 classes. */
    static Preset bc100() {
        DenseNet dense = new DenseNet("densenet-bc-100-12", 12, true);
        return dense.preset("DenseNet-BC-100 (k=12)", dense.smallStem(24), 10, card("The blocks end with 216, 300 and"
                + " 342 channels; between them a transition halves the width.",
                "3×32×32, 10 classes; bottlenecks and compression by half (BC); no biases but the"
                        + " classifier's."), 16, 16, 16);
    }

    private NodeId smallStem(int filters) {
        width = filters;
        NodeId picture = net.input(3, 32, 32);
        return net.group("stem").chain("conv1", Conv.same(filters, 3), picture);
    }

    private Preset preset(String title, NodeId stem, int classes, Card card, int... layers) {
        NodeId at = stem;
        for (int block = 0; block < layers.length; block++) {
            if (block > 0) {
                at = transition(block, at);
            }
            for (int layer = 0; layer < layers[block]; layer++) {
                net.group("block" + (block + 1) + "/layer" + (layer + 1));
                at = net.concat(at, layer(at));
                width += growth;
            }
        }
        return Preset.of(title, "Each layer sees all before it; what is new is only " + growth + " channels.",
                net.classified(classes, net.group("").normRelu("last", at)), card);
    }

    private NodeId layer(NodeId at) {
        return net.normReluConv("conv", Conv.same(growth, 3),
                narrowing ? net.normReluConv("bottleneck", Conv.same(4 * growth, 1), at) : at);
    }

    private NodeId transition(int number, NodeId at) {
        width = narrowing ? width / 2 : width;
        net.group("transition" + number);
        return net.chain("pool", Layer.AveragePool.halve(), net.normReluConv("conv", Conv.same(width, 1), at));
    }

    private static Card card(String look, String version) {
        return new Card(MenuGroup.CONCAT,
                "Concatenates the maps of all earlier layers of a block, at each layer.",
                "Every layer reads every earlier map unchanged; a sum, say the authors, may impede the flow of"
                        + " information.",
                look,
                "DenseNet concatenates in classification: concat is not for segmentation alone. And few parameters do"
                        + " not mean little memory: kept naively, the concatenated inputs grow with the square of the"
                        + " depth.",
                version);
    }
}
