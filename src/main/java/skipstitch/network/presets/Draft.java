package skipstitch.network.presets;

import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.BatchNorm;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.Relu;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/**
 * A network being drawn in the words of the papers' tables, in which a convolution mostly means its norm and its
 * ReLU too. These get the ids {@code <id>.norm} and {@code <id>.relu}.
 */
final class Draft {
    /** 3×3, stride 2, padded: the pool of the ImageNet stems. */
    static final MaxPool STEM_POOL = new MaxPool(Window.same(3).strided(2), false);

    private final NetworkBuilder net;

    Draft(String name) {
        net = new NetworkBuilder(name);
    }

    /** What is drawn from now on folds into this group. */
    Draft group(String path) {
        net.group(path);
        return this;
    }

    NodeId input(int channels, int height, int width) {
        return net.input(channels, height, width);
    }

    NodeId chain(String id, Layer layer, NodeId at) {
        return net.chain(id, layer, at);
    }

    NodeId relu(String id, NodeId at) {
        return net.chain(id, new Relu(), at);
    }

    NodeId convRelu(String id, Layer conv, NodeId at) {
        return relu(id + ".relu", net.chain(id, conv, at));
    }

    NodeId convNorm(String id, Layer conv, NodeId at) {
        return net.chain(id + ".norm", BatchNorm.standard(), net.chain(id, conv, at));
    }

    NodeId convNormRelu(String id, Layer conv, NodeId at) {
        return relu(id + ".relu", convNorm(id, conv, at));
    }

    /** Norm and ReLU before what follows, as in pre-activation units and dense layers. */
    NodeId normRelu(String id, NodeId at) {
        return relu(id + ".relu", net.chain(id + ".norm", BatchNorm.standard(), at));
    }

    NodeId normReluConv(String id, Conv conv, NodeId at) {
        return net.chain(id, conv, normRelu(id, at));
    }

    /** The skip first. Its id says nothing of the add, which other lanes replace. */
    NodeId add(NodeId skip, NodeId main) {
        return net.merge("merge", new Layer.Add(), skip, main);
    }

    /** The skip first. */
    NodeId concat(NodeId skip, NodeId main) {
        return net.merge("merge", new Layer.Concat(), skip, main);
    }

    /** The skip last, as in {@code cat((up, skip))}. */
    NodeId concatLast(NodeId skip, NodeId main) {
        return net.node("merge", new Layer.Concat(), Inlet.main(main), Inlet.skip(skip));
    }

    NodeId node(String id, Layer layer, Inlet... inlets) {
        return net.node(id, layer, inlets);
    }

    /** Global average pool and a biased linear layer, in no group. */
    Network classified(int classes, NodeId at) {
        net.group("");
        net.chain("classes", new Layer.Linear(classes, true),
                net.chain("average", new Layer.GlobalAveragePool(), at));
        return build();
    }

    Network build() {
        return net.build();
    }
}
