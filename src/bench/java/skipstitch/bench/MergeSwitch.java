package skipstitch.bench;

import java.util.HashSet;
import java.util.Set;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;

/**
 * From add to concat on a warm app: one lane's tensors are there, and the other lane's new ones are computed,
 * copied out and painted as mosaics of all their channels. Each switch gets a picture of its own: the
 * second time on one picture the memo has it all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 2, jvmArgsAppend = {Engines.NATIVE_ACCESS, Engines.UNSAFE, Engines.HEAP})
public class MergeSwitch {
    private static final int COLUMNS = 8;
    private static final int TILE = 96;

    @Param({"residual-block", "residual-projection", "encoder-decoder", "dense-block"})
    public String preset;

    private SeededWeights seeded;
    private Lane add;
    private Lane concat;
    private Set<NodeId> needed;
    private Pictures pictures;
    private Engine engine;
    private Tensor picture;
    private Activations before;

    @Setup(Level.Trial)
    public void open() {
        Network drawn = Presets.find(preset).orElseThrow().network();
        seeded = new SeededWeights(Initialisation.of(drawn, 1));
        add = Variant.ADD.of(drawn);
        concat = Variant.CONCAT.of(drawn);
        needed = new HashSet<>();
        drawn.skipMerges().forEach(merge -> needed.addAll(concat.network().downstream(merge.id())));
        pictures = new Pictures(drawn.inputShape().orElseThrow());
        engine = Engines.open();
    }

    @Setup(Level.Invocation)
    public void showAdd() {
        picture = pictures.next();
        before = run(add);
    }

    private Activations run(Lane lane) {
        return engine.run(new Pass(lane.shapes(), seeded.of(lane), picture), Progress.NONE);
    }

    @Benchmark
    public void addToConcat(Blackhole seen) {
        try (Activations after = run(concat)) {
            if (!needed.equals(Set.copyOf(after.computed()))) {
                throw new AssertionError("Computed " + after.computed() + ", but " + needed + " are needed");
            }
            for (NodeId id : after.computed()) {
                seen.consume(paint(after.tensor(id)));
            }
        }
    }

    private static int[] paint(Tensor tensor) {
        Mosaic mosaic = new Mosaic(COLUMNS, TILE, TILE, 2);
        int[] pixels = new int[mosaic.width() * mosaic.height(tensor.shape().channels())];
        mosaic.paint(tensor, ColourScale.of(tensor.extent()), pixels);
        return pixels;
    }

    @TearDown(Level.Invocation)
    public void leave() {
        before.close();
    }

    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }
}
