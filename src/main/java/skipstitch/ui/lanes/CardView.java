package skipstitch.ui.lanes;

import javafx.scene.control.Label;
import skipstitch.network.Cost;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.ui.drawing.Words;

/** A layer on the trunk: its picture, its title, its shape, and below what this lane's choice costs here. */
final class CardView extends NodeView {
    CardView(Lane lane, Node node, Cost cost, long extraParams, Runnable select) {
        super(lane, node, cost, select);
        getStyleClass().add("node-card");
        setPrefSize(Metrics.CARD_WIDTH, Metrics.CARD_HEIGHT);
        double left = (Metrics.CARD_WIDTH - Metrics.PICTURE) / 2;
        picture().relocate(left, Metrics.PICTURE_TOP);
        getChildren().addAll(frame(left, Metrics.PICTURE_TOP, Metrics.PICTURE), picture(), halo(), mark(),
                centred(node.label(), "node-title", 0, 59, Metrics.CARD_WIDTH),
                centred(shapeText(lane, node.id()), "node-shape", 0, 77, Metrics.CARD_WIDTH));
        if (extraParams > 0) {
            Label badge = centred("+" + Words.count(extraParams) + " weights", "cost-badge", -12,
                    Metrics.CARD_HEIGHT - 8, Metrics.CARD_WIDTH + 24);
            getChildren().add(badge);
        }
    }
}
