package skipstitch.session;

import java.util.ArrayList;
import java.util.List;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.StepExplainer;
import skipstitch.explain.steps.Stepper;
import skipstitch.network.NodeId;

/** What is to be said of a step in the networks beside. Asked in the background, by one thread at a time. */
final class StepsBeside {
    private List<Known> known = List.of();

    private record Known(Results results, NodeId merge, StepExplainer explainer) {}

    /**
     * One step a lane, of those that were run.
     *
     * @param merge whose branches have colours in the network that is edited
     */
    List<LaneStep> of(Stepper at, List<Beside> all, NodeId merge) {
        List<Known> now = new ArrayList<>();
        List<LaneStep> steps = new ArrayList<>();
        for (Beside beside : all) {
            beside.results().ifPresent(results -> {
                Known fitting = fitting(results, beside.merge(at.node(), merge));
                now.add(fitting);
                steps.addAll(fitting.explainer().beside(at));
            });
        }
        known = now;
        return steps;
    }

    private Known fitting(Results results, NodeId merge) {
        return known.stream().filter(each -> each.results() == results && each.merge().equals(merge)).findFirst()
                .orElseGet(() -> new Known(results, merge,
                        new StepExplainer(results.comparison().drawn(), results.lanes(), merge)));
    }
}
