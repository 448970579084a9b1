package skipstitch.bench;

import skipstitch.network.Layer.Add;
import skipstitch.network.Layer.BatchNorm;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Layer.GlobalAveragePool;
import skipstitch.network.Layer.Linear;
import skipstitch.network.Layer.MaxPool;
import skipstitch.network.Layer.Relu;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Window;

/** A chain of eight basic blocks as in ResNet-18 (He et al. 2015, table 1), for 3×224×224. */
final class ResNet18 {
    private static final int[] WIDTHS = {64, 128, 256, 512};

    private final NetworkBuilder net = new NetworkBuilder("resnet-18");

    private ResNet18() {}

    static Network network() {
        return new ResNet18().build();
    }

    private Network build() {
        NodeId picture = net.input(3, 224, 224);
        NodeId stem = norm("stem", net.chain("stem", Conv.same(WIDTHS[0], 7).strided(2), picture));
        NodeId relu = net.chain("stem.relu", new Relu(), stem);
        NodeId x = net.chain("pool", new MaxPool(Window.same(3).strided(2), false), relu);
        for (int stage = 0; stage < WIDTHS.length; stage++) {
            x = block("stage" + stage + ".a", WIDTHS[stage], stage == 0 ? 1 : 2, x);
            x = block("stage" + stage + ".b", WIDTHS[stage], 1, x);
        }
        net.chain("classes", new Linear(1000, true), net.chain("mean", new GlobalAveragePool(), x));
        return net.build();
    }

    private NodeId block(String name, int width, int stride, NodeId x) {
        NodeId conv1 = norm(name + ".conv1", net.chain(name + ".conv1", Conv.same(width, 3).strided(stride), x));
        NodeId relu1 = net.chain(name + ".relu1", new Relu(), conv1);
        NodeId f = norm(name + ".conv2", net.chain(name + ".conv2", Conv.same(width, 3), relu1));
        NodeId shortcut = stride == 1 ? x
                : norm(name + ".shortcut", net.chain(name + ".shortcut", Conv.same(width, 1).strided(stride), x));
        return net.chain(name + ".relu2", new Relu(), net.merge(name + ".merge", new Add(), shortcut, f));
    }

    private NodeId norm(String name, NodeId conv) {
        return net.chain(name + ".norm", BatchNorm.standard(), conv);
    }
}
