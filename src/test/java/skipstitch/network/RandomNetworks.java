package skipstitch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import skipstitch.network.Layer.Interpolation;

/**
 * Networks as a person might draw them, from a seed: a trunk with branches, skips that are added, concatenated,
 * multiplied or gated, projections on skips, pools, strides, unpadded convolutions, upsampling, unpooling, heights and
 * widths that differ. They have no loops. Those of {@link #fitting} have a shape at every node; those of
 * {@link #drawn} may break rules and have edges that lack a source.
 */
public final class RandomNetworks {
    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private Shapes shapes = Shapes.of(new Network("random", nodes));
    private boolean breaking;
    private boolean careless;

    public RandomNetworks(long seed) {
        this.random = new Random(seed);
    }

    /** At most so many nodes, at least 2, all of which have a shape. */
    public Network fitting(int most) {
        return grow(most, false);
    }

    /** At most so many nodes, at least 2; about every other network breaks a rule somewhere. */
    public Network drawn(int most) {
        return grow(most, random.nextBoolean());
    }

    /** Exactly so many nodes, all of which have a shape. */
    public Network ofSize(int nodeCount) {
        return growTo(nodeCount, false);
    }

    private Network grow(int most, boolean mayBreak) {
        return growTo(2 + random.nextInt(most - 1), mayBreak);
    }

    private Network growTo(int count, boolean mayBreak) {
        nodes.clear();
        breaking = mayBreak;
        careless = false;
        put(new Layer.Input(new Shape(upTo(1, 8), upTo(4, 40), upTo(4, 40))));
        while (nodes.size() < count) {
            careless = breaking && random.nextInt(8) == 0;
            int before = nodes.size();
            draw(count - before);
            if (nodes.size() == before) {
                careless = false;
                put(new Layer.Relu(), Inlet.main(nodes.getFirst().id()));
            }
        }
        return shapes.network();
    }

    private void draw(int room) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> merge(room);
            case 3 -> put(new Layer.MaxUnpool(), Inlet.main(recent()), Inlet.indices(any()));
            case 4 -> gate(room);
            default -> put(layer(), Inlet.main(recent()));
        }
    }

    /** Takes the first earlier node that fits, starting anywhere; a projection comes along where that helps. */
    private void merge(int room) {
        Layer merge = switch (random.nextInt(8)) {
            case 0 -> new Layer.Multiply();
            case 1, 2, 3 -> new Layer.Concat();
            default -> new Layer.Add();
        };
        NodeId main = recent();
        Inlet.Role role = random.nextInt(5) == 0 ? Inlet.Role.MAIN : Inlet.Role.SKIP;
        List<Inlet> inlets = new ArrayList<>(List.of(new Inlet(any(), role), Inlet.main(main)));
        if (random.nextInt(5) == 0) {
            inlets.add(random.nextInt(2), Inlet.skip(any()));
        }
        if (put(merge, inlets.toArray(Inlet[]::new)) || room < 2) {
            return;
        }
        Optional<Shape> shape = shapes.find(main);
        NodeId source = any();
        if (shape.isPresent() && shapes.find(source).filter(shape.get()::sameSizeAs).isPresent()) {
            put(Layer.Conv.same(shape.get().channels(), 1), Inlet.main(source));
            put(merge, Inlet.skip(nodes.getLast().id()), Inlet.main(main));
        }
    }

    private void gate(int room) {
        NodeId gated = recent();
        if (room >= 2 && put(Layer.Conv.same(1, 1), Inlet.main(gated))) {
            put(new Layer.Gate(), Inlet.main(gated), Inlet.main(nodes.getLast().id()));
        }
    }

    private Layer layer() {
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4 -> Layer.Conv.same(upTo(1, 8), random.nextBoolean() ? 3 : 1);
            case 5 -> new Layer.Conv(upTo(1, 8), Window.of(3), 1, true);
            case 6 -> Layer.Conv.same(upTo(1, 8), 3).strided(2);
            case 7 -> new Layer.Conv(4, Window.same(3), 2, false);
            case 8, 9 -> Layer.MaxPool.halve();
            case 10 -> new Layer.AveragePool(new Window(new Size(1, 2), new Size(1, 2), Padding.NONE, Size.ONE),
                    true, true);
            case 11, 12 -> growing(new Layer.Upsample(2,
                    random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR));
            case 13 -> growing(Layer.TransposedConv.upscale(upTo(1, 6), 2));
            case 14 -> Layer.BatchNorm.standard();
            case 15 -> new Layer.Crop(new Padding(upTo(0, 1), upTo(0, 1), upTo(0, 1), upTo(0, 1)));
            case 16 -> new Layer.ZeroPad(new Padding(upTo(0, 2), upTo(0, 2), upTo(0, 2), upTo(0, 2)));
            case 17 -> new Layer.ZeroPadChannels(upTo(0, 2), upTo(0, 2));
            case 18 -> new Layer.Subsample(2);
            case 19 -> new Layer.Linear(4, true);
            default -> new Layer.Relu();
        };
    }

    /** Pictures stay small enough to be run. */
    private Layer growing(Layer layer) {
        return shapes.find(nodes.getLast().id()).filter(shape -> shape.area() <= 4096).isPresent()
                ? layer : Layer.MaxPool.halve();
    }

    /** Adds a node if it fits, or if nobody minds. */
    private boolean put(Layer layer, Inlet... inlets) {
        List<Inlet> all = new ArrayList<>(List.of(inlets));
        if (careless && !all.isEmpty() && random.nextInt(3) == 0) {
            int place = random.nextInt(all.size());
            if (random.nextBoolean()) {
                all.remove(place);
            } else {
                all.set(place, new Inlet(NodeId.of("nowhere"), all.get(place).role()));
            }
        }
        Node node = new Node(NodeId.of("n" + nodes.size()), "", "", layer, all);
        boolean fits = switch (shapes.fitOf(node)) {
            case Fit.Fits(Shape shape) -> shape.elements() < 1 << 18;
            case Fit.Waits _ -> breaking;
            case Fit.Breaks _ -> careless;
        };
        if (!fits) {
            return false;
        }
        nodes.add(node);
        shapes = Shapes.of(new Network("random", nodes));
        return true;
    }

    /** The last node mostly, so that trunks are long. */
    private NodeId recent() {
        return random.nextInt(5) == 0 ? any() : nodes.getLast().id();
    }

    private NodeId any() {
        return nodes.get(random.nextInt(nodes.size())).id();
    }

    private int upTo(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
