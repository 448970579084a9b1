package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.BatchNorm;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Relu;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;

/**
 * The first block of a residual stage: F halves height and width and doubles the channels, so the shortcut
 * needs a 1×1 convolution with stride 2 and a norm of its own (He et al. 2015, 3.3, option B).
 */
final class ResidualProjection {
    private ResidualProjection() {}

    static Preset preset() {
        NetworkBuilder net = new NetworkBuilder("residual-projection");
        NodeId picture = net.input(1, 32, 32);
        NodeId x = net.chain("conv0", Conv.same(4, 3), picture);
        NodeId conv1 = net.chain("conv1", Conv.same(8, 3).strided(2), x);
        NodeId norm1 = net.chain("norm1", BatchNorm.standard(), conv1);
        NodeId relu1 = net.chain("relu1", new Relu(), norm1);
        NodeId conv2 = net.chain("conv2", Conv.same(8, 3), relu1);
        NodeId f = net.chain("norm2", BatchNorm.standard(), conv2);
        NodeId shortcut = net.chain("shortcut", Conv.same(8, 1).strided(2), x);
        NodeId projected = net.chain("shortcut-norm", BatchNorm.standard(), shortcut);
        NodeId merge = net.merge("merge", new Layer.Add(), projected, f);
        net.chain("relu2", new Relu(), merge);
        return Preset.of("Residual with projection",
                "F(x) changes channels and size, so the shortcut has a 1×1 convolution of its own.", net.build(),
                new Card(MenuGroup.ADD,
                        "Adds a projection of the block's input to its output.",
                        "An add needs equal channels, height and width, and F changes all three.",
                        "The shortcut's 1×1 convolution with stride 2 reads one in four of its input's positions.",
                        "Concat would still need the stride: only channels may differ.",
                        "1×32×32; option B; no biases."));
    }
}
