package skipstitch.bench;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
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
import skipstitch.engine.Weights;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.onnx.Agreement;
import skipstitch.onnx.OnnxOracle;
import skipstitch.tensor.Tensor;

/**
 * One forward pass with all activations kept, against ONNX Runtime that returns every tensor. Each pass gets a
 * picture of its own, so the memo answers nothing; hashing the picture and looking up the memo count as ours.
 * Sampled, since medians and minima say more than means when a machine has other work.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgsAppend = {Engines.NATIVE_ACCESS, Engines.UNSAFE, Engines.HEAP, Engines.STACK})
public class ForwardPass {
    @Param({"tiny", "resnet-18"})
    public String network;

    private Lane lane;
    private Weights weights;
    private Pictures pictures;
    private Engine engine;
    private OnnxOracle oracle;
    private Activations kept;

    @Setup(Level.Trial)
    public void open() throws OrtException, Inexpressible {
        Network drawn = (network.equals("tiny") ? Presets.first() : Presets.find(network).orElseThrow()).network();
        lane = Variant.AS_DRAWN.of(drawn);
        weights = new SeededWeights(Initialisation.of(drawn, 1)).of(lane);
        pictures = new Pictures(drawn.inputShape().orElseThrow());
        engine = Engines.open();
        oracle = new OnnxOracle(lane.shapes(), weights);
        Tensor picture = pictures.next();
        kept = run(picture);
        oracle.run(picture).forEach((id, expected) -> Agreement.check(kept.tensor(id), expected, id.value()));
    }

    private Activations run(Tensor picture) {
        return engine.run(new Pass(lane.shapes(), weights, picture), Progress.NONE);
    }

    @Benchmark
    public int onnxRuntime() throws OrtException {
        try (OrtSession.Result result = oracle.compute(pictures.next())) {
            return result.size();
        }
    }

    @Benchmark
    public int skipstitch() {
        try (Activations activations = run(pictures.next())) {
            return activations.computed().size();
        }
    }

    /** What {@link #skipstitch} leaves out: every tensor copied to {@code [C, H, W]} on the Java heap. */
    @Benchmark
    public void copyAllOut(Blackhole seen) {
        for (Node node : lane.network().nodes()) {
            seen.consume(kept.tensor(node.id()));
        }
    }

    @TearDown(Level.Trial)
    public void close() throws OrtException {
        kept.close();
        engine.close();
        oracle.close();
    }
}
