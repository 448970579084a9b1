package skipstitch.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import skipstitch.engine.Calibration;
import skipstitch.engine.Engine;
import skipstitch.engine.Feed;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/** The weights of all lanes of one network and seed, drawn once each and calibrated together. */
public final class LaneWeights {
    private final Network drawn;
    private final SeededWeights seeded;
    private final Calibration calibration;
    private final Map<Variant, Weights> ready = new EnumMap<>(Variant.class);

    /** @param pictures to calibrate norms on */
    public LaneWeights(Network drawn, long seed, Engine engine, List<Feed> pictures) {
        this.drawn = drawn;
        this.seeded = new SeededWeights(Initialisation.of(drawn, seed));
        this.calibration = new Calibration(engine, pictures);
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

    public Network network() {
        return drawn;
    }
}
