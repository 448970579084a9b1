package skipstitch.explain.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import skipstitch.network.Fit;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Networks of every kind of layer with any settings, on maps of a few pixels; every node has a shape. */
public final class SmallNetworks {
    private static final int MOST_ELEMENTS = 300;

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private Shapes shapes = Shapes.of(new Network("small", nodes));

    public SmallNetworks(Random random) {
        this.random = random;
    }

    public Shapes next(int most) {
        nodes.clear();
        put(new Layer.Input(new Shape(between(1, 3), between(1, 8), between(1, 8))));
        int count = between(2, most);
        while (nodes.size() < count) {
            draw();
        }
        return shapes;
    }

    private void draw() {
        switch (random.nextInt(10)) {
            case 0 -> put(merge(), inlet(), inlet());
            case 1 -> put(new Layer.Concat(), inlet(), inlet(), inlet());
            case 2 -> {
                NodeId gated = recent();
                if (put(new Layer.Conv(1, Window.of(1), 1, false), Inlet.main(gated))) {
                    put(new Layer.Gate(), Inlet.main(gated), Inlet.main(nodes.getLast().id()));
                }
            }
            case 3 -> {
                if (put(new Layer.MaxPool(window(3), random.nextBoolean()), Inlet.main(recent()))) {
                    NodeId pool = nodes.getLast().id();
                    put(pointwise(), Inlet.main(pool));
                    Inlet[] both = {Inlet.main(nodes.getLast().id()), Inlet.indices(pool)};
                    put(new Layer.MaxUnpool(), random.nextBoolean() ? both : new Inlet[] {both[1], both[0]});
                }
            }
            default -> put(layer(), Inlet.main(recent()));
        }
    }

    private Layer merge() {
        return switch (random.nextInt(3)) {
            case 0 -> new Layer.Add();
            case 1 -> new Layer.Multiply();
            default -> new Layer.Concat();
        };
    }

    private Layer layer() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> {
                int groups = between(1, 3);
                yield new Layer.Conv(groups * between(1, 2), window(4), groups, random.nextBoolean());
            }
            case 3 -> {
                Size stride = size(1, 3);
                yield new Layer.TransposedConv(between(1, 3), size(1, 4), stride, padding(2),
                        new Size(random.nextInt(stride.height()), random.nextInt(stride.width())), false);
            }
            case 4 -> new Layer.MaxPool(window(3), random.nextBoolean());
            case 5 -> new Layer.AveragePool(window(3), random.nextBoolean(), random.nextBoolean());
            case 6 -> new Layer.Upsample(between(1, 4), Interpolation.values()[random.nextInt(2)]);
            case 7 -> new Layer.Crop(padding(2));
            case 8 -> new Layer.ZeroPad(padding(2));
            case 9 -> new Layer.ZeroPadChannels(between(0, 2), between(0, 2));
            case 10 -> new Layer.Subsample(between(1, 3));
            case 11 -> random.nextBoolean() ? new Layer.Flatten() : new Layer.GlobalAveragePool();
            case 12 -> new Layer.Linear(between(1, 5), false);
            default -> pointwise();
        };
    }

    private Layer pointwise() {
        return switch (random.nextInt(9)) {
            case 0 -> new Layer.Relu();
            case 1 -> new Layer.Relu6();
            case 2 -> new Layer.LeakyRelu(0.1f);
            case 3 -> new Layer.Sigmoid();
            case 4 -> new Layer.Softmax();
            case 5 -> Layer.BatchNorm.standard();
            case 6 -> new Layer.Dropout(0.5f);
            case 7 -> new Layer.Scale(0.5f);
            default -> new Layer.Identity();
        };
    }

    private boolean put(Layer layer, Inlet... inlets) {
        Node node = new Node(NodeId.of("n" + nodes.size()), "", "", layer, Arrays.asList(inlets));
        if (!(shapes.fitOf(node) instanceof Fit.Fits(Shape shape)) || shape.elements() > MOST_ELEMENTS) {
            return false;
        }
        nodes.add(node);
        shapes = Shapes.of(new Network("small", nodes));
        return true;
    }

    private NodeId recent() {
        return random.nextInt(3) == 0 ? any() : nodes.getLast().id();
    }

    private NodeId any() {
        return nodes.get(random.nextInt(nodes.size())).id();
    }

    private Inlet inlet() {
        Inlet.Role role = random.nextBoolean() ? Inlet.Role.SKIP : Inlet.Role.MAIN;
        return new Inlet(random.nextBoolean() ? recent() : any(), role);
    }

    private Window window(int kernel) {
        return new Window(size(1, kernel), size(1, 4), padding(2), size(1, 3));
    }

    private Padding padding(int most) {
        return random.nextInt(3) == 0 ? Padding.NONE
                : new Padding(between(0, most), between(0, most), between(0, most), between(0, most));
    }

    private Size size(int least, int most) {
        return new Size(between(least, most), between(least, most));
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
