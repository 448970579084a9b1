package skipstitch.network.presets;

import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/**
 * SqueezeNet 1.0, 3×224×224 and 1,000 classes (Iandola et al. 2016, table 1): Fire modules, whose two kinds of
 * convolutions work side by side and are concatenated. Both inlets of that concat are main branches.
 */
final class SqueezeNet {
    private static final MaxPool POOL = new MaxPool(Window.of(3).strided(2), true);

    private final Draft net = new Draft("squeezenet");

    private SqueezeNet() {}

    static Preset preset() {
        return Preset.of("SqueezeNet 1.0", "Eight concats and not one skip: they join parallel branches.",
                new SqueezeNet().network(), new Card(MenuGroup.NEITHER,
                        "Concatenates the 1×1 and the 3×3 half of each Fire module: branches side by side, no skip.",
                        "Most filters can be 1×1 and cost a ninth; the concat makes one tensor of both kinds.",
                        "No lane changes anything here: without a skip there is nothing to add or to leave out.",
                        "A Fire module's concat is no skip connection, nor is Inception's: both branches are the"
                                + " trunk.",
                        "3×224×224, 1,000 classes; version 1.0 without bypass; all convolutions biased, no norm; the"
                                + " first is not padded, so its map is 109×109, where the paper's table has the"
                                + " 111×111 of 227×227."));
    }

    private Network network() {
        NodeId picture = net.input(3, 224, 224);
        net.group("stem");
        NodeId at = net.convRelu("conv1", new Conv(96, Window.of(7).strided(2), 1, true), picture);
        at = net.chain("pool", POOL, at);
        at = fire(4, 32, fire(3, 16, fire(2, 16, at)));
        at = net.chain("pool", POOL, at);
        at = fire(8, 64, fire(7, 48, fire(6, 48, fire(5, 32, at))));
        at = fire(9, 64, net.chain("pool", POOL, at));
        net.group("");
        at = net.convRelu("conv10", Conv.same(1000, 1).biased(), net.chain("drop", new Layer.Dropout(0.5f), at));
        net.chain("average", new Layer.GlobalAveragePool(), at);
        return net.build();
    }

    /** Squeezes to few channels, then expands by as many 1×1 as 3×3 filters, four times the squeeze each. */
    private NodeId fire(int number, int squeeze, NodeId at) {
        net.group("fire" + number);
        NodeId squeezed = net.convRelu("squeeze", Conv.same(squeeze, 1).biased(), at);
        NodeId one = net.convRelu("expand1", Conv.same(4 * squeeze, 1).biased(), squeezed);
        NodeId three = net.convRelu("expand3", Conv.same(4 * squeeze, 3).biased(), squeezed);
        return net.node("concat", new Layer.Concat(), Inlet.main(one), Inlet.main(three));
    }
}
