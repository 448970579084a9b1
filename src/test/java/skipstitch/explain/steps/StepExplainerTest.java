package skipstitch.explain.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Engine;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.explain.Ran;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.RandomNetworks;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Preset;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/** What a step says, walked through whole networks at every depth. */
class StepExplainerTest {

    /** The lanes of a network, run on a picture, and what explains them. */
    private record Walk(Engine engine, Network network, List<Ran> ran, StepExplainer explainer) implements AutoCloseable {

        static Walk through(Network network, Pictures pictures, Variant... variants) {
            List<Ran> ran = new ArrayList<>();
            Engine engine = PlainEngine.open();
            for (Variant variant : variants) {
                Lane lane = variant.of(network);
                Weights weights = new SeededWeights(Initialisation.of(network, 1)).of(lane);
                ran.add(new Ran(lane, weights, engine.run(new Pass(lane.shapes(), weights, pictures), Progress.NONE)));
            }
            NodeId merge = network.skipMerges().stream().findFirst().orElseGet(() -> network.nodes().getFirst()).id();
            return new Walk(engine, network, ran, new StepExplainer(network, ran, merge));
        }

        Stepper start() {
            return Stepper.at(Route.of(ran.stream().map(Ran::lane).toList()), network.nodes().getFirst().id());
        }

        List<Step> forth(Depth depth, int most) {
            List<Step> steps = new ArrayList<>();
            Stepper at = start().at(depth).first();
            while (steps.size() < most) {
                steps.add(explainer.explain(at));
                if (at.isAtEnd()) {
                    break;
                }
                at = at.next();
            }
            return steps;
        }

        @Override
        public void close() {
            ran.forEach(each -> each.activations().close());
            engine.close();
        }
    }

