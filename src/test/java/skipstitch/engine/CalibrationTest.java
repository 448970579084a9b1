package skipstitch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.engine.Pictures;
import skipstitch.engine.plain.PlainEngine;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NetworkBuilder;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

class CalibrationTest {

    private static Network preset(String name) {
        return Presets.find(name).orElseThrow().network();
    }

    private static List<Tensor> pictures(Network network) {
        return LongStream.range(0, 4).mapToObj(seed -> Kernels.picture(network, seed)).toList();
    }

    private static LayerWeights.Norm norm(Weights weights, String id) {
        return (LayerWeights.Norm) weights.of(NodeId.of(id));
    }

    @ParameterizedTest
    @CsvSource({"residual-projection, norm1", "residual-projection, norm2", "dense-block, norm1", "dense-block, norm2"})
    void aNormsOutputHasMeanZeroAndVarianceOneOverThePictures(String preset, String node) {
        Network network = preset(preset);
        Lane drawn = Variant.AS_DRAWN.of(network);
        try (Engine engine = PlainEngine.open()) {
            Weights weights = new Calibration(engine, pictures(network).stream().map(Pictures::only).toList()).calibrate(drawn,
                    new SeededWeights(Initialisation.of(network, 1)).of(drawn), Progress.NONE);
            List<Tensor> outputs = pictures(network).stream()
                    .map(picture -> Kernels.run(drawn, weights, picture, NodeId.of(node))).toList();
            for (int channel = 0; channel < outputs.getFirst().shape().channels(); channel++) {
                double sum = 0;
                double squares = 0;
                int count = 0;
                for (Tensor output : outputs) {
                    int area = output.shape().area();
                    for (int i = channel * area; i < (channel + 1) * area; i++) {
                        sum += output.values()[i];
                        squares += (double) output.values()[i] * output.values()[i];
                        count++;
                    }
                }
                double mean = sum / count;
                assertThat(Math.abs(mean)).as("mean of channel %d", channel).isLessThan(1e-4);
                assertThat(squares / count - mean * mean).as("variance of channel %d", channel).isBetween(0.98, 1.001);
            }
        }
    }

    @Test
    void lanesShareTheStatisticsOfTheChannelsTheyShare() {
        Network network = preset("dense-block");
        try (Engine engine = PlainEngine.open()) {
            Calibration calibration = new Calibration(engine, pictures(network).stream().map(Pictures::only).toList());
            SeededWeights seeded = new SeededWeights(Initialisation.of(network, 1));
            Lane drawn = Variant.AS_DRAWN.of(network);
            Weights asDrawn = calibration.calibrate(drawn, seeded.of(drawn), Progress.NONE);
            float[] means = norm(asDrawn, "norm2").mean();
            assertThat(means).hasSize(16);
            for (Variant variant : new Variant[] {Variant.ADD, Variant.NO_SKIP}) {
                Lane lane = variant.of(network);
                Weights weights = calibration.calibrate(lane, seeded.of(lane), Progress.NONE);
                assertThat(norm(weights, "norm1").key()).isEqualTo(norm(asDrawn, "norm1").key());
                // As drawn the skip's eight channels come first, then the main branch's.
                assertThat(norm(weights, "norm2").mean()).isEqualTo(Arrays.copyOfRange(means, 8, 16));
            }
            Lane concat = Variant.CONCAT.of(network);
            assertThat(norm(calibration.calibrate(concat, seeded.of(concat), Progress.NONE), "norm2").key())
                    .isEqualTo(norm(asDrawn, "norm2").key());
        }
    }

    @Test
    void aLanesOwnChannelsAreMeasuredInThatLane() {
        NetworkBuilder net = new NetworkBuilder("post-norm");
        NodeId x = net.chain("conv0", Layer.Conv.same(4, 3), net.input(1, 8, 8));
        NodeId merge = net.merge("merge", new Layer.Add(), x, net.chain("conv1", Layer.Conv.same(4, 3), x));
        net.chain("norm", Layer.BatchNorm.standard(), merge);
        Network network = net.build();
        try (Engine engine = PlainEngine.open()) {
            Calibration calibration = new Calibration(engine, pictures(network).stream().map(Pictures::only).toList());
            SeededWeights seeded = new SeededWeights(Initialisation.of(network, 1));
            Lane drawn = Variant.AS_DRAWN.of(network);
            Weights add = calibration.calibrate(drawn, seeded.of(drawn), Progress.NONE);
            Lane lane = Variant.CONCAT.of(network);
            Weights concat = calibration.calibrate(lane, seeded.of(lane), Progress.NONE);
            assertThat(norm(concat, "norm").mean()).hasSize(8);
            assertThat(Arrays.copyOfRange(norm(concat, "norm").mean(), 4, 8)).isEqualTo(norm(add, "norm").mean());
            // The picture itself is channel 0 of x, and its mean is that of the pictures.
            double mean = pictures(network).stream().flatMapToDouble(picture ->
                    IntStream.range(0, 64).mapToDouble(i -> picture.values()[i])).average().orElseThrow();
            assertThat((double) norm(concat, "norm").mean()[0]).isCloseTo(mean, offset(1e-6));
        }
    }

    @Test
    void aConstantChannelStaysZeroInsteadOfBlowingUpRoundingErrors() {
        NetworkBuilder net = new NetworkBuilder("constant");
        net.chain("norm", Layer.BatchNorm.standard(), net.chain("none", new Layer.Scale(0), net.input(1, 4, 4)));
        Network network = net.build();
        Lane lane = Variant.AS_DRAWN.of(network);
        try (Engine engine = PlainEngine.open()) {
            Weights weights = new Calibration(engine, pictures(network).stream().map(Pictures::only).toList()).calibrate(lane,
                    new SeededWeights(Initialisation.of(network, 1)).of(lane), Progress.NONE);
            assertThat(Kernels.run(lane, weights, Kernels.picture(network, 9), NodeId.of("norm")).values()).containsOnly(0);
        }
    }

    @Test
    void canBeCalledOffAndTakenUpAgain() {
        Network network = preset("dense-block");
        Lane lane = Variant.AS_DRAWN.of(network);
        Weights drawn = new SeededWeights(Initialisation.of(network, 1)).of(lane);
        try (Engine engine = PlainEngine.open()) {
            Calibration calibration = new Calibration(engine, pictures(network).stream().map(Pictures::only).toList());
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> calibration.calibrate(lane, drawn, (done, _) -> done < 4));
            Weights after = calibration.calibrate(lane, drawn, Progress.NONE);
            Weights fresh = new Calibration(engine, pictures(network).stream().map(Pictures::only).toList()).calibrate(lane, drawn, Progress.NONE);
            assertThat(norm(after, "norm2").key()).isEqualTo(norm(fresh, "norm2").key());
        }
    }
}
