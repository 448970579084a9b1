package skipstitch.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.RandomNetworks;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Landing;
import skipstitch.network.skips.Landings;

/** From the grab of a skip's end to both answers of every place where it could land. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class SkipAnswers {
    @Param({"50", "300", "1000"})
    public int nodes;

    private Network drawn;
    private Carried carried;

    /** The first skip, so that few places are loops. */
    @Setup(Level.Trial)
    public void draw() {
        drawn = new RandomNetworks(1).ofSize(nodes);
        Node merge = drawn.skipMerges().getFirst();
        Inlet skip = merge.inlets(Inlet.Role.SKIP).getFirst();
        carried = new Carried.End(new Edge(merge.id(), merge.inlets().indexOf(skip)));
    }

    @Benchmark
    public List<Landing> grab() {
        return Landings.of(drawn, carried).all();
    }
}
