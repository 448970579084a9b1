package skipstitch.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.layout.Drawings;
import skipstitch.network.layout.Layout;

/** One layout of all lanes, from scratch: of a row with arcs, of a U, and of a drawing with branches everywhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class LayoutTime {
    private static final int LEVELS = 6;
    private static final long SEED = 1;

    @Param({"50", "300", "1000"})
    public int nodes;

    @Param({"row", "u", "free"})
    public String form;

    private Network network;
    private List<Lane> lanes;

    @Setup
    public void draw() {
        network = switch (form) {
            case "row" -> Drawings.residuals(nodes);
            case "u" -> Drawings.uNet(LEVELS, nodes);
            case "free" -> Drawings.free(nodes, new Random(SEED));
            default -> throw new IllegalArgumentException(form);
        };
        lanes = Drawings.lanes(network);
    }

    @Benchmark
    public Layout layOut() {
        return Layout.of(network, lanes);
    }
}