    private static Pictures noise(long seed) {
        return shape -> {
            Random random = new Random(seed);
            float[] values = new float[shape.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            return new Tensor(shape, values);
        };
    }

    private static Pictures all(float value) {
        return shape -> {
            float[] values = new float[shape.elements()];
            Arrays.fill(values, value);
            return new Tensor(shape, values);
        };
    }

    /** Every lane says something, of maps that are there, and back again it says the very same. */
    private static void check(Walk walk, Depth depth, String what) {
        List<Step> steps = walk.forth(depth, 400);
        for (Step step : steps) {
            assertThat(step.lanes()).as(what).hasSize(walk.ran().size()).allSatisfy(lane -> {
                switch (lane) {
                    case LaneStep.Waits waits -> assertThat(waits.why()).isNotBlank();
                    case LaneStep.Stands stands -> check(stands, depth, what + " at " + step.at().node());
                }
            });
        }
        for (Step step : steps.reversed()) {
            Step again = walk.explainer().explain(step.at());
            assertThat(texts(again)).as(what).isEqualTo(texts(step));
        }
    }

    private static void check(LaneStep.Stands lane, Depth depth, String what) {
        if (depth.compareTo(Depth.CHANNEL) < 0) {
            assertThat(lane.layer().sentences()).as(what).isNotEmpty().noneMatch(String::isBlank);
            return;
        }
        assertThat(lane.rows()).as(what).isNotEmpty().allSatisfy(row -> {
            assertThat(row.lines()).as(what).isNotEmpty().extracting(Line::text).noneMatch(String::isBlank);
            assertThat(row.made()).as(what).isNotBlank();
            assertThat(Stream.concat(row.parts().stream(), Stream.of(row.result())))
                    .allSatisfy(part -> assertThat(part.map().shape().channels()).as(what).isEqualTo(1));
        });
        assertThat(lane.ways().isPresent()).isEqualTo(depth == Depth.PIXEL);
    }

    private static List<String> texts(Step step) {
        return step.lanes().stream().flatMap(lane -> lane instanceof LaneStep.Stands stands
                ? stands.rows().stream().flatMap(row -> row.lines().stream()).map(Line::text)
                : Stream.of(((LaneStep.Waits) lane).why())).toList();
    }

    @Test
    void everyPresetIsWalkedAtEveryDepthForthAndBack() {
        for (Preset preset : Presets.all()) {
            try (Walk walk = Walk.through(preset.network(), noise(1), Variant.ADD, Variant.CONCAT, Variant.NO_SKIP)) {
                for (Depth depth : Depth.values()) {
                    check(walk, depth, preset.name() + " " + depth);
                }
            }
        }
    }

    @Test
    void anyNetworkIsWalkedTheOnesWithAMisfitToo() {
        for (int seed = 0; seed < 150; seed++) {
            Network network = new RandomNetworks(seed).drawn(12);
            try (Walk walk = Walk.through(network, noise(seed), Variant.ADD, Variant.CONCAT)) {
                for (Depth depth : Depth.values()) {
                    check(walk, depth, "seed " + seed + " " + depth);
                }
            }
        }
    }

    @Test
    void whatIsNotANumberIsWalkedAndWritten() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE}) {
            for (Preset preset : Presets.all()) {
                try (Walk walk = Walk.through(preset.network(), all(value), Variant.ADD, Variant.CONCAT)) {
                    check(walk, Depth.CHANNEL, preset.name() + " of " + value);
                    check(walk, Depth.PIXEL, preset.name() + " of " + value);
                }
            }
        }
    }

    @Test
    void oneValueAndThousandsOfChannelsAreWalked() {
        for (Shape shape : List.of(new Shape(1, 1, 1), new Shape(2048, 1, 1), new Shape(2048, 3, 2), new Shape(1, 1, 9))) {
            NetworkBuilder builder = new NetworkBuilder("shape " + shape);
            NodeId input = builder.input(shape.channels(), shape.height(), shape.width());
            NodeId relu = builder.chain("relu", new Layer.Relu(), input);
            NodeId merge = builder.merge("merge", new Layer.Add(), input, relu);
            NodeId conv = builder.chain("conv", Layer.Conv.same(1, 3), merge);
            NodeId flat = builder.chain("flat", new Layer.Flatten(), conv);
            builder.chain("softmax", new Layer.Softmax(), builder.chain("linear", new Layer.Linear(10, true), flat));
            try (Walk walk = Walk.through(builder.build(), noise(3), Variant.ADD, Variant.CONCAT)) {
                check(walk, Depth.LAYER, shape.toString());
                check(walk, Depth.CHANNEL, shape.toString());
                check(walk, Depth.PIXEL, shape.toString());
            }
        }
    }

    @Test
    void theSumOfAMergeAddsUpAndItsConcatenationIsTheBranchesThemselves() {
        try (Walk walk = Walk.through(Presets.first().network(), noise(7), Variant.ADD, Variant.CONCAT)) {
            Stepper at = walk.start().to(NodeId.of("merge")).at(Depth.PIXEL).channel(5).place(9, 20);
            Step step = walk.explainer().explain(at);
            Row add = ((LaneStep.Stands) step.lanes().getFirst()).rows().getFirst();
            double x = add.parts().getFirst().gives().orElseThrow();
            double f = add.parts().getLast().gives().orElseThrow();
            assertThat(add.result().gives().orElseThrow().floatValue()).isEqualTo((float) (x + f));
            assertThat(add.sign()).isEqualTo("+");
            List<Row> concat = ((LaneStep.Stands) step.lanes().getLast()).rows();
            assertThat(concat).extracting(row -> row.result().channel()).containsExactly(5, 13);
            assertThat(concat).extracting(row -> row.result().gives().orElseThrow()).containsExactly(x, f);
            assertThat(concat).allMatch(Row::joined);
            assertThat(concat.getLast().lines().stream().filter(line -> line.says() == Says.PLACE).map(Line::text))
                    .anyMatch(text -> text.contains("8 + 5 = 13"));
        }
    }

    @Test
    void theLaneWithoutAProjectionWaitsWhereTheOtherHasIt() {
        NetworkBuilder builder = new NetworkBuilder("projected");
        NodeId input = builder.input(3, 8, 8);
        builder.merge("merge", new Layer.Concat(), input, builder.chain("conv", Layer.Conv.same(4, 3), input));
        try (Walk walk = Walk.through(builder.build(), noise(2), Variant.ADD, Variant.CONCAT)) {
            Step step = walk.explainer().explain(walk.start().to(NodeId.of("merge.project-0")).at(Depth.PIXEL));
            assertThat(step.lanes().getFirst()).isInstanceOf(LaneStep.Stands.class);
            assertThat(step.lanes().getLast()).isInstanceOf(LaneStep.Waits.class);
            assertThat(((LaneStep.Waits) step.lanes().getLast()).why()).contains("waits here");
        }
    }

    @Test
    void ofWhatMeetsThePictureOnlyThePictureIsShownAsOne() {
        NetworkBuilder builder = new NetworkBuilder("from the picture");
        NodeId input = builder.input(4, 8, 8);
        builder.merge("merge", new Layer.Add(), input, builder.chain("conv", Layer.Conv.same(4, 3), input));
        try (Walk walk = Walk.through(builder.build(), noise(4), Variant.ADD)) {
            for (Depth depth : new Depth[] {Depth.CHANNEL, Depth.PIXEL}) {
                Step step = walk.explainer().explain(walk.start().to(NodeId.of("merge")).at(depth));
                assertThat(((LaneStep.Stands) step.lanes().getFirst()).rows().getFirst().parts())
                        .extracting(Part::source).containsExactly(true, false);
            }
        }
    }
}
