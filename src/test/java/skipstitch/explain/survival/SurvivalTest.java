package skipstitch.explain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import skipstitch.engine.Engine;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.intervention.Interventions;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.Window;
import skipstitch.tensor.Tensor;

/** What survived of the picture. */
class SurvivalTest {
    private static final Pictures HELD_OUT = new GeneratedPicture(99);

    private static Survival read(Network network, NodeId node, Weights weights, Variant... variants) {
        return read(network, node, weights, Progress.NONE, variants);
    }

    private static Survival read(Network network, NodeId node, Weights weights, Progress progress, Variant... variants) {
        try (Engine engine = PlainEngine.open()) {
            List<LaneToRead> lanes = Stream.of(variants)
                    .map(each -> new LaneToRead(each.of(network), weights, Interventions.none())).toList();
            return Survival.of(node, lanes, HELD_OUT, engine, progress);
        }
    }

    private static Survived.Rebuilt only(Survival survival) {
        return (Survived.Rebuilt) survival.lanes().getFirst();
    }

    @Test
    void aTensorThatIsThePictureRebuildsIt() {
        NetworkBuilder builder = new NetworkBuilder("same");
        NodeId end = builder.chain("end", new Layer.Identity(), builder.input(3, 16, 16));
        Survival survival = read(builder.build(), end, Weights.NONE, Variant.AS_DRAWN);
        assertThat(only(survival).score().rmse()).isLessThan(1e-5);
        assertThat(only(survival).score().r2()).isCloseTo(1, within(1e-6));
        assertThat(survival.original().values()).isEqualTo(HELD_OUT.of(new Shape(3, 16, 16)).values());
    }

    @Test
    void anInvertibleMixOfColoursRebuildsThePicture() {
        NetworkBuilder builder = new NetworkBuilder("mixed");
        NodeId mixed = builder.chain("mixed", Layer.Conv.same(3, 1), builder.input(3, 16, 16));
        Weights weights = new Weights(Map.of(mixed, LayerWeights.Kernels.of(
                new float[] {2, 1, 0, -1, 1, 3, 0.5f, 0, -2}, new float[0])));
        assertThat(only(read(builder.build(), mixed, weights, Variant.AS_DRAWN)).score().rmse()).isLessThan(1e-4);
    }

    @Test
    void spaceToDepthKeepsEveryPixel() {
        NetworkBuilder builder = new NetworkBuilder("patches");
        NodeId patches = builder.chain("patches", new Layer.Conv(4, Window.of(2).strided(2), 1, false),
                builder.input(1, 16, 16));
        float[] kernels = new float[16];
        for (int i = 0; i < 4; i++) {
            kernels[5 * i] = 1;
        }
        Weights weights = new Weights(Map.of(patches, LayerWeights.Kernels.of(kernels, new float[0])));
        assertThat(only(read(builder.build(), patches, weights, Variant.AS_DRAWN)).score().rmse()).isLessThan(1e-4);
    }

    @Test
    void aTensorThatSaysNothingRebuildsTheMeanOfWhatWasLearned() {
        NetworkBuilder builder = new NetworkBuilder("dark");
        NodeId dark = builder.chain("dark", new Layer.Scale(0), builder.input(1, 16, 16));
        Survived.Rebuilt rebuilt = only(read(builder.build(), dark, Weights.NONE, Variant.AS_DRAWN));
        float first = rebuilt.picture().values()[0];
        for (float value : rebuilt.picture().values()) {
            assertThat(value).isEqualTo(first);
        }
        assertThat(first).isBetween(0.2f, 0.8f);
        assertThat(rebuilt.score().r2()).isLessThanOrEqualTo(0);
    }

    /** The branch is the picture turned negative: their sum is 0 everywhere, and beside each other both are there. */
    @Test
    void anAddLosesWhatAConcatKeeps() {
        NetworkBuilder builder = new NetworkBuilder("cancels");
        NodeId input = builder.input(1, 16, 16);
        NodeId negative = builder.chain("negative", new Layer.Scale(-1), input);
        NodeId merge = builder.merge("merge", new Layer.Add(), input, negative);
        Survival survival = read(builder.build(), merge, Weights.NONE, Variant.ADD, Variant.CONCAT, Variant.NO_SKIP);
        List<Score> scores = survival.lanes().stream().map(each -> ((Survived.Rebuilt) each).score()).toList();
        assertThat(scores.get(0).r2()).isLessThan(0.01);
        assertThat(scores.get(1).rmse()).isLessThan(1e-5);
        assertThat(scores.get(2).rmse()).isLessThan(1e-5);
        assertThat(SurvivalWords.finding(survival)).startsWith("Most can be read out of ").contains("least out of add (error 0.");
    }

