package skipstitch.network;

import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.Relu;

/** SqueezeNet 1.0's Fire modules 2 and 3 with a simple bypass across the second (Iandola et al. 2016). */
final class FireBypass {
    private final NetworkBuilder net = new NetworkBuilder("fire");

    private FireBypass() {}

    static Network network() {
        return new FireBypass().drawn();
    }

    private Network drawn() {
        NodeId x = fire("fire2", net.input(96, 55, 55), 16, 64);
        NodeId f = fire("fire3", x, 16, 64);
        net.chain("next", Conv.same(32, 1).biased(), net.merge("merge", new Layer.Add(), x, f));
        return net.build();
    }

    private NodeId fire(String id, NodeId x, int squeeze, int expand) {
        NodeId squeezed = relu(id, net.chain(id + ".squeeze", Conv.same(squeeze, 1).biased(), x));
        NodeId one = relu(id + ".one", net.chain(id + ".one", Conv.same(expand, 1).biased(), squeezed));
        NodeId three = relu(id + ".three", net.chain(id + ".three", Conv.same(expand, 3).biased(), squeezed));
        return net.node(id + ".concat", new Layer.Concat(), Inlet.main(one), Inlet.main(three));
    }

    private NodeId relu(String id, NodeId at) {
        return net.chain(id + ".relu", new Relu(), at);
    }
}
