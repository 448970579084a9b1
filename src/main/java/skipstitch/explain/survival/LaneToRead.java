package skipstitch.explain.survival;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skipstitch.engine.Pass;
import skipstitch.engine.Pictures;
import skipstitch.engine.Weights;
import skipstitch.intervention.Intervention;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * A lane that a picture is to be rebuilt from.
 *
 * @param interventions on the lane's edges
 */
public record LaneToRead(Lane lane, Weights weights, Interventions interventions) {

    /** A pass through what leads to a node, and no more. */
    Pass passTo(NodeId node, Pictures pictures) {
        Set<NodeId> needed = lane.network().reaching(List.of(node));
        Network part = new Network(lane.network().name(),
                lane.network().nodes().stream().filter(each -> needed.contains(each.id())).toList());
        Map<Edge, List<Intervention>> kept = new LinkedHashMap<>();
        interventions.byEdge().forEach((edge, done) -> {
            if (edge.isIn(part)) {
                kept.put(edge, done);
            }
        });
        return new Pass(Shapes.of(part), weights, pictures, new Interventions(kept));
    }
}
