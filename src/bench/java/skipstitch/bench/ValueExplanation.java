package skipstitch.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.EngineUnavailable;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.arithmetic.ValueExplainer;
import skipstitch.explain.arithmetic.Writing;
import skipstitch.explain.arithmetic.Written;
import skipstitch.explain.stories.ChannelStory;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;

/** What a 3×3 convolution of 512 channels says at one value and of one channel, 28×28 as in ResNet. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class ValueExplanation {
    private static final Shape IN = new Shape(512, 28, 28);
    private static final Cell CELL = new Cell(7, 12, 19);

    private Engine engine;
    private Activations activations;
    private Ran ran;
    private NodeId conv;
    private NodeRun run;

    @Setup(Level.Trial)
    public void run() throws EngineUnavailable {
        NetworkBuilder net = new NetworkBuilder("wide");
        conv = net.chain("conv", Layer.Conv.same(512, 3).biased(), net.input(IN.channels(), IN.height(), IN.width()));
        Network drawn = net.build();
        Lane lane = Variant.AS_DRAWN.of(drawn);
        Weights weights = new SeededWeights(Initialisation.of(drawn, 1)).of(lane);
        engine = Nd4jEngine.open();
        activations = engine.run(new Pass(lane.shapes(), weights, new Pictures(IN).next()), Progress.NONE);
        ran = new Ran(lane, weights, activations);
        run = NodeRun.of(ran, Provenance.none(), conv);
    }

    @TearDown(Level.Trial)
    public void close() {
        activations.close();
        engine.close();
    }

    /** The layer is new: its tensors are copied out of native memory first. */
    @Benchmark
    public Written firstValue() {
        return Writing.of(ValueExplainer.explain(ran, Provenance.none(), conv, CELL));
    }

    /** Another value of the same layer. */
    @Benchmark
    public Written nextValue() {
        return Writing.of(ValueExplainer.explain(run, CELL));
    }

    /** All 512 contributions as maps, the strongest of them shown. */
    @Benchmark
    public ChannelStory channel() {
        return ChannelStory.of(run, CELL.channel());
    }
}
