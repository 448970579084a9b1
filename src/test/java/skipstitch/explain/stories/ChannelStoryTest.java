package skipstitch.explain.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerCases.Case;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.plain.PlainBackend;
import skipstitch.explain.Provenance;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.NodeRun;
import skipstitch.explain.arithmetic.Runs;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

class ChannelStoryTest {
    private static final Offset<Float> ROUNDING = Offset.offset(1e-2f);

    private static NodeRun run(Case drawn) {
        return NodeRun.of(Runs.of(drawn), Provenance.none(), Runs.LAYER);
    }

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {Layer.Conv.class, Layer.TransposedConv.class, Layer.Linear.class})
    void eachContributionIsWhatTheLayerMakesOfThatChannelAlone(Class<?> kind) {
        LayerCases cases = new LayerCases(11);
        Random random = new Random(12);
        for (int setting = 0; setting < 300; setting++) {
            Case drawn = cases.draw(kind);
            int channel = random.nextInt(drawn.call().output().channels());
            ChannelStory story = ChannelStory.of(run(drawn), channel);
            for (Contribution each : story.contributions()) {
                Tensor alone = only(each.channel(), drawn).computedBy(new PlainBackend());
                assertThat(each.gives().values()).as("%s, channel %s, from %s", drawn, channel, each.channel())
                        .containsExactly(alone.map(channel).values(), Offset.offset(1e-4f));
            }
        }
    }

    /** The same layer without bias, all other input channels 0. */
    private static Case only(int channel, Case drawn) {
        Tensor in = drawn.inputs().getFirst();
        Tensor alone = Tensor.zeros(in.shape());
        System.arraycopy(in.values(), in.index(channel, 0, 0), alone.values(), in.index(channel, 0, 0), in.shape().area());
        LayerWeights.Kernels kernels = (LayerWeights.Kernels) drawn.call().weights();
        Backend.Call call = drawn.call();
        return new Case(new Backend.Call(call.node(), LayerWeights.Kernels.of(kernels.kernels(),
                new float[kernels.bias().length]), call.inputs(), call.output(), call.pool()), List.of(alone));
    }

    @ParameterizedTest
    @ValueSource(classes = {Layer.Conv.class, Layer.TransposedConv.class, Layer.Linear.class})
    void contributionsTheRestAndTheBiasAddUpToTheChannel(Class<?> kind) {
        LayerCases cases = new LayerCases(21);
        for (int setting = 0; setting < 300; setting++) {
            Case drawn = cases.draw(kind);
            ChannelStory story = ChannelStory.of(run(drawn), setting % drawn.call().output().channels());
            float[] sum = new float[story.result().values().length];
            List<float[]> maps = new ArrayList<>();
            story.contributions().forEach(each -> maps.add(each.gives().values()));
            story.rest().ifPresent(rest -> maps.add(rest.gives().values()));
            for (int i = 0; i < sum.length; i++) {
                double exact = story.bias().orElse(0f);
                for (float[] map : maps) {
                    exact += map[i];
                }
                sum[i] = (float) exact;
            }
            assertThat(sum).as("%s", drawn).containsExactly(story.result().values(), ROUNDING);
        }
    }

    @Test
    void theStrongestComeFirstAndNoneThatIsLeftOutIsStronger() {
        Random random = new Random(31);
        Tensor in = random(new Shape(40, 6, 5), random);
        Layer.Conv conv = Layer.Conv.same(2, 3).biased();
        LayerWeights weights = LayerWeights.Kernels.of(
                random(new Shape(2 * 40, 3, 3), random).values(), new float[] {1, 2});
        NodeRun run = NodeRun.of(Runs.of(conv, weights, in), Provenance.none(), Runs.LAYER);
        WeighedMaps maps = WeighedMaps.of(run, 1).orElseThrow();
        ChannelStory story = ChannelStory.of(run, 1);
        List<Double> all = maps.strongest(40).stream().map(Contribution::energy).toList();
        assertThat(story.contributions()).hasSize(ChannelStory.MOST).extracting(Contribution::energy)
                .containsExactlyElementsOf(all.subList(0, ChannelStory.MOST));
        assertThat(all).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(story.rest().orElseThrow().channels()).isEqualTo(32);
        assertThat(story.bias()).contains(2f);
    }

    private static Tensor random(Shape shape, Random random) {
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(shape, values);
    }

    @Test
    void aKernelOf3x3OnOneToNineByHand() {
        Tensor in = Runs.tensor(2, 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        // Channel 0: left neighbour; channel 1: sum of all neighbours
        LayerWeights weights = LayerWeights.Kernels.of(
                new float[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1}, new float[] {0.5f});
        ChannelStory story = ChannelStory.of(NodeRun.of(Runs.of(Layer.Conv.same(1, 3).biased(), weights, in),
                Provenance.none(), Runs.LAYER), 0);
        assertThat(story.contributions()).extracting(Contribution::channel).containsExactly(1, 0);
        assertThat(story.contributions().get(0).gives().values()).containsExactly(4, 6, 4, 6, 9, 6, 4, 6, 4);
        assertThat(story.contributions().get(1).gives().values()).containsExactly(0, 1, 2, 0, 4, 5, 0, 7, 8);
        assertThat(story.contributions().get(1).kernel().orElseThrow().values())
                .containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0);
        assertThat(story.result().values()).containsExactly(4.5f, 7.5f, 6.5f, 6.5f, 13.5f, 11.5f, 4.5f, 13.5f, 12.5f);
    }

    @Test
    void aConcatenatedChannelIsOneOfABranch() {
        Tensor x = Runs.tensor(2, 1, 1, 1, 2);
        Tensor f = Runs.tensor(3, 1, 1, 3, 4, 5);
        ChannelStory story = ChannelStory.of(NodeRun.of(Runs.of(new Layer.Concat(), LayerWeights.NONE, x, f),
                Provenance.none(), Runs.LAYER), 3);
        assertThat(story.contributions()).singleElement().satisfies(each -> {
            assertThat(each.inlet()).isEqualTo(1);
            assertThat(each.channel()).isEqualTo(1);
            assertThat(each.gives().values()).containsExactly(4);
        });
        assertThat(story.lines()).extracting(Line::text).first()
                .isEqualTo("channel 3 is channel 1 of Input (2): 2 + 1 = 3");
    }

    @Test
    void addLaysEachChannelOnItsLike() {
        Tensor x = Runs.tensor(2, 1, 1, 1, 2);
        ChannelStory story = ChannelStory.of(NodeRun.of(Runs.of(new Layer.Add(), LayerWeights.NONE, x, x),
                Provenance.none(), Runs.LAYER), 1);
        assertThat(story.sign()).isEqualTo("+");
        assertThat(story.contributions()).extracting(Contribution::channel).containsExactly(1, 1);
        assertThat(story.lines().getFirst().text()).isEqualTo("y[1] = Input (1)[1] + Input (2)[1]");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLayerTellsOfEveryChannel(Class<?> kind) {
        LayerCases cases = new LayerCases(41);
        for (int setting = 0; setting < 100; setting++) {
            NodeRun run = run(cases.draw(kind));
            for (int channel = 0; channel < Math.min(50, run.shape().channels()); channel++) {
                ChannelStory story = ChannelStory.of(run, channel);
                assertThat(story.lines()).as("%s", run.node().layer()).isNotEmpty()
                        .allSatisfy(line -> assertThat(line.text()).isNotBlank());
                assertThat(story.result().values()).isEqualTo(run.made().map(channel).values());
            }
        }
    }

    @Test
    void aChannelThatIsNotThereIsRefused() {
        NodeRun run = NodeRun.of(Runs.of(new Layer.Relu(), LayerWeights.NONE, Runs.tensor(1, 1, 1, 1)), Provenance.none(),
                Runs.LAYER);
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelStory.of(run, 1))
                .withMessage("ReLU is 1×1×1 and has no channel 1");
    }
}
