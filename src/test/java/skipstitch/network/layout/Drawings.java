package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

/** Networks to lay out. */
public final class Drawings {
    private Drawings() {}

    public static List<Lane> lanes(Network network) {
        return List.of(Variant.ADD.of(network), Variant.CONCAT.of(network), Variant.NO_SKIP.of(network));
    }

    /** Two convolutions a level, poolings down, transposed convolutions up (Ronneberger et al. 2015). */
    public static Network uNet(int depth) {
        return uNet(depth, 0);
    }

    /** The same with so many nodes in all, or few more: where it is deepest it is as long as need be. */
    public static Network uNet(int depth, int nodes) {
        NetworkBuilder net = new NetworkBuilder("u-net");
        NodeId at = net.input(1, 64, 64);
        List<NodeId> skips = new ArrayList<>();
        for (int level = 0; level < depth; level++) {
            at = block(net, "enc" + level, 4 << level, at);
            skips.add(at);
            at = net.chain("pool" + level, Layer.MaxPool.halve(), at);
        }
        at = block(net, "middle", 4 << depth, at);
        for (int i = 4 + 7 * depth; i < nodes; i++) {
            at = net.chain("more" + i, new Layer.Relu(), at);
        }
        for (int level = depth - 1; level >= 0; level--) {
            at = net.chain("up" + level, Layer.TransposedConv.upscale(4 << level, 2), at);
            at = net.merge("merge" + level, new Layer.Concat(), skips.get(level), at);
            at = block(net, "dec" + level, 4 << level, at);
        }
        net.chain("out", Conv.same(2, 1), at);
        return net.build();
    }

    private static NodeId block(NetworkBuilder net, String name, int filters, NodeId source) {
        return net.chain(name + "b", Conv.same(filters, 3), net.chain(name + "a", Conv.same(filters, 3), source));
    }

    /** Four branches of different lengths, joined by a concat (Szegedy et al. 2014). */
    public static Network inception() {
        NetworkBuilder net = new NetworkBuilder("inception");
        NodeId x = net.chain("stem", Conv.same(8, 3), net.input(1, 32, 32));
        NodeId one = net.chain("1x1", Conv.same(4, 1), x);
        NodeId three = net.chain("3x3", Conv.same(8, 3), net.chain("3x3-reduce", Conv.same(4, 1), x));
        NodeId five = net.chain("5x5", Conv.same(4, 5), net.chain("5x5-reduce", Conv.same(2, 1), x));
        NodeId pool = net.chain("pool-project", Conv.same(4, 1), net.chain("pool", new Layer.Identity(), x));
        NodeId joined = net.node("concat", new Layer.Concat(), Inlet.main(one), Inlet.main(three), Inlet.main(five),
                Inlet.main(pool));
        net.chain("relu", new Layer.Relu(), joined);
        return net.build();
    }

    /** A chain of residual blocks, so many nodes in all. */
    public static Network residuals(int nodes) {
        NetworkBuilder net = new NetworkBuilder("residuals");
        NodeId at = net.chain("stem", Conv.same(8, 3), net.input(1, 8, 8));
        for (int i = 2; i + 4 <= nodes; i += 4) {
            NodeId relu = net.chain("relu" + i, new Layer.Relu(), net.chain("conv" + i, Conv.same(8, 3), at));
            at = net.merge("merge" + i, new Layer.Add(), at, net.chain("norm" + i, Layer.BatchNorm.standard(), relu));
        }
        return net.build();
    }

    /** A chain with skips from anywhere to anywhere further on, some with layers of their own. */
    static Network skips(Random random) {
        NetworkBuilder net = new NetworkBuilder("skips");
        List<NodeId> trunk = new ArrayList<>(List.of(net.input(4, 16, 16)));
        int length = 4 + random.nextInt(16);
        for (int i = 0; i < length; i++) {
            NodeId last = trunk.getLast();
            if (random.nextInt(3) > 0) {
                trunk.add(net.chain("t" + i, layer(1, random), last));
            } else {
                NodeId skip = trunk.get(random.nextInt(trunk.size()));
                int layers = Math.max(0, random.nextInt(5) - 2);
                for (int k = 0; k < layers; k++) {
                    skip = net.chain("s" + i + "-" + k, layer(1, random), skip);
                }
                trunk.add(net.merge("t" + i, random.nextBoolean() ? new Layer.Add() : new Layer.Concat(), skip, last));
            }
        }
        return net.build();
    }

    /** Whatever edges go: loops, several inputs, nodes that nothing connects, edges that come from nowhere. */
    public static Network free(Random random, int most) {
        return free(1 + random.nextInt(most), random);
    }

    /** The same, of so many nodes. */
    public static Network free(int count, Random random) {
        int loops = random.nextInt(3) == 0 ? 8 : 1000;
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Inlet> inlets = new ArrayList<>();
            int wanted = i == 0 ? 0 : random.nextInt(10) < 6 ? 1 : random.nextInt(4);
            for (int k = 0; k < wanted; k++) {
                boolean any = random.nextInt(loops) == 0;
                int source = any ? random.nextInt(count + 1)
                        : random.nextBoolean() ? i - 1 : Math.max(0, i - 1 - random.nextInt(6));
                inlets.add(new Inlet(NodeId.of("n" + source), k > 0 && random.nextBoolean() ? Inlet.Role.SKIP
                        : random.nextInt(12) == 0 ? Inlet.Role.INDICES : Inlet.Role.MAIN));
            }
            nodes.add(new Node(NodeId.of("n" + i), "", "", layer(inlets.size(), random), inlets));
        }
        return new Network("free", nodes);
    }

    private static Layer layer(int inlets, Random random) {
        return switch (inlets) {
            case 0 -> new Layer.Input(new Shape(2, 16, 16));
            case 1 -> switch (random.nextInt(5)) {
                case 0 -> Layer.MaxPool.halve();
                case 1 -> new Layer.Upsample(2, Layer.Interpolation.NEAREST);
                case 2 -> Conv.same(1 + random.nextInt(40), 3);
                default -> new Layer.Relu();
            };
            default -> random.nextBoolean() ? new Layer.Add() : new Layer.Concat();
        };
    }
}
