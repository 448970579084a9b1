package skipstitch.explain.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;

/** Steps forth and back are the same steps; a place is followed from where it was put. */
class StepperTest {
    private static final Network RESIDUAL = Presets.first().network();

    private static Route route(Network network, Variant... variants) {
        return Route.of(Stream.of(variants).map(variant -> variant.of(network)).toList());
    }

    private static Stepper at(Network network, String node, Variant... variants) {
        return Stepper.at(route(network, variants), NodeId.of(node));
    }

    private static List<Stepper> forth(Stepper from) {
        List<Stepper> all = new ArrayList<>(List.of(from));
        while (!all.getLast().next().equals(all.getLast())) {
            all.add(all.getLast().next());
        }
        return all;
    }

    private static void walkForthAndBack(Network network, Depth depth) {
        Stepper first = Stepper.at(route(network, Variant.ADD, Variant.CONCAT), network.nodes().getFirst().id())
                .at(depth).first();
        List<Stepper> forth = forth(first);
        assertThat(forth.getLast().isAtEnd()).as("%s: at the end", network).isTrue();
        Stepper back = forth.getLast();
        for (Stepper step : forth.reversed()) {
            assertThat(back.node()).as("%s", network).isEqualTo(step.node());
            assertThat(back.cell()).as("%s at %s", network, step.node()).isEqualTo(step.cell());
            assertThat(back.words()).isEqualTo(step.words());
            back = back.previous();
        }
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void stepsForthAndBackAreTheSameInEveryPreset(Depth depth) {
        for (Preset preset : Presets.all()) {
            walkForthAndBack(preset.network(), depth);
        }
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void stepsForthAndBackAreTheSameInAnyNetworkMisfitsIncluded(Depth depth) {
        for (int seed = 0; seed < 200; seed++) {
            walkForthAndBack(new RandomNetworks(seed).drawn(14), depth);
        }
    }

    @Test
    void everyCellOnTheWayIsInTheTensorsOfTheLanes() {
        for (int seed = 0; seed < 300; seed++) {
            Network network = new RandomNetworks(seed).drawn(14);
            Random random = new Random(seed);
            Route route = route(network, Variant.ADD, Variant.CONCAT);
            Stepper stepper = Stepper.at(route, network.nodes().getFirst().id()).at(Depth.PIXEL);
            for (int step = 0; step < 60; step++) {
                stepper = switch (random.nextInt(6)) {
                    case 0 -> stepper.moved(random.nextInt(9) - 4, random.nextInt(9) - 4);
                    case 1 -> stepper.channel(random.nextInt(20));
                    case 2 -> stepper.layer(random.nextInt(7) - 3);
                    case 3 -> stepper.at(Depth.CHANNEL).next();
                    default -> stepper.at(Depth.PIXEL).next();
                };
                Cell cell = stepper.cell();
                Stepper now = stepper;
                for (int lane = 0; lane < route.lanes().size(); lane++) {
                    int at = lane;
                    route.lanes().get(lane).shapes().find(stepper.node()).ifPresent(shape -> {
                        assertThat(cell.y()).as("seed %d: row in %s", now.hashCode(), shape).isBetween(0, shape.height() - 1);
                        assertThat(cell.x()).isBetween(0, shape.width() - 1);
                        assertThat(route.channels(at, now.node(), cell.channel())).allSatisfy(channel ->
                                assertThat(channel).isBetween(0, shape.channels() - 1));
                    });
                }
            }
        }
    }

    @Test
    void aPlaceIsOneChannelOfASumAndOneOfEachBranchInAConcatenation() {
        Stepper merge = at(RESIDUAL, "merge", Variant.ADD, Variant.CONCAT).channel(3);
        assertThat(merge.channels()).isEqualTo(8);
        assertThat(merge.route().channels(0, merge.node(), 3)).containsExactly(3);
        assertThat(merge.route().channels(1, merge.node(), 3)).containsExactly(3, 11);
        assertThat(merge.at(Depth.PIXEL).words()).isEqualTo("Merge · channel 3 of 8 · row 16, column 16");
    }

    @Test
    void aPlaceIsFollowedThroughStridesCropsAndUpsampling() {
        NetworkBuilder builder = new NetworkBuilder("strides");
        NodeId conv = builder.chain("conv", Conv.same(4, 3).strided(2), builder.input(1, 16, 16));
        NodeId valid = builder.chain("valid", new Conv(4, Window.of(3), 1, false), conv);
        builder.chain("up", new Layer.Upsample(2, Layer.Interpolation.NEAREST), valid);
        Network network = builder.build();
        Stepper stepper = at(network, "input", Variant.AS_DRAWN).at(Depth.PIXEL).place(8, 6);
        assertThat(stepper.cell()).isEqualTo(new Cell(0, 8, 6));
        // Output 4 of the strided convolution has its window around row 8; the unpadded one begins a row further in.
        assertThat(stepper.to(NodeId.of("conv")).cell()).isEqualTo(new Cell(0, 4, 3));
        assertThat(stepper.to(NodeId.of("valid")).cell()).isEqualTo(new Cell(0, 3, 2));
        assertThat(stepper.to(NodeId.of("up")).cell().y()).isBetween(6, 7);
    }

    @Test
    void aValueIsFollowedThroughAFlattenAndBack() {
        NetworkBuilder builder = new NetworkBuilder("flat");
        builder.chain("relu", new Layer.Relu(), builder.chain("flat", new Layer.Flatten(), builder.input(3, 4, 5)));
        Network network = builder.build();
        Stepper stepper = at(network, "input", Variant.AS_DRAWN).at(Depth.PIXEL).channel(2).place(1, 3);
        assertThat(stepper.to(NodeId.of("flat")).cell()).isEqualTo(new Cell(2 * 20 + 5 + 3, 0, 0));
        assertThat(stepper.to(NodeId.of("relu")).cell()).isEqualTo(new Cell(2 * 20 + 5 + 3, 0, 0));
        Stepper inFlat = stepper.to(NodeId.of("flat")).channel(37);
        assertThat(inFlat.cell()).isEqualTo(new Cell(37, 0, 0));
        assertThat(inFlat.to(NodeId.of("input")).cell()).isEqualTo(new Cell(1, 3, 2));
    }

    @Test
    void afterAnEditOneStaysAtTheNodeOrAtTheNearestThatIsLeft() {
        Stepper stepper = at(RESIDUAL, "relu1", Variant.ADD).at(Depth.PIXEL).channel(5).place(7, 9);
        assertThat(stepper.on(route(RESIDUAL, Variant.CONCAT)).node()).isEqualTo(NodeId.of("relu1"));
        Network without = RESIDUAL.map(node -> node.id().equals(NodeId.of("conv2"))
                ? node.withInlets(RESIDUAL.node(NodeId.of("relu1")).inlets()) : node);
        Network left = new Network("left", without.nodes().stream()
                .filter(node -> !node.id().equals(NodeId.of("relu1"))).toList());
        Stepper after = stepper.on(route(left, Variant.ADD));
        assertThat(after.node()).isIn(NodeId.of("conv1"), NodeId.of("conv2"));
        assertThat(after.depth()).isEqualTo(Depth.PIXEL);
        assertThat(after.cell()).isEqualTo(new Cell(5, 7, 9));
    }

    @Test
    void aProjectionThatOneLaneAddsIsAStationForBoth() {
        NetworkBuilder builder = new NetworkBuilder("projected");
        NodeId input = builder.input(3, 8, 8);
        builder.merge("merge", new Layer.Concat(), input, builder.chain("conv", Conv.same(4, 3), input));
        Network network = builder.build();
        Route route = route(network, Variant.CONCAT, Variant.ADD);
        NodeId added = NodeId.of("merge.project-0");
        Station station = route.stations().get(route.indexOf(added));
        assertThat(station.missing()).isTrue();
        assertThat(route).hasToString("input → conv → merge.project-0 → merge");
    }
}
