package skipstitch.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.engine.Calibration;
import skipstitch.engine.Engine;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.KernelsAlike;
import skipstitch.engine.Knob;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.Fitting;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Costs;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/** The weights of all lanes of one network and seed, drawn once each and calibrated together. */
public final class LaneWeights {
    /** Of calibration: two cores take about a second for them. */
    private static final long MOST_MACS = 8_000_000_000L;

    private final Network drawn;
    private final long seed;
    private final GivenWeights given;
    private final SeededWeights seeded;
    private final Calibration calibration;
    private final Map<Variant, Weights> ready = new EnumMap<>(Variant.class);
    private final Map<Variant, Knob> knobs = new EnumMap<>(Variant.class);
    private final Map<Variant, Turned> turned = new EnumMap<>(Variant.class);

    /** Weights as they were asked for last: a drag of the volume asks for the same ones again and again. */
    private record Turned(double knob, Interventions shuffles, Weights weights) {}

    /** All of them untrained. */
    public LaneWeights(Network drawn, long seed, Engine engine) {
        this(drawn, seed, GivenWeights.NONE, engine);
    }

    /**
     * Norms that nobody trained are calibrated on the pictures that come with the app: on all of them, but of a network
     * that takes long to run only on as many as can be run in about a second.
     *
     * @param given that the network came with
     */
    public LaneWeights(Network drawn, long seed, GivenWeights given, Engine engine) {
        this.drawn = drawn;
        this.seed = seed;
        this.given = given;
        this.seeded = new SeededWeights(Initialisation.of(drawn, seed), given);
        this.calibration = new Calibration(engine, Stream.of(BuiltInPicture.values()).limit(pictures(drawn))
                .<Pictures>map(each -> input -> Fitting.toTensor(each.load(), input)).toList(), given);
    }

    private static long pictures(Network drawn) {
        return Math.max(1, MOST_MACS / Math.max(1, Costs.of(Variant.AS_DRAWN.of(drawn)).total().macs()));
    }

    /** Calibrates the network as drawn first, so that every lane shares its statistics. */
    public Weights of(Lane lane, Progress progress) {
        if (!ready.containsKey(Variant.AS_DRAWN)) {
            draw(Variant.AS_DRAWN.of(drawn), progress);
        }
        if (!ready.containsKey(lane.variant())) {
            draw(lane, progress);
        }
        return ready.get(lane.variant());
    }

    /**
     * With the knob turned, and kernels put in the order of shuffled channels.
     *
     * @param interventions on the lane's edges
     */
    public Weights of(Lane lane, double knob, Interventions interventions, Progress progress) {
        Weights own = of(lane, progress);
        Interventions shuffles = interventions.only(Kind.SHUFFLE);
        if (knob == KnobStop.OWN.at() && shuffles.isNone()) {
            return own;
        }
        Turned last = turned.get(lane.variant());
        if (last == null || last.knob() != knob || !last.shuffles().equals(shuffles)) {
            Weights at = knob == KnobStop.OWN.at() ? own
                    : knobs.computeIfAbsent(lane.variant(), _ -> new Knob(lane, seeded, own)).at(knob);
            last = new Turned(knob, shuffles, KernelsAlike.of(lane, shuffles, at));
            turned.put(lane.variant(), last);
        }
        return last.weights();
    }

    private void draw(Lane lane, Progress progress) {
        Optional<Variant> twin = ready.keySet().stream()
                .filter(each -> each.of(drawn).network().equals(lane.network())).findFirst();
        if (twin.isPresent()) {
            ready.put(lane.variant(), ready.get(twin.get()));
            return;
        }
        Weights weights = seeded.of(lane, progress);
        boolean norms = lane.network().nodes().stream().anyMatch(node -> node.layer() instanceof Layer.BatchNorm);
        Weights calibrated = norms ? calibration.calibrate(lane, weights, progress) : weights;
        ready.put(lane.variant(), calibrated);
    }

    public long seed() {
        return seed;
    }

    public GivenWeights given() {
        return given;
    }

    public Network network() {
        return drawn;
    }
}
