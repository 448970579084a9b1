package skipstitch.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Footprint;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.Retention;
import skipstitch.engine.RunTooLarge;
import skipstitch.engine.Walk;
import skipstitch.engine.Weights;
import skipstitch.explain.Ran;
import skipstitch.explain.gradients.LaneGradients;
import skipstitch.explain.gradients.Objective;
import skipstitch.explain.proofs.NextLayer;
import skipstitch.explain.proofs.NextLayers;
import skipstitch.explain.proofs.NoEffect;
import skipstitch.explain.survival.LaneToRead;
import skipstitch.explain.survival.Survival;
import skipstitch.files.Fitting;
import skipstitch.intervention.Interventions;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Variant;
import skipstitch.tensor.Tensor;

/**
 * Runs the lanes of a comparison: the engine, started when it is first wanted, and the weights of the networks
 * that are open. One thread at a time may use it, any may
 * ask whether it has {@link #started}.
 */
final class LaneRuns implements AutoCloseable {
    /** The one that is edited, and those beside. */
    private static final int NETWORKS = 1 + Document.MOST_BESIDE;

    private final Supplier<EngineStart> engineStart;
    private volatile Optional<EngineStart> started = Optional.empty();
    private final Deque<LaneWeights> weights = new ArrayDeque<>();

    LaneRuns(Supplier<EngineStart> engineStart) {
        this.engineStart = engineStart;
    }

    /** The engine, once there is one. Any thread may ask. */
    Optional<EngineStart> started() {
        return started;
    }

    /** Runs every lane on the picture, and keeps all that is found. */
    Results run(Comparison comparison, Setting setting, Progress progress) {
        return run(comparison, setting, Retention.ALL,
                new Following(comparison, () -> progress.goOn(0, 1), _ -> { }));
    }

    /**
     * Runs every lane on the picture, layer by layer.
     *
     * @throws RunTooLarge           if the passes would not fit in memory together
     * @throws CancellationException if the run is not wanted any more
     */
    synchronized Results run(Comparison comparison, Setting setting, Retention retention, Following following) {
        List<Pass> passes = passes(comparison, setting, following.weights());
        Walk walk = engine().begin(passes, retention);
        try {
            List<Ran> ran = new ArrayList<>();
            for (int i = 0; i < passes.size(); i++) {
                ran.add(new Ran(comparison.lanes().get(i), passes.get(i).weights(), walk.activations().get(i),
                        passes.get(i).interventions()));
            }
            Looks looks = new Looks(ran);
            long nanos = following.walk(walk, looks);
            int computed = ran.stream().mapToInt(each -> each.activations().computed().size()).sum();
            return new Results(comparison, setting, ran, looks.made(), nanos / 1e6, computed, walk.footprint());
        } catch (RuntimeException | Error failure) {
            walk.close();
            throw failure;
        }
    }

    /** Whether the lanes would fit in memory without what is held now. */
    synchronized boolean fits(Comparison comparison, Setting setting, Retention retention, Progress progress) {
        Footprint footprint = engine().footprint(passes(comparison, setting, progress), retention);
        return footprint.needed() - footprint.held() <= footprint.available();
    }

    private List<Pass> passes(Comparison comparison, Setting setting, Progress progress) {
        LaneWeights drawn = weights(comparison.drawn(), setting.seed(), setting.given(), engine());
        Pictures pictures = pictures(setting);
        List<Pass> passes = new ArrayList<>();
        for (Lane lane : comparison.lanes()) {
            Interventions interventions = setting.interventions().in(lane);
            Weights weights = drawn.of(lane, setting.knob(), interventions, progress);
            passes.add(new Pass(lane.shapes(), weights, pictures, interventions));
        }
        return passes;
    }

    private Ran run(Lane lane, Weights weights, Interventions interventions, Setting setting, Progress progress) {
        Activations activations = engine().run(new Pass(lane.shapes(), weights, pictures(setting), interventions),
                progress);
        return new Ran(lane, weights, activations, interventions);
    }

    private static Pictures pictures(Setting setting) {
        ChosenPicture chosen = setting.picture();
        Map<Shape, Tensor> fitted = new ConcurrentHashMap<>();
        return input -> fitted.computeIfAbsent(input,
                _ -> Fitting.toTensor(chosen.picture(), chosen.box(input), input));
    }

