package skipstitch.engine.nd4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import skipstitch.engine.Activations;
import skipstitch.engine.MemoEngine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/** A process that runs changing networks and says how much memory that took: no other work is in it. */
final class ChangingNetworks {
    static final int RUNS = 10_000;
    static final long BOUND = 1L << 20;

    private static final int WARM_UP = 4_000;

    private final Random random = new Random(1);

    /** Prints the bytes by which resident memory grew over {@link #RUNS} runs, then the bytes that the memo holds. */
    public static void main(String[] arguments) throws IOException {
        ChangingNetworks networks = new ChangingNetworks();
        try (MemoEngine<?> engine = new MemoEngine<>(Nd4jBackend.load(BOUND))) {
            networks.run(engine, WARM_UP);
            long before = resident();
            networks.run(engine, RUNS);
            System.out.println((resident() - before) + " " + engine.bytesHeld());
        }
        System.exit(0);
    }

    private void run(MemoEngine<?> engine, int times) {
        for (int i = 0; i < times; i++) {
            Network network = network(4 << random.nextInt(2), 8 << random.nextInt(2));
            Lane lane = Variant.values()[random.nextInt(4)].of(network);
            Shape shape = network.inputShape().orElseThrow();
            float[] picture = new float[shape.elements()];
            for (int k = 0; k < picture.length; k++) {
                picture[k] = random.nextFloat();
            }
            SeededWeights weights = new SeededWeights(Initialisation.of(network, random.nextInt(100)));
            try (Activations activations = engine.run(
                    new Pass(lane.shapes(), weights.of(lane), new Tensor(shape, picture)), Progress.NONE)) {
                activations.tensor(network.outputs().getFirst().id());
            }
        }
    }

    private static Network network(int channels, int side) {
        NetworkBuilder net = new NetworkBuilder("changing");
        NodeId x = net.input(3, side, side);
        NodeId first = net.chain("first", Layer.Conv.same(channels, 3).biased(), x);
        NodeId norm = net.chain("norm", Layer.BatchNorm.standard(), first);
        NodeId relu = net.chain("relu", new Layer.Relu(), norm);
        NodeId merge = net.merge("merge", new Layer.Add(), first, relu);
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), merge);
        NodeId up = net.chain("up", new Layer.TransposedConv(channels, Size.square(3), Size.square(2), Padding.all(1),
                Size.ONE, true), pool);
        net.merge("last", new Layer.Add(), merge, up);
        return net.build();
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElseThrow();
    }
}
