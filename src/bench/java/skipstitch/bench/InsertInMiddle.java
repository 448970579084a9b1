package skipstitch.bench;

import java.util.List;
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
import skipstitch.document.Document;
import skipstitch.document.InsertLayers;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/**
 * A layer is put into the middle of a network whose add lane is computed: one of a kind that the network has not, so that
 * no twin of it is known. Fails unless the layers computed are exactly the new one and what is downstream of it; prints how
 * many those are. Each time gets a picture of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {Engines.NATIVE_ACCESS, Engines.UNSAFE, Engines.HEAP})
public class InsertInMiddle {
    @Param({"50", "300", "1000"})
    public int nodes;

    private Lane lane;
    private Lane longer;
    private SeededWeights weights;
    private SeededWeights longerWeights;
    private Set<NodeId> needed;
    private Pictures pictures;
    private Engine engine;
    private Tensor picture;
    private Activations before;

    @Setup(Level.Trial)
    public void open() {
        Document document = BenchNetworks.residual(nodes);
        Document inserted = new InsertLayers(List.of(new Layer.Scale(0.5f)), middle(document.network())).apply(document);
        lane = Variant.ADD.of(document.network());
        longer = Variant.ADD.of(inserted.network());
        weights = new SeededWeights(Initialisation.of(document.network(), 1));
        longerWeights = new SeededWeights(Initialisation.of(inserted.network(), 1));
        needed = longer.network().downstream(inserted.selection().shown().orElseThrow());
        pictures = new Pictures(document.network().inputShape().orElseThrow());
        engine = Engines.open();
        System.out.printf("insert into the middle of %,d warm nodes: %,d layers are downstream%n", nodes, needed.size());
    }

    /** The main edge into the node halfway, or into the next that has one. */
    private static Edge middle(Network network) {
        List<Node> all = network.nodes();
        return all.subList(all.size() / 2, all.size()).stream()
                .filter(node -> !node.inlets().isEmpty() && node.inlets().getFirst().role() == Inlet.Role.MAIN)
                .map(node -> new Edge(node.id(), 0)).findFirst().orElseThrow();
    }

    @Setup(Level.Invocation)
    public void warm() {
        picture = pictures.next();
        before = engine.run(new Pass(lane.shapes(), weights.of(lane), picture), Progress.NONE);
    }

    @Benchmark
    public int insert() {
        try (Activations after = engine.run(new Pass(longer.shapes(), longerWeights.of(longer), picture), Progress.NONE)) {
            if (!needed.equals(Set.copyOf(after.computed()))) {
                throw new AssertionError("Computed " + after.computed() + ", but " + needed + " are needed");
            }
            return after.computed().size();
        }
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
