package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.layout.Link;
import skipstitch.network.layout.Route;
import skipstitch.session.Comparison;

/**
 * An edge of a lane.
 *
 * @param here  the inlet that it enters in the lane
 * @param drawn the edge of the network as drawn that it stands for: the same, but where the lane took inlets away
 *              before it, or leads it by way of a projection
 */
record Wire(Edge here, Edge drawn, Node to, Inlet inlet, Route route) {

    /** All edges of a lane that come from somewhere. */
    static List<Wire> of(Comparison comparison, Lane lane) {
        List<Wire> wires = new ArrayList<>();
        for (Node node : lane.network().nodes()) {
            List<Link> links = Link.into(node);
            for (int i = 0; i < links.size(); i++) {
                Route route = comparison.layout().routes().get(links.get(i));
                if (route != null) {
                    Edge here = new Edge(node.id(), i);
                    wires.add(new Wire(here, drawn(comparison.drawn(), lane, here, links.get(i)), node,
                            node.inlets().get(i), route));
                }
            }
        }
        return wires;
    }

    private static Edge drawn(Network drawn, Lane lane, Edge here, Link link) {
        if (lane.isAdded(link.to())) {
            NodeId merge = lane.network().consumers(link.to()).getFirst();
            List<Inlet> inlets = lane.network().node(merge).inlets();
            return new Edge(merge, inlets.stream().map(Inlet::source).toList().indexOf(link.to()));
        }
        // A projection enters by the inlet of the edge that it stands for.
        return lane.isAdded(link.from()) ? here : new Edge(link.to(), Link.into(drawn.node(link.to())).indexOf(link));
    }

    /** Whether the lane leads the edge that was drawn by way of a projection, and this is a part of it. */
    boolean isAdded(Lane lane) {
        return !starts(lane) || !ends(lane);
    }

    /** Whether the edge that was drawn starts here. */
    boolean starts(Lane lane) {
        return !lane.isAdded(inlet.source());
    }

    /** Whether the edge that was drawn ends here. */
    boolean ends(Lane lane) {
        return !lane.isAdded(to.id());
    }
}
