package skipstitch.bench;

import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Knob;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Paint;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/**
 * One move of a hand on a warm app, ever another one: from the knob's place, or a dab of paint, to the new tensors of both
 * lanes, copied out. Beside them a plain run of both lanes on a picture of its own, copied out alike.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 2, jvmArgsAppend = {Engines.NATIVE_ACCESS, Engines.UNSAFE, Engines.HEAP})
public class KnobTurn {
    private static final int STEPS = 9_973;

    @Param({"residual-block", "encoder-decoder"})
    public String preset;

    private Engine engine;
    private Pictures pictures;
    private Tensor picture;
    private List<Lane> lanes;
    private List<Knob> knobs;
    private Edge skip;
    private Edge main;
    private List<Activations> shown;
    private int move;

    @Setup(Level.Trial)
    public void open() {
        Network drawn = Presets.find(preset).orElseThrow().network();
        SeededWeights seeded = new SeededWeights(Initialisation.of(drawn, 1));
        lanes = List.of(Variant.ADD.of(drawn), Variant.CONCAT.of(drawn));
        knobs = lanes.stream().map(lane -> new Knob(lane, seeded, seeded.of(lane))).toList();
        Node merge = drawn.skipMerges().getFirst();
        skip = new Edge(merge.id(), merge.inlets().indexOf(merge.inlets(Inlet.Role.SKIP).getFirst()));
        main = new Edge(merge.id(), merge.inlets().indexOf(merge.inlets(Inlet.Role.MAIN).getFirst()));
        pictures = new Pictures(drawn.inputShape().orElseThrow());
        picture = pictures.next();
        engine = Engines.open();
        shown = run(2, Interventions.none(), picture);
    }

    private List<Activations> run(double knob, Interventions interventions, Tensor input) {
        List<Activations> ran = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            Weights weights = knobs.get(i).at(knob);
            ran.add(engine.run(new Pass(lanes.get(i).shapes(), weights, skipstitch.engine.Pictures.only(input),
                    interventions), Progress.NONE));
        }
        return ran;
    }

    private void show(List<Activations> fresh, Blackhole seen) {
        fresh.forEach(lane -> lane.computed().forEach(id -> seen.consume(lane.tensor(id))));
        shown.forEach(Activations::close);
        shown = fresh;
    }

    @Benchmark
    public void knob(Blackhole seen) {
        show(run(2.0 * (++move % STEPS) / STEPS, Interventions.none(), picture), seen);
    }

    @Benchmark
    public void dab(Blackhole seen) {
        Paint paint = Paint.dab(new Paint.Pixel(3, 9, 9), 2, 1f + ++move / 1_000f);
        show(run(2, Interventions.none().with(skip, paint).with(main, paint.opposite()), picture), seen);
    }

    @Benchmark
    public void plainRun(Blackhole seen) {
        show(run(2, Interventions.none(), pictures.next()), seen);
    }

    @TearDown(Level.Trial)
    public void close() {
        shown.forEach(Activations::close);
        engine.close();
    }
}