    /**
     * What a merge does to the layer that reads it next, in all variants, whichever are shown. What was run for it is
     * let go again, and stays in the memo while there is room.
     *
     * @throws CancellationException if {@code progress} called it off
     */
    synchronized NextLayer prove(Comparison comparison, Setting setting, NodeId merge, Progress progress) {
        List<Ran> ran = new ArrayList<>();
        List<Ran> untouched = new ArrayList<>();
        try {
            for (Variant variant : NextLayers.VARIANTS) {
                Lane lane = comparison.lanes().stream().filter(each -> each.variant() == variant).findFirst()
                        .orElseGet(() -> variant.of(comparison.drawn()));
                Interventions interventions = setting.interventions().in(lane);
                ran.add(run(lane, interventions, comparison, setting, progress));
                if (!setting.interventions().isNone()) {
                    untouched.add(run(lane, Interventions.none(), comparison, setting, progress));
                }
            }
            return new NextLayers(comparison.drawn(), merge, ran, untouched)
                    .look(setting.knob(), engine(), pictures(setting), progress);
        } catch (RunTooLarge refusal) {
            // The lanes that are shown may well have fitted.
            return new NoEffect(merge, "All three lanes at once do not fit in memory. " + refusal.getMessage());
        } finally {
            Stream.of(ran, untouched).flatMap(List::stream).forEach(each -> each.activations().close());
        }
    }

    private Ran run(Lane lane, Interventions interventions, Comparison comparison, Setting setting, Progress progress) {
        LaneWeights drawn = weights(comparison.drawn(), setting.seed(), setting.given(), engine());
        return run(lane, drawn.of(lane, setting.knob(), interventions, progress), interventions, setting, progress);
    }

    /**
     * A lane's weights as the knob has them.
     *
     * @throws CancellationException if {@code progress} called it off
     */
    synchronized Weights weights(Lane lane, Comparison comparison, Setting setting, Progress progress) {
        return weights(comparison.drawn(), setting.seed(), setting.given(), engine())
                .of(lane, setting.knob(), Interventions.none(), progress);
    }

    /**
     * Goes back through lanes that were run; other lanes may be run meanwhile.
     *
     * @throws CancellationException if {@code progress} called it off
     */
    List<LaneGradients> gradients(Results ran, Objective objective, Progress progress) {
        Pictures pictures = pictures(ran.setting());
        List<LaneGradients> found = new ArrayList<>();
        try {
            for (Ran lane : ran.lanes()) {
                found.add(LaneGradients.of(lane, started.orElseThrow().tapes(), pictures, objective, progress));
            }
            return found;
        } catch (RuntimeException | Error failure) {
            found.forEach(LaneGradients::close);
            throw failure;
        }
    }

    /**
     * Rebuilds the picture from a node's tensors in some variants; other lanes may be run meanwhile.
     *
     * @throws CancellationException if {@code progress} called it off
     */
    Survival survival(Results ran, NodeId node, List<Variant> variants, Progress progress) {
        List<LaneToRead> lanes = new ArrayList<>();
        for (Variant variant : variants) {
            Lane lane = variant.of(ran.comparison().drawn());
            Interventions interventions = ran.setting().interventions().in(lane);
            lanes.add(new LaneToRead(lane, weights(lane, ran, interventions, progress), interventions));
        }
        return Survival.of(node, lanes, pictures(ran.setting()), start().engine(), progress);
    }

    private synchronized Weights weights(Lane lane, Results ran, Interventions interventions, Progress progress) {
        return weights(ran.comparison().drawn(), ran.setting().seed(), ran.setting().given(), engine())
                .of(lane, ran.setting().knob(), interventions, progress);
    }

    private Engine engine() {
        return start().engine();
    }

    /** Starts the engine unless it has started. */
    EngineStart start() {
        return started.orElseGet(this::startFirst);
    }

    private synchronized EngineStart startFirst() {
        if (started.isEmpty()) {
            started = Optional.of(engineStart.get());
        }
        return started.get();
    }

    /** @param given that this very network came with */
    private LaneWeights weights(Network drawn, long seed, GivenWeights given, Engine engine) {
        LaneWeights known = weights.stream()
                .filter(each -> each.network() == drawn && each.seed() == seed && each.given() == given).findFirst()
                .orElseGet(() -> new LaneWeights(drawn, seed, given, engine));
        weights.remove(known);
        weights.addFirst(known);
        if (weights.size() > NETWORKS) {
            weights.removeLast();
        }
        return known;
    }

    @Override
    public synchronized void close() {
        started.ifPresent(each -> each.engine().close());
    }
}
