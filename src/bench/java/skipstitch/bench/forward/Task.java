package skipstitch.bench.forward;

import java.util.List;
import java.util.SplittableRandom;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.tensor.Tensor;

/**
 * A network to be run as drawn, with untrained weights, on noise.
 *
 * @param name of its preset
 */
record Task(String name, Lane lane, Weights weights) {
    static final List<String> NAMES = List.of("residual-block", "resnet-18", "unet", "unet-572", "mobilenet-v2",
            "densenet-121", "segnet");

    static Task of(String name) {
        Network drawn = Presets.find(name).orElseThrow().network();
        Lane lane = Variant.AS_DRAWN.of(drawn);
        return new Task(name, lane, new SeededWeights(Initialisation.of(drawn, 1)).of(lane));
    }

    /** Another one each time, so that a memo knows nothing of it. */
    Tensor picture(int number) {
        Shape shape = lane.network().inputShape().orElseThrow();
        SplittableRandom random = new SplittableRandom(number);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Tensor(shape, values);
    }
}
