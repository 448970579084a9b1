package skipstitch.bench;

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
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.reach.Influence;
import skipstitch.explain.reach.Reach;
import skipstitch.explain.reach.ReceptiveField;
import skipstitch.explain.reach.Shares;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Receptive field and influence of a position, at 3×224×224. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class ReachTime {
    private static final NodeId HEAD = NodeId.of("head");

    /** Fifty convolutions at full size with an add after each two; the same with concats; ResNet-18. */
    @Param({"adds", "concats", "resnet-18"})
    public String network;

    private Shapes shapes;
    private NodeId merge;
    private NodeId picture;
    private NodeId last;
    private Cell middle;

    @Setup(Level.Trial)
    public void draw() {
        Network drawn = Presets.find(network).map(Preset::network)
                .orElseGet(() -> fullSize(network.equals("concats")));
        shapes = Shapes.of(drawn);
        merge = drawn.skipMerges().get(drawn.skipMerges().size() / 2).id();
        picture = drawn.nodes().getFirst().id();
        last = drawn.find(HEAD).orElse(drawn.skipMerges().getLast()).id();
        Shape shape = shapes.shape(last);
        middle = new Cell(0, shape.height() / 2, shape.width() / 2);
    }

    private static Network fullSize(boolean concats) {
        NetworkBuilder net = new NetworkBuilder("full-size");
        NodeId x = net.input(3, 224, 224);
        x = net.chain("stem", Conv.same(8, 3), x);
        for (int block = 0; block < 25; block++) {
            NodeId first = net.chain("a" + block, Conv.same(8, 3), x);
            NodeId second = net.chain("b" + block, Conv.same(8, 3), net.chain("r" + block, new Layer.Relu(), first));
            x = net.merge("m" + block, concats ? new Layer.Concat() : new Layer.Add(), x, second);
        }
        net.chain(HEAD.value(), Conv.same(1, 1), x);
        return net.build();
    }

    @Benchmark
    public Reach field() {
        return ReceptiveField.of(shapes, last, middle);
    }

    @Benchmark
    public Shares shares() {
        return Shares.of(shapes, merge, last, middle);
    }

    @Benchmark
    public Reach influence() {
        return Influence.of(shapes, picture, new Cell(0, 112, 112));
    }
}
