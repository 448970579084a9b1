package skipstitch.ui.lanes;

import javafx.scene.control.Label;
import skipstitch.network.Cost;
import skipstitch.network.Lane;
import skipstitch.network.Node;

/** A layer above the trunk, on a skip: its picture beside its title and shape. */
final class PillView extends NodeView {
    static final double PICTURE = 32;

    PillView(Lane lane, Node node, Cost cost, Runnable select) {
        super(lane, node, cost, select);
        getStyleClass().addAll("node-card", "pill");
        setPrefSize(Metrics.PILL_WIDTH, Metrics.PILL_HEIGHT);
        picture().relocate(8, 8);
        Label title = centred(node.label(), "node-title", 44, 4, Metrics.PILL_WIDTH - 48);
        Label shape = centred(shapeText(lane, node.id()), "node-shape", 44, 22, Metrics.PILL_WIDTH - 48);
        getChildren().addAll(frame(8, 8, PICTURE), picture(), halo(), mark(), title, shape);
    }
}