    @Test
    void moreChannelsRebuildNoWorseWhatWasLearned() {
        Random random = new Random(4);
        Shape picture = new Shape(1, 8, 8);
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tensors.add(noise(random, new Shape(6, 8, 8)));
        }
        double before = Double.MAX_VALUE;
        for (int channels = 1; channels <= 6; channels++) {
            Readout readout = new Readout(new Patches(new Shape(channels, 8, 8), picture));
            Tensor truth = noise(new Random(5), picture);
            for (Tensor tensor : tensors) {
                readout.learn(first(tensor, channels), truth, 64);
            }
            double error = 0;
            for (Tensor tensor : tensors) {
                error += Math.pow(Score.of(truth, readout.rebuild(readout.fit(), first(tensor, channels))).rmse(), 2);
            }
            assertThat(error).as("%d channels", channels).isLessThanOrEqualTo(before + 1e-6);
            before = error;
        }
    }

    private static Tensor noise(Random random, Shape shape) {
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }

    private static Tensor first(Tensor tensor, int channels) {
        Shape shape = tensor.shape().withChannels(channels);
        return new Tensor(shape, Arrays.copyOf(tensor.values(), shape.elements()));
    }

    @Test
    void onlyWhatLeadsToTheNodeIsRun() {
        NetworkBuilder builder = new NetworkBuilder("long");
        NodeId input = builder.input(1, 8, 8);
        NodeId early = builder.chain("early", new Layer.Relu(), input);
        builder.chain("late", Layer.Conv.same(4, 3), early);
        assertThat(only(read(builder.build(), early, Weights.NONE, Variant.AS_DRAWN)).score().rmse()).isLessThan(1e-5);
    }

    @Test
    void saysWhyThereIsNothingToRead() {
        NetworkBuilder builder = new NetworkBuilder("odd");
        NodeId input = builder.input(1, 32, 32);
        NodeId cropped = builder.chain("cropped", Layer.Conv.same(2, 3).strided(1), input);
        NodeId odd = builder.chain("odd", new Layer.Crop(Padding.all(1)), cropped);
        NodeId one = builder.chain("one", new Layer.GlobalAveragePool(), cropped);
        Lane lane = Variant.AS_DRAWN.of(builder.build());
        Weights weights = new SeededWeights(Initialisation.of(lane.network(), 1)).of(lane);
        assertThat(read(builder.build(), odd, weights, Variant.AS_DRAWN).lanes().getFirst())
                .isInstanceOfSatisfying(Survived.Nothing.class, nothing -> assertThat(nothing.why()).isEqualTo(
                        "A map of 30×30 does not divide the picture's 32×32 into equal patches."));
        assertThat(read(builder.build(), one, weights, Variant.AS_DRAWN).lanes().getFirst())
                .isInstanceOfSatisfying(Survived.Nothing.class, nothing -> assertThat(nothing.why()).contains("32×32 pixels"));
        assertThat(SurvivalWords.finding(read(builder.build(), one, weights, Variant.AS_DRAWN)))
                .isEqualTo("No picture can be rebuilt from these tensors.");
    }

    @Test
    void isCalledOffBetweenPictures() {
        NetworkBuilder builder = new NetworkBuilder("same");
        NodeId end = builder.chain("end", new Layer.Identity(), builder.input(1, 8, 8));
        List<Integer> told = new ArrayList<>();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() ->
                read(builder.build(), end, Weights.NONE, (done, _) -> {
                    told.add(done);
                    return done < 3;
                }, Variant.AS_DRAWN));
        assertThat(told).contains(0, 1, 2, 3).doesNotContain(4);
    }

    @Test
    void generatedPicturesAreOfAnySizeAndWithinBlackAndWhite() {
        for (Shape shape : List.of(new Shape(1, 5, 9), new Shape(3, 32, 32), new Shape(4, 7, 7))) {
            Tensor picture = new GeneratedPicture(3).of(shape);
            assertThat(picture.shape()).isEqualTo(shape);
            assertThat(picture.extent().min()).isGreaterThanOrEqualTo(0);
            assertThat(picture.extent().max()).isLessThanOrEqualTo(1);
            assertThat(picture.extent().max() - picture.extent().min()).isGreaterThan(0.2f);
            assertThat(new GeneratedPicture(3).of(shape).values()).isEqualTo(picture.values());
        }
    }
}
