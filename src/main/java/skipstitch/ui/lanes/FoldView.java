package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A card that stands for a group of nodes: cards behind it, how often what is inside repeats, and its merges. */
final class FoldView extends CardView {
    private static final double BEHIND = 4;
    private static final double CORNER = 22;
    private static final double SIGN = 0.6;

    private final FoldFace fold;
    private final List<Node> tags = new ArrayList<>();

    FoldView(Face face, FoldFace fold) {
        super(face);
        this.fold = fold;
        getStyleClass().add("fold");
        getChildren().addFirst(behind(face, 1));
        getChildren().addFirst(behind(face, 2));
        if (fold.times() > 1) {
            tags.add(centred("×" + fold.times(), "fold-count", 1, 6, CORNER));
        }
        if (fold.merges() > 0 && face.fits()) {
            double left = face.kind().width() - CORNER - 1;
            Group sign = MergeView.sign(fold.merge());
            sign.getTransforms().add(new Scale(SIGN, SIGN));
            sign.setLayoutX(left + CORNER / 2);
            sign.setLayoutY(17);
            sign.setMouseTransparent(true);
            tags.add(sign);
            tags.add(centred(Integer.toString(fold.merges()), "fold-count", left, 26, CORNER));
        }
        getChildren().addAll(tags);
    }

    @Override
    void lookFrom(double zoom) {
        super.lookFrom(zoom);
        tags.forEach(tag -> tag.setVisible(!Caption.isFar(zoom)));
    }

    @Override
    String farTitle() {
        return fold.times() > 1 ? fold.title() + " ×" + fold.times() : fold.title();
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
