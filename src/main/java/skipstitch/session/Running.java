package skipstitch.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.engine.Progress;
import skipstitch.engine.Retention;
import skipstitch.engine.RunTooLarge;
import skipstitch.engine.Weights;
import skipstitch.explain.Inspection;
import skipstitch.explain.Inspector;
import skipstitch.explain.Ran;
import skipstitch.explain.SideBySide;
import skipstitch.explain.gradients.GradientInspection;
import skipstitch.explain.gradients.LaneGradients;
import skipstitch.explain.gradients.Objective;
import skipstitch.explain.survival.Survival;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Runner.Slot;
import skipstitch.session.Session.Status;

/** What the engine does for a session, in the background, and what came back of it. Used on the window's thread. */
final class Running implements AutoCloseable {
    private final Runner runner;
    private final LaneRuns runs;
    private final Consumer<Notice> tell;
    private final Consumer<Throwable> fail;
    private final Runnable shown;
    private final Turn turn = new Turn();
    private Optional<UnderWay> underWay = Optional.empty();
    final Proving proving;

    private Function<Comparison, Optional<List<Ran>>> instead = _ -> Optional.empty();
    private Retention retention = Retention.ALL;

    private record UnderWay(Comparison lanes, Setting setting) {}

    final ReadOnlyObjectWrapper<Optional<Headway>> headway = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<Optional<Results>> results = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<Optional<Inspection>> inspection = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.STARTING);
    final ReadOnlyObjectWrapper<String> engineName = new ReadOnlyObjectWrapper<>("");

    /**
     * @param engineStart called once, in the background
     * @param tell        says a sentence to the person
     * @param fail        says what went wrong
     * @param shown       called before other tensors are shown
     */
    Running(Runner runner, Supplier<EngineStart> engineStart, Consumer<Notice> tell, Consumer<Throwable> fail,
            Runnable shown) {
        this.runner = runner;
        this.runs = new LaneRuns(engineStart);
        this.tell = tell;
        this.fail = fail;
        this.shown = shown;
        this.proving = new Proving(runner, runs, results, fail);
    }

    /**
     * Runs the lanes. A run that is under way is called off, unless it is one of the same lanes on the same picture:
     * that one ends first, so that a hand that turns the knob sees something.
     */
    void run(Comparison lanes, Setting setting, Supplier<Optional<Looking>> looking) {
        boolean turned = underWay.filter(each -> each.lanes() == lanes && each.setting().isTurned(setting)).isPresent();
        Runnable begin = () -> begin(lanes, setting, looking);
        status.set(runs.started().isEmpty() ? Status.STARTING : Status.RUNNING);
        if (turned) {
            turn.want(begin);
        } else {
            turn.now(begin);
        }
    }

    /** Runs lanes that stand beside; called in the background. */
    Results run(Comparison lanes, Setting setting, Progress progress) {
        return runs.run(lanes, setting, progress);
    }

    private void begin(Comparison lanes, Setting setting, Supplier<Optional<Looking>> looking) {
        UnderWay begun = new UnderWay(lanes, setting);
        underWay = Optional.of(begun);
        headway.set(Optional.empty());
        Gently<Headway> tell = new Gently<>(runner, fresh -> {
            if (underWay.filter(each -> each == begun).isPresent()) {
                nameEngine();
                status.set(Status.RUNNING);
                headway.set(Optional.of(fresh));
            }
        });
        runner.submit(Slot.RUN, ticket -> runs.run(lanes, setting, retention,
                new Following(lanes, () -> !ticket.isCancelled(), tell)), fresh -> publish(fresh, looking), failure -> {
                    nameEngine();
                    ended();
                    if (turn.isWaiting()) {
                        turn.ended();
                    } else if (isInTheWay(failure)) {
                        letGo();
                        begin(lanes, setting, looking);
                    } else {
                        turn.free();
                        status.set(Status.FAILED);
                        fail.accept(failure);
                    }
                });
    }

    private void ended() {
        underWay = Optional.empty();
        headway.set(Optional.empty());
    }

    /** Whether there is room without what an earlier run found. */
    private boolean isInTheWay(Throwable failure) {
        return failure instanceof RunTooLarge refusal && results.get().isPresent()
                && refusal.needed() - refusal.footprint().held() <= refusal.available();
    }

    /** Forgets what was found. */
    private void letGo() {
        Optional<Results> before = results.get();
        forget();
        results.set(Optional.empty());
        before.ifPresent(runner::dispose);
    }

    /** Calls off the run that is under way. How far it had come; empty if nothing is under way. */
    Optional<Stopped> stop() {
        if (underWay.isEmpty()) {
            return Optional.empty();
        }
        Stopped stopped = new Stopped(headway.get());
        runner.cancel(Slot.RUN);
        turn.free();
        ended();
        status.set(Status.STOPPED);
        return Optional.of(stopped);
    }

    /** @param headway as it was shown last */
    record Stopped(Optional<Headway> headway) {}

    /** Whether lanes would fit if only what is still to be read were kept; called in the background. */
    boolean fitsSparingly(Comparison lanes, Setting setting, Progress progress) {
        return runs.fits(lanes, setting, Retention.WHAT_IS_TO_BE_READ, progress);
    }

    /** What the next runs keep. */
    void keep(Retention wanted) {
        retention = wanted;
    }

    Retention retention() {
        return retention;
    }

    /**
     * What is looked at.
     *
     * @param comparison the lanes that stand on the screen
     * @param node       whose tensors are shown
     * @param merge      whose branches have colours
     * @param beside     what stands beside
     */
    record Looking(Comparison comparison, NodeId node, NodeId merge, List<Beside> beside) {

        Optional<Inspection> inspect(List<Ran> lanes) {
            return SideBySide.of(comparison.drawn(), Inspector.inspect(comparison.drawn(), lanes, node, merge),
                    beside.stream().map(each -> each.inspect(node, merge)).toList());
        }
    }

    private void publish(Results fresh, Supplier<Optional<Looking>> looking) {
        nameEngine();
        Optional<Results> before = results.get();
        results.set(Optional.of(fresh));
        ended();
        if (!turn.ended()) {
            status.set(Status.IDLE);
        }
        // Supersedes what still looks into the results before, which may then go.
        inspect(looking.get());
        before.ifPresent(runner::dispose);
    }

    /** Says which engine computes, and why if it is not the wanted one, as soon as that is known. */
    private void nameEngine() {
        runs.started().filter(_ -> engineName.get().isEmpty()).ifPresent(started -> {
            engineName.set(started.engine().name());
            started.notice().ifPresent(tell);
        });
    }

    /** A lane's weights as the knob has them; called in the background. */
    Weights weights(Lane lane, Comparison lanes, Setting setting, Progress progress) {
        return runs.weights(lane, lanes, setting, progress);
    }

    /** Goes back through lanes that were run; called in the background. */
    List<LaneGradients> gradients(Results ran, Objective objective, Progress progress) {
        return runs.gradients(ran, objective, progress);
    }

    /** Rebuilds the picture from a node's tensors; called in the background. */
    Survival survival(Results ran, NodeId node, List<Variant> variants, Progress progress) {
        return runs.survival(ran, node, variants, progress);
    }

    /** Starts the engine unless it has started; called in the background. */
    EngineStart engineStart() {
        return runs.start();
    }

    /** @param instead what is looked at in the place of the results of a comparison, if anything */
    void lookInstead(Function<Comparison, Optional<List<Ran>>> instead) {
        this.instead = instead;
    }

    /** Looks into the results, if they are of the lanes that stand on the screen. */
    void inspect(Optional<Looking> wanted) {
        if (wanted.isEmpty()) {
            forget();
            return;
        }
        Looking at = wanted.get();
        results.get().filter(found -> found.comparison() == at.comparison()).ifPresent(found ->
                runner.submit(Slot.EXPLAIN, inspection(at, found), fresh -> {
                            shown.run();
                            inspection.set(fresh);
                        }, fail));
        proving.look(at);
    }

    private Runner.Job<Optional<Inspection>> inspection(Looking at, Results found) {
        Optional<List<Ran>> gradients = instead.apply(at.comparison());
        return _ -> gradients.map(each -> GradientInspection.of(at.comparison().drawn(), each, at.node(), at.merge()))
                .orElseGet(() -> at.inspect(found.lanes()));
    }

    /** The same lanes with their nodes in other places: what was found stays. Whether anything was. */
    boolean moved(Comparison before, Comparison now) {
        Optional<Results> found = results.get().filter(each -> each.comparison() == before);
        found.ifPresent(each -> results.set(Optional.of(each.of(now))));
        return found.isPresent();
    }

    /** There is nothing to run. */
    void rest() {
        runner.cancel(Slot.RUN);
        ended();
        turn.free();
        forget();
        status.set(Status.IDLE);
    }

    /** Nothing is inspected, and an inspection on its way is not shown. */
    void forget() {
        stopLooking();
        proving.forget();
        inspection.set(Optional.empty());
    }

    void stopLooking() {
        proving.stop();
        runner.cancel(Slot.EXPLAIN);
    }

    @Override
    public void close() {
        results.get().ifPresent(runner::dispose);
        runner.dispose(runs);
        runner.close();
    }
}
