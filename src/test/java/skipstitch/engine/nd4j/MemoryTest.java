package skipstitch.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Padding;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/** Off-heap memory is nobody's but ours to free. */
class MemoryTest {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 10_000;
    /** One leaked map of 8×16×16 a run would be 80 MB. */
    private static final long ALLOWED_GROWTH = 32L << 20;
    private static final int READINGS = 8;
    private static final long BOUND = 1L << 20;

    private final Random random = new Random(1);

    @Test
    @EnabledOnOs(OS.LINUX)
    void tenThousandRunsOfChangingNetworksKeepResidentMemoryFlat() throws IOException {
        Nd4jBackend backend = Nd4jBackend.load(BOUND);
        try (MemoEngine<?> engine = new MemoEngine<>(backend)) {
            run(engine, WARM_UP);
            long before = residentOutsideHeap();
            run(engine, RUNS);
            assertThat(residentOutsideHeap() - before).as("bytes grown").isLessThan(ALLOWED_GROWTH);
            assertThat(engine.bytesHeld()).isGreaterThan(BOUND / 2).isLessThanOrEqualTo(BOUND);
        }
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

    /** The least of some readings: the heap gives pages back a while after it counts them as given. */
    private static long residentOutsideHeap() throws IOException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
            least = Math.min(least, resident() - heap);
        }
        return least;
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElseThrow();
    }
}
