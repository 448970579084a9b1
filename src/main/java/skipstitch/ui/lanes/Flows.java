package skipstitch.ui.lanes;

import java.util.Optional;
import skipstitch.explain.gradients.LaneGradients;
import skipstitch.explain.gradients.LogScale;
import skipstitch.network.Edge;
import skipstitch.session.Gradients;
import skipstitch.session.Session;

/** Draws gradients on the lanes' edges, all on one scale, while somebody looks at them. */
final class Flows {
    private final LanesView lanes;
    private final Gradients gradients;

    /** To be made after all else that follows the session's lanes. */
    Flows(LanesView lanes, Session session) {
        this.lanes = lanes;
        this.gradients = session.sheets().gradients();
        gradients.found().subscribe(_ -> show());
        gradients.staleProperty().subscribe(_ -> show());
        session.comparison().subscribe(_ -> show());
    }

    private void show() {
        Optional<Gradients.Found> found = gradients.found().get();
        boolean stale = gradients.staleProperty().get();
        for (LaneView lane : lanes.lanes()) {
            Optional<LaneGradients> back = found.stream().flatMap(each -> each.lanes().stream())
                    .filter(each -> each.ran().lane().variant() == lane.lane().variant()).findFirst();
            lane.flow(edge -> back.flatMap(each -> flow(each, edge, found.orElseThrow().scale(), stale)));
        }
    }

    private static Optional<Flow> flow(LaneGradients back, Edge edge, LogScale scale, boolean stale) {
        return Optional.ofNullable(back.byEdge().get(edge))
                .map(length -> new Flow(scale.share(length), LogScale.words(length), stale));
    }
}
