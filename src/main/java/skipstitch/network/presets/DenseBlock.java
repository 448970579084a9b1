package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.BatchNorm;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Relu;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;

/**
 * Two layers of a dense block, norm, ReLU, convolution each, with growth rate 8 and a 1×1 convolution behind
 * (Huang et al. 2017, section 3). The stem is as wide as the growth, so that its add variant is a plain chain of
 * pre-activation residual units.
 */
final class DenseBlock {
    private static final int GROWTH = 8;
    private static final int LAYERS = 2;

    private DenseBlock() {}

    static Preset preset() {
        NetworkBuilder net = new NetworkBuilder("dense-block");
        NodeId conv0 = net.chain("conv0", Conv.same(GROWTH, 3), net.input(1, 32, 32));
        NodeId features = net.chain("norm0", BatchNorm.standard(), conv0);
        for (int layer = 1; layer <= LAYERS; layer++) {
            NodeId norm = net.chain("norm" + layer, BatchNorm.standard(), features);
            NodeId relu = net.chain("relu" + layer, new Relu(), norm);
            NodeId conv = net.chain("conv" + layer, Conv.same(GROWTH, 3), relu);
            features = net.merge("merge" + layer, new Layer.Concat(), features, conv);
        }
        net.chain("transition", Conv.same(GROWTH, 1), features);
        return Preset.of("Dense block",
                "With concat each layer sees all before it: 8, 16, 24 channels. With add it stays at 8.", net.build(),
                new Card(MenuGroup.CONCAT,
                        "Concatenates what a layer takes in to what it makes, twice.",
                        "Every later layer reads every earlier map unchanged.",
                        "The channels: 8, then 16, then 24. The 1×1 convolution behind pays for all of them.",
                        "Concat is not for segmentation alone.",
                        "1×32×32; growth rate 8, two layers; no biases."));
    }
}
