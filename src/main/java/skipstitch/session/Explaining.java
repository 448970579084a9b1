package skipstitch.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import skipstitch.explain.steps.Step;
import skipstitch.explain.steps.StepExplainer;
import skipstitch.explain.steps.Stepper;
import skipstitch.network.NodeId;
import skipstitch.session.Runner.Slot;

/** What is to be said where the session steps, made in the background. Used on the window's thread. */
final class Explaining {
    private final Session session;
    private final Runner runner;
    private final Stepping stepping;
    final ReadOnlyObjectWrapper<Optional<Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StepsBeside beside = new StepsBeside();
    private Optional<Known> known = Optional.empty();

    /** Makes the steps of one run, as long as the same merge has the colours. */
    private record Known(Results results, NodeId merge, StepExplainer explainer) {}

    Explaining(Session session, Runner runner, Stepping stepping) {
        this.session = session;
        this.runner = runner;
        this.stepping = stepping;
        stepping.stepper().subscribe(this::explain);
        session.results().subscribe(_ -> explain(stepping.stepper().get()));
        session.merge().subscribe(_ -> explain(stepping.stepper().get()));
        session.neighbours().all().subscribe(_ -> explain(stepping.stepper().get()));
    }

    private void explain(Stepper at) {
        Optional<Results> current = session.results().get()
                .filter(found -> found.comparison().lanes().equals(at.route().lanes()));
        // The run before may be closed as soon as there is another.
        runner.cancel(Slot.STEP);
        if (!stepping.isIn()) {
            step.set(Optional.empty());
        } else if (current.isPresent()) {
            StepExplainer explainer = explainer(current.get(), session.merge().get());
            List<Beside> all = session.neighbours().all().get();
            NodeId merge = session.merge().get();
            runner.submit(Slot.STEP, _ -> explainer.explain(at).and(beside.of(at, all, merge)), fresh -> step.set(Optional.of(fresh)), session::fail);
        }
    }

    private StepExplainer explainer(Results results, NodeId merge) {
        Known fitting = known.filter(each -> each.results() == results && each.merge().equals(merge)).orElseGet(() ->
                new Known(results, merge, new StepExplainer(results.comparison().drawn(), results.lanes(), merge)));
        known = Optional.of(fitting);
        return fitting.explainer();
    }
}
