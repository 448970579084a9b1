package skipstitch.network.presets;

import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;

/**
 * One residual block, {@code y = x + F(x)} with {@code F = conv, ReLU, conv} (He et al. 2015, figure 2, without
 * norms). A convolution follows the merge directly, so that no skip, add and concat are three settings of its
 * kernels.
 */
final class ResidualBlock {
    private ResidualBlock() {}

    static Preset preset() {
        NetworkBuilder net = new NetworkBuilder("residual-block");
        NodeId picture = net.input(1, 32, 32);
        NodeId x = net.chain("conv0", Conv.same(8, 3), picture);
        NodeId conv1 = net.chain("conv1", Conv.same(8, 3), x);
        NodeId relu1 = net.chain("relu1", new Layer.Relu(), conv1);
        NodeId f = net.chain("conv2", Conv.same(8, 3), relu1);
        NodeId merge = net.merge("merge", new Layer.Add(), x, f);
        NodeId conv3 = net.chain("conv3", Conv.same(8, 3), merge);
        net.chain("relu3", new Layer.Relu(), conv3);
        return Preset.of("Residual block",
                "Add keeps 8 channels; concat makes 16, and the next convolution pays.", net.build(),
                new Card(MenuGroup.ADD,
                        "Adds the input x of the block to its output F(x).",
                        "The block has to learn only what differs from the identity.",
                        "The knob: no skip, add and concat are three settings of the next convolution's kernels.",
                        "Neither add nor concat has a weight of its own.",
                        "1×32×32; no biases, no norm."));
    }
}
