package skipstitch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** At which sizes networks work, against the rules that are known of some. */
class InputSizesTest {

    static Stream<Preset> all() {
        return Presets.everything().stream();
    }

    private static Network at(String preset, int height, int width) {
        Network network = Presets.find(preset).orElseThrow().network();
        return network.withInputShape(network.inputShape().orElseThrow().withSize(height, width));
    }

    private static InputSizes sizes(String preset, int height, int width) {
        return InputSizes.of(at(preset, height, width)).orElseThrow();
    }

    private static String size(Optional<Shape> shape) {
        return shape.map(found -> found.height() + "×" + found.width()).orElse("none");
    }

    @ParameterizedTest
    @MethodSource("all")
    void atASizeThatIsNamedNothingBreaksInAnyLane(Preset preset) {
        Shape drawn = preset.network().inputShape().orElseThrow();
        for (int more : new int[] {-3, 0, 1}) {
            InputSizes sizes = sizes(preset.name(), drawn.height() + more, drawn.width() + more);
            Stream<Shape> named = Stream.concat(sizes.choices().stream(),
                    Stream.of(sizes.smaller(), sizes.larger()).flatMap(Optional::stream));
            assertThat(named).as("%+d", more).isNotEmpty().allSatisfy(shape -> {
                for (Variant variant : Variant.values()) {
                    assertThat(variant.of(preset.network().withInputShape(shape)).shapes().misfits())
                            .as("%s, %s", shape, variant).isEmpty();
                }
            });
        }
        assertThat(sizes(preset.name(), drawn.height(), drawn.width()).works()).isTrue();
    }

    /** A size is refused only for a reason: something breaks, or what comes out has another size than the picture. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsRefusedBreaksOrComesOutInAnotherSize(Preset preset) {
        Shape drawn = preset.network().inputShape().orElseThrow();
        for (int more = 1; more <= 34; more += 3) {
            Network network = at(preset.name(), drawn.height() + more, drawn.width() + more);
            Shapes shapes = Shapes.of(network);
            boolean breaks = !shapes.allFit();
            boolean comesOutOtherwise = !breaks && !shapes.shape(network.outputs().getFirst().id())
                    .sameSizeAs(network.inputShape().orElseThrow());
            if (InputSizes.of(network).orElseThrow().works()) {
                assertThat(breaks).as("%+d", more).isFalse();
            } else {
                assertThat(breaks || comesOutOtherwise).as("%+d", more).isTrue();
            }
        }
    }

    @Test
    void theNearestIsTheNearest() {
        for (String preset : List.of("unet", "linknet", "unet-572", "fcn-8s", "mini-fcn")) {
            Shape drawn = Presets.find(preset).orElseThrow().network().inputShape().orElseThrow();
            for (int more = 0; more < 34; more += 5) {
                int side = drawn.height() + more;
                InputSizes sizes = sizes(preset, side, side);
                int smaller = sizes.smaller().orElseThrow().height();
                int larger = sizes.larger().orElseThrow().height();
                assertThat(smaller).isLessThan(side);
                assertThat(larger).isGreaterThan(side);
                assertThat(IntStream.range(smaller + 1, larger).filter(between -> between != side)
                        .filter(between -> sizes(preset, between, between).works())).as("%s at %d", preset, side).isEmpty();
            }
        }
    }

    @Test
    void uNetOf2015WorksAtSixteenTimesAnythingAnd124() {
        for (int side = 540; side < 640; side++) {
            assertThat(sizes("unet-572", side, side).works()).as("%d", side).isEqualTo((side - 124) % 16 == 0);
        }
        assertThat(size(sizes("unet-572", 572, 572).smaller())).isEqualTo("556×556");
        assertThat(size(sizes("unet-572", 32, 32).larger())).as("the first with anything left").isEqualTo("188×188");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcn-8s", "fcn-32s"})
    void fcnWorksAtThirtyTwoTimesAnythingAnd84(String preset) {
        for (int side = 460; side < 540; side++) {
            assertThat(sizes(preset, side, side).works()).as("%d", side).isEqualTo((side - 84) % 32 == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"unet, 16", "unet-milesial, 16", "unet-plus-plus, 16", "attention-unet, 16", "resunet, 8", "linknet, 32",
            "mini-unet, 8", "mini-linknet, 8", "mini-fcn, 8", "segnet, 1", "mini-segnet, 1", "resnet-18, 1"})
    void othersWorkAtMultiplesOfWhatTheyHalveTo(String preset, int multiple) {
        for (int side = 90; side < 140; side++) {
            assertThat(sizes(preset, side, side).works()).as("%d", side).isEqualTo(side % multiple == 0);
        }
    }

    /** LinkNet's published skip cannot be added at 360 rows: 24 meet 23. */
    @Test
    void theSidesOfAPictureNeedNotBeEqual() {
        InputSizes linknet = sizes("linknet", 360, 480);
        assertThat(linknet.works()).isFalse();
        assertThat(size(linknet.smaller())).isEqualTo("352×480");
        assertThat(size(linknet.larger())).isEqualTo("384×480");
        assertThat(size(sizes("segnet", 360, 480).half())).isEqualTo("180×240");
    }

    @Test
    void choicesAreAFewAndTheOneThatIsIsNotAmongThem() {
        assertThat(sizes("unet", 256, 256).choices()).extracting(shape -> size(Optional.of(shape)))
                .containsExactly("128×128", "240×240", "272×272", "512×512");
        assertThat(sizes("resnet-18", 224, 224).choices()).extracting(shape -> size(Optional.of(shape)))
                .containsExactly("112×112", "448×448");
    }

    @Test
    void windowsThatAreNoSquaresAreNoHindrance() {
        NetworkBuilder net = new NetworkBuilder("wide");
        NodeId input = net.input(1, 30, 31);
        NodeId pooled = net.chain("pool", new Layer.MaxPool(new Window(new Size(1, 4), new Size(1, 4), Padding.NONE,
                Size.ONE), false), input);
        NodeId up = net.chain("up", new Layer.TransposedConv(1, new Size(1, 4), new Size(1, 4), Padding.NONE,
                new Size(0, 0), false), pooled);
        net.merge("merge", new Layer.Add(), input, up);
        InputSizes sizes = InputSizes.of(net.build()).orElseThrow();
        assertThat(sizes.works()).isFalse();
        assertThat(size(sizes.smaller())).isEqualTo("28×28");
        assertThat(size(sizes.larger())).isEqualTo("32×32");
    }

    @Test
    void aNetworkThatNoSizeMendsHasNone() {
        NetworkBuilder net = new NetworkBuilder("never");
        NodeId input = net.input(1, 8, 8);
        NodeId pool = net.chain("pool", Layer.MaxPool.halve(), net.chain("conv", Layer.Conv.same(3, 3), input));
        net.node("add", new Layer.Add(), Inlet.skip(input), Inlet.main(pool));
        InputSizes sizes = InputSizes.of(net.build()).orElseThrow();
        assertThat(sizes.choices()).isEmpty();
        assertThat(InputSizes.of(new Network("empty", List.of()))).isEmpty();
    }
}
