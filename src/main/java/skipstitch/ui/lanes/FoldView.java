package skipstitch.ui.lanes;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A card that stands for a group of nodes: cards behind it, how often what is inside repeats, and its merges. */
final class FoldView extends CardView {
    private static final double BEHIND = 4;
    private static final double CORNER = 22;
    private static final double SIGN = 0.6;

    FoldView(Face face, FoldFace fold) {
        super(face);
        getStyleClass().add("fold");
        getChildren().addFirst(behind(face, 1));
        getChildren().addFirst(behind(face, 2));
        if (fold.times() > 1) {
            getChildren().add(centred("×" + fold.times(), "fold-count", 1, 6, CORNER));
        }
        if (fold.merges() > 0 && face.fits()) {
            double left = face.kind().width() - CORNER - 1;
            Group sign = MergeView.sign(fold.merge());
            sign.getTransforms().add(new Scale(SIGN, SIGN));
            sign.setLayoutX(left + CORNER / 2);
            sign.setLayoutY(17);
            sign.setMouseTransparent(true);
            Label count = centred(Integer.toString(fold.merges()), "fold-count", left, 26, CORNER);
            getChildren().addAll(sign, count);
        }
    }

    /** The edge of a card further back. */
    private static Region behind(Face face, int depth) {
        Region card = new Region();
        card.getStyleClass().add("fold-behind");
        card.setMouseTransparent(true);
        card.setViewOrder(depth);
        card.resizeRelocate(depth * BEHIND, -depth * BEHIND, face.kind().width(), face.kind().height());
        card.setManaged(false);
        return card;
    }
}
