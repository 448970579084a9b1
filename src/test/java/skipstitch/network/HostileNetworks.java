package skipstitch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks that nobody should draw: loops, edges from nowhere, settings of any size. */
public final class HostileNetworks {
    private static final int[] NUMBERS = {Integer.MIN_VALUE, -65_536, -1, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 8, 16, 100,
        46_341, 65_536, 1 << 20, 1 << 24, (1 << 24) + 1, 1 << 30, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
    private static final float[] FLOATS = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -1, -0f, 0, 1e-45f,
        1e-5f, 0.5f, 1, Float.MAX_VALUE};
    private final Random random;

    public HostileNetworks(Random random) {
        this.random = random;
    }

    public Network next() {
        int count = 1 + random.nextInt(12);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Layer layer = i == 0 || random.nextInt(12) == 0 ? new Layer.Input(shape()) : layer();
            nodes.add(new Node(id(i), "", "", layer, inlets(layer, i, count)));
        }
        return new Network("hostile", nodes);
    }

    private NodeId id(int i) {
        // One id is as a variant would name its projection, another as long as an id may be.
        return NodeId.of(i == 3 ? "n4.project-0" : i == 5 ? "n" + "5".repeat(119) : "n" + i);
    }

    private List<Inlet> inlets(Layer layer, int at, int count) {
        List<Inlet> inlets = new ArrayList<>();
        int wanted = switch (layer) {
            case Layer.Input _ -> 0;
            case Layer.Add _, Layer.Concat _, Layer.Multiply _, Layer.Gate _, Layer.MaxUnpool _ -> 2;
            default -> 1;
        };
        int taken = random.nextInt(15) == 0 ? random.nextInt(4) : wanted;
        for (int i = 0; i < taken; i++) {
            int source = random.nextInt(10) == 0 ? random.nextInt(count + 1) : random.nextInt(Math.max(1, at));
            inlets.add(new Inlet(id(source), role(layer, i)));
        }
        return inlets;
    }

    private Inlet.Role role(Layer layer, int i) {
        if (random.nextInt(12) == 0) {
            return Inlet.Role.values()[random.nextInt(3)];
        }
        return layer instanceof Layer.MaxUnpool ? i == 0 ? Inlet.Role.MAIN : Inlet.Role.INDICES
                : layer instanceof Layer.Merge && i == 0 ? Inlet.Role.SKIP : Inlet.Role.MAIN;
    }

    private Shape shape() {
        return switch (random.nextInt(12)) {
            case 0 -> Shape.vector(Integer.MAX_VALUE);
            case 1 -> new Shape(1, Integer.MAX_VALUE, 1);
            case 2 -> new Shape(3, 26_000, 26_000);
            case 3 -> Shape.vector(1 << 20);
            default -> new Shape(1 + random.nextInt(8), 1 + random.nextInt(20), 1 + random.nextInt(20));
        };
    }

    private int number() {
        return random.nextInt(3) == 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : 1 + random.nextInt(4);
    }

    private float real() {
        return FLOATS[random.nextInt(FLOATS.length)];
    }

    private Size size() {
        return random.nextBoolean() ? Size.square(number()) : new Size(number(), number());
    }

    private Padding padding() {
        return random.nextBoolean() ? Padding.NONE : new Padding(number() - 1, number() - 1, number() - 1, number() - 1);
    }

    private Window window() {
        return random.nextBoolean() ? Window.same(3) : new Window(size(), size(), padding(), size());
    }

    private Layer layer() {
        return switch (random.nextInt(27)) {
            case 0 -> new Layer.Conv(number(), window(), 1, true);
            case 1 -> new Layer.Conv(number(), window(), number(), false);
            case 2 -> new Layer.TransposedConv(number(), size(), size(), padding(), new Size(number() - 1, number() - 1), true);
            case 3 -> new Layer.TransposedConv(number(), size(), size(), Padding.NONE, new Size(0, 0), false);
            case 4 -> new Layer.MaxPool(window(), random.nextBoolean());
            case 5 -> new Layer.AveragePool(window(), random.nextBoolean(), random.nextBoolean());
            case 6 -> new Layer.GlobalAveragePool();
            case 7 -> new Layer.MaxUnpool();
            case 8 -> new Layer.Upsample(number(), Layer.Interpolation.NEAREST);
            case 9 -> new Layer.LeakyRelu(real());
            case 10 -> new Layer.Softmax();
            case 11 -> new Layer.BatchNorm(real());
            case 12 -> new Layer.Dropout(real());
            case 13 -> new Layer.Linear(number(), random.nextBoolean());
            case 14 -> new Layer.Flatten();
            case 15, 16 -> new Layer.Add();
            case 17, 18, 19 -> new Layer.Concat();
            case 20 -> new Layer.Multiply();
            case 21 -> new Layer.Gate();
            case 22 -> new Layer.Scale(real());
            case 23 -> new Layer.Crop(padding());
            case 24 -> new Layer.ZeroPad(padding());
            case 25 -> new Layer.ZeroPadChannels(number() - 1, number() - 1);
            default -> new Layer.Subsample(number());
        };
    }
}
