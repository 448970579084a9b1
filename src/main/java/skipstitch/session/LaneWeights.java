package skipstitch.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import skipstitch.engine.Calibration;
import skipstitch.engine.Engine;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/** The weights of all lanes of one network and seed, drawn once each and calibrated together. */
public final class LaneWeights {
    private final Network drawn;
    private final long seed;
    private final SeededWeights seeded;
    private final Calibration calibration;
    private final Map<Variant, Weights> ready = new EnumMap<>(Variant.class);

    /** Norms that nobody trained are calibrated on the pictures that come with the app. */
    public LaneWeights(Network drawn, long seed, Engine engine) {
        this.drawn = drawn;
        this.seed = seed;
        this.seeded = new SeededWeights(Initialisation.of(drawn, seed));
        this.calibration = new Calibration(engine, Stream.of(BuiltInPicture.values())
                .<Pictures>map(each -> input -> Fitting.toTensor(each.load(), input)).toList());
    }

    /** Calibrates the network as drawn first, so that every lane shares its statistics. */
    public Weights of(Lane lane, Progress progress) {
        if (!ready.containsKey(Variant.AS_DRAWN)) {
            draw(Variant.AS_DRAWN.of(drawn), progress);
        }
        return ready.containsKey(lane.variant()) ? ready.get(lane.variant()) : draw(lane, progress);
    }

    private Weights draw(Lane lane, Progress progress) {
        Weights weights = seeded.of(lane);
        boolean norms = lane.network().nodes().stream().anyMatch(node -> node.layer() instanceof Layer.BatchNorm);
        Weights calibrated = norms ? calibration.calibrate(lane, weights, progress) : weights;
        ready.put(lane.variant(), calibrated);
        return calibrated;
    }

    public long seed() {
        return seed;
    }

    public Network network() {
        return drawn;
    }
}
