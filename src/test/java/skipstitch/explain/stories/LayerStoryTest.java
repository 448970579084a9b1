package skipstitch.explain.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skipstitch.engine.LayerCases;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.Branch;
import skipstitch.explain.Provenance;
import skipstitch.explain.Ran;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Reckoning;
import skipstitch.explain.arithmetic.Runs;
import skipstitch.explain.arithmetic.Token;
import skipstitch.network.Costs;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

class LayerStoryTest {

    static Stream<Class<?>> kinds() {
        return Layer.kinds().stream().filter(kind -> kind != Layer.Input.class);
    }

    private static LayerStory story(Ran ran) {
        return LayerStory.of(ran.lane(), Provenance.none(), Runs.LAYER);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shapesAndWeightsAreWhatTheWrittenSumsComeTo(Class<?> kind) {
        LayerCases cases = new LayerCases(61);
        for (int setting = 0; setting < 500; setting++) {
            Ran ran = Runs.of(cases.draw(kind));
            LayerStory story = story(ran);
            for (Line line : story.shapes()) {
                String text = line.text().replaceFirst("^[a-z ]+", "");
                String[] sides = text.split("=");
                assertThat(Reckoning.of(sides[0])).as("%s: %s", story.node().layer(), line.text())
                        .isEqualByComparingTo(Reckoning.of(sides[1]));
                int axis = line.text().startsWith("channels") ? story.out().channels()
                        : line.text().startsWith("width") ? story.out().width() : story.out().height();
                assertThat(Reckoning.of(sides[1]).intValueExact()).as("%s: %s", story.node().layer(), line.text())
                        .isEqualTo(axis);
            }
            long params = Costs.of(ran.lane()).of(Runs.LAYER).params();
            assertThat(story.weights().isPresent()).as("%s", story.node().layer()).isEqualTo(params > 0);
            story.weights().ifPresent(line -> {
                String[] sides = line.text().replaceFirst("weights.*", "").split("=");
                assertThat(Reckoning.of(sides[0])).as(line.text()).isEqualByComparingTo(Reckoning.of(sides[1]));
                assertThat(Reckoning.of(sides[1]).longValueExact()).as(line.text()).isEqualTo(params);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLayerIsToldInOneToThreeSentencesAndAFormula(Class<?> kind) {
        LayerCases cases = new LayerCases(62);
        for (int setting = 0; setting < 100; setting++) {
            LayerStory story = story(Runs.of(cases.draw(kind)));
            assertThat(story.sentences()).hasSizeBetween(1, 3)
                    .allSatisfy(sentence -> assertThat(sentence).matches("[A-Z].*[.]").doesNotContain("  "));
            assertThat(Line.text(story.formula())).startsWith("y").contains("=");
        }
    }

    private static LayerStory of(Layer layer, LayerWeights weights, Tensor... in) {
        return story(Runs.of(layer, weights, in));
    }

    @Test
    void aConvolutionsShapeByHand() {
        Window window = new Window(Size.square(3), Size.square(2), new Padding(1, 0, 0, 2), Size.square(2));
        Layer.Conv conv = new Layer.Conv(8, window, 2, true);
        LayerStory story = of(conv, LayerWeights.Kernels.of(new float[8 * 2 * 9], new float[8]),
                Tensor.zeros(new Shape(4, 32, 16)));
        assertThat(story.shapes()).extracting(Line::text).containsExactly(
                "height ⌊(32 + 1 − (2 · (3 − 1) + 1)) / 2⌋ + 1 = 15",
                "width ⌊(16 + 2 − (2 · (3 − 1) + 1)) / 2⌋ + 1 = 7");
        assertThat(story.weights().orElseThrow().text()).isEqualTo("3 · 3 · 2 · 8 + 8 = 152 weights");
        assertThat(story.sentences()).containsExactly(
                "Each of 8 filters slides a 3×3 window over 2 channels of its own of the 4 and makes one map.",
                "The window moves 2 pixels at a time, so the maps get smaller.", "Its taps are 2 pixels apart.");
    }

    @Test
    void sameConvolutionOf32() {
        LayerStory story = of(Layer.Conv.same(8, 3), LayerWeights.Kernels.of(new float[8 * 8 * 9], new float[0]),
                Tensor.zeros(new Shape(8, 32, 32)));
        assertThat(story.shapes()).extracting(Line::text)
                .containsExactly("height and width ⌊(32 + 2 · 1 − 3) / 1⌋ + 1 = 32");
        assertThat(story.weights().orElseThrow().text()).isEqualTo("3 · 3 · 8 · 8 = 576 weights");
    }

    @Test
    void atTheMergeAndAfterItTheFormulaHasTheBranchesColours() {
        Network drawn = Presets.find("residual-block").orElseThrow().network();
        NodeId merge = NodeId.of("merge");
        assertThat(formula(Variant.ADD, drawn, merge, "merge")).isEqualTo("y = x + F(x)");
        assertThat(formula(Variant.CONCAT, drawn, merge, "merge")).isEqualTo("y = [x ; F(x)]");
        assertThat(formula(Variant.CONCAT, drawn, merge, "conv3")).isEqualTo("y = W_skip ∗ x + W_main ∗ F(x)");
        assertThat(formula(Variant.ADD, drawn, merge, "conv3")).isEqualTo("y[f] = Σ_c W[f, c] ∗ x[c]");
        assertThat(tokens(Variant.CONCAT, drawn, merge, "conv3").stream()
                .flatMap(token -> token instanceof Token.Number number ? Stream.of(number.branch()) : Stream.of()))
                .containsExactly(Branch.SKIP, Branch.SKIP, Branch.MAIN, Branch.MAIN);
    }

    private static String formula(Variant variant, Network drawn, NodeId merge, String node) {
        return Line.text(tokens(variant, drawn, merge, node));
    }

    private static List<Token> tokens(Variant variant, Network drawn, NodeId merge, String node) {
        Lane lane = variant.of(drawn);
        return LayerStory.of(lane, Provenance.of(lane, drawn, merge), NodeId.of(node)).formula();
    }
}
