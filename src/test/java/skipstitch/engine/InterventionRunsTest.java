package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import skipstitch.engine.nd4j.Nd4jEngine;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.intervention.Erase;
import skipstitch.intervention.EraseAll;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Paint;
import skipstitch.intervention.Shuffle;
import skipstitch.intervention.Volume;
import skipstitch.network.Edge;
import skipstitch.network.Initialisation;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** Interventions in passes: what they change, what they leave, and what is remembered of them. */
class InterventionRunsTest {
    static final List<Supplier<Engine>> ENGINES = List.of(InterventionRunsTest::openNd4j, PlainEngine::open);

    private static Engine openNd4j() {
        try {
            return Nd4jEngine.open();
        } catch (EngineUnavailable e) {
            throw new AssertionError(e);
        }
    }

    private static Activations run(Engine engine, Network network, Lane lane, Interventions interventions) {
        return engine.run(new Pass(lane.shapes(), new SeededWeights(Initialisation.of(network, 1)).of(lane),
                Pictures.only(Kernels.picture(network, 4)), interventions.in(lane)), Progress.NONE);
    }

    private static List<Edge> edges(Network network) {
        return network.nodes().stream().flatMap(node -> IntStream.range(0, node.inlets().size())
                .mapToObj(inlet -> new Edge(node.id(), inlet))).toList();
    }

