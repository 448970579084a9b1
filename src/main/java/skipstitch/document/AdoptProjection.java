package skipstitch.document;

import java.util.List;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;

/**
 * Makes a projection that a lane added part of the network: from then on every lane has it, and it can be edited.
 *
 * @param variant    the lane that added it
 * @param projection its id in that lane
 */
public record AdoptProjection(Variant variant, NodeId projection) implements Edit {

    @Override
    public Document apply(Document document) {
        Lane lane = variant.of(document.network());
        if (!lane.isAdded(projection)) {
            return document;
        }
        Node added = lane.network().node(projection);
        NodeId into = lane.network().consumers(projection).getFirst();
        Node merge = document.network().node(into);
        Network adopted = document.network().with(merge.withInlets(lane.network().node(into).inlets().stream()
                        .map(inlet -> lane.isAdded(inlet.source()) && !inlet.source().equals(projection)
                                ? merge.inlets().get(lane.network().node(into).inlets().indexOf(inlet)) : inlet).toList()))
                .inserted(into, List.of(added));
        return document.withNetwork(adopted, document.made()).withSelection(Selection.of(projection));
    }

    @Override
    public String name() {
        return "adopt " + projection;
    }
}