    private static Interventions random(Network network, Random random) {
        List<Edge> edges = edges(network);
        Interventions all = Interventions.none();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Edge edge = edges.get(random.nextInt(edges.size()));
            Intervention next = switch (random.nextInt(5)) {
                case 0 -> new Shuffle(random.nextInt(9), false);
                case 1 -> new Volume(0.01f + random.nextFloat());
                case 2 -> Paint.dab(new Paint.Pixel(random.nextInt(4), 2, 2), 2, random.nextFloat());
                case 3 -> new Erase(List.of(random.nextInt(4)));
                default -> new EraseAll();
            };
            all = all.with(edge, next);
        }
        return all;
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void incrementalEqualsFromScratchToTheBit(Supplier<Engine> open) {
        Random random = new Random(7);
        try (Engine warm = open.get()) {
            for (Preset preset : Presets.all()) {
                for (int round = 0; round < 4; round++) {
                    Interventions done = random(preset.network(), random);
                    Lane lane = Variant.values()[round].of(preset.network());
                    try (Engine fresh = open.get();
                            Activations incremental = run(warm, preset.network(), lane, done);
                            Activations scratch = run(fresh, preset.network(), lane, done)) {
                        for (Node node : lane.network().nodes()) {
                            assertThat(incremental.tensor(node.id()).values())
                                    .as("%s of %s, %s", node.id(), preset.name(), done)
                                    .containsExactly(scratch.tensor(node.id()).values());
                        }
                        for (Edge edge : edges(lane.network())) {
                            assertThat(incremental.on(edge).values()).as("%s of %s, %s", edge, preset.name(), done)
                                    .containsExactly(scratch.on(edge).values());
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void onlyWhatIsDownstreamIsComputedAndUndoneItIsAsItWas(Supplier<Engine> open) {
        Network network = Presets.first().network();
        Lane lane = Variant.CONCAT.of(network);
        NodeId merge = network.skipMerges().getFirst().id();
        Interventions done = Interventions.none().with(new Edge(merge, 1), new Volume(2));
        try (Engine engine = open.get(); Activations before = run(engine, network, lane, Interventions.none());
                Activations loud = run(engine, network, lane, done);
                Activations undone = run(engine, network, lane, Interventions.none());
                Activations again = run(engine, network, lane, done)) {
            assertThat(loud.computed()).containsExactlyInAnyOrderElementsOf(network.downstream(merge));
            assertThat(undone.computed()).isEmpty();
            assertThat(again.computed()).isEmpty();
            for (Node node : network.nodes()) {
                assertThat(undone.tensor(node.id()).values()).containsExactly(before.tensor(node.id()).values());
            }
            assertThat(loud.tensor(merge).values()).isNotEqualTo(before.tensor(merge).values());
        }
    }

    @Test
    void anEdgeGivesWhatItsEndReadsAndItsSourceStaysAsItWas() {
        Network network = Presets.first().network();
        Lane lane = Variant.ADD.of(network);
        Node merge = network.skipMerges().getFirst();
        Edge edge = new Edge(merge.id(), 1);
        Volume loud = new Volume(10);
        try (Engine engine = PlainEngine.open();
                Activations ran = run(engine, network, lane, Interventions.none().with(edge, loud))) {
            Tensor source = ran.tensor(merge.inlets().get(1).source());
            Tensor read = ran.on(edge);
            assertThat(read.values()).containsExactly(loud.apply(source).values()).isNotEqualTo(source.values());
            Tensor other = ran.on(new Edge(merge.id(), 0));
            Tensor sum = ran.tensor(merge.id());
            for (int i = 0; i < sum.values().length; i++) {
                assertThat(sum.values()[i]).isEqualTo(read.values()[i] + other.values()[i]);
            }
        }
    }

    @Test
    void whatAPassHeldOfThemGoesWithIt() {
        Network network = Presets.first().network();
        Lane lane = Variant.CONCAT.of(network);
        long nodes = lane.network().nodes().stream().mapToLong(node -> lane.shapes().shape(node.id()).bytes()).sum();
        Edge edge = new Edge(network.skipMerges().getFirst().id(), 1);
        Node source = lane.network().node(edge.of(lane.network()).source());
        long each = nodes + lane.shapes().shape(source.id()).bytes();
        try (MemoEngine<Tensor> engine = new MemoEngine<>(new Bounded(each))) {
            for (int i = 1; i < 5; i++) {
                // Were anything of the pass before still pinned, this one would not fit.
                run(engine, network, lane, Interventions.none().with(edge, new Volume(1 + i))).close();
                assertThat(engine.bytesHeld()).isLessThanOrEqualTo(each);
            }
        }
    }

    @Test
    void poolingIndicesAreLeftAloneButFollowWhatThePoolRead() {
        NetworkBuilder net = new NetworkBuilder("segnet");
        NodeId input = net.input(1, 4, 4);
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), input);
        NodeId unpool = net.node("unpool", new Layer.MaxUnpool(), Inlet.main(pool), Inlet.indices(pool));
        Network network = net.build();
        Lane lane = Variant.AS_DRAWN.of(network);
        Interventions onIndices = Interventions.none().with(new Edge(unpool, 1), new EraseAll());
        Paint peak = Paint.dab(new Paint.Pixel(0, 0, 0), 0, 5);
        try (Engine engine = PlainEngine.open(); Activations plain = run(engine, network, lane, Interventions.none());
                Activations ignored = run(engine, network, lane, onIndices);
                Activations painted = run(engine, network, lane, Interventions.none().with(new Edge(pool, 0), peak))) {
            assertThat(ignored.tensor(unpool).values()).containsExactly(plain.tensor(unpool).values());
            assertThat(ignored.computed()).isEmpty();
            assertThat(painted.tensor(unpool).at(0, 0, 0)).isEqualTo(plain.tensor(input).at(0, 0, 0) + 5);
        }
    }

    @Test
    void aTensorIntoANodeThatDoesNotFitIsIntervenedOnAllTheSame() {
        NetworkBuilder net = new NetworkBuilder("misfit");
        NodeId input = net.input(1, 4, 4);
        NodeId half = net.chain("half", Conv.same(3, 3).strided(2), input);
        NodeId merge = net.merge("merge", new Layer.Add(), input, half);
        Edge edge = new Edge(merge, 1);
        Network network = net.build();
        try (Engine engine = PlainEngine.open(); Activations ran = run(engine, network, Variant.ADD.of(network),
                Interventions.none().with(edge, new EraseAll()))) {
            assertThat(ran.has(merge)).isFalse();
            assertThat(ran.on(edge).values()).containsOnly(0);
        }
    }
}
