package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Path;
import skipstitch.explain.reach.Mask;
import skipstitch.explain.reach.Reach;
import skipstitch.explain.steps.Ways;
import skipstitch.network.NodeId;
import skipstitch.ui.drawing.MaskOutline;

/** On a node's picture: which part of it a number depends on, the branches' shares apart, or which depends on it. */
final class ReachMark extends Group {

    private record Outline(Mask mask, Path halo, Path line) {}

    private final List<Outline> outlines = new ArrayList<>();

    private ReachMark() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Empty where there is nothing to mark. */
    static Optional<ReachMark> of(Ways ways, NodeId node) {
        ReachMark mark = new ReachMark();
        mark.add(ways.from().all(), node, "reach-all");
        mark.add(ways.from().main(), node, "reach-main");
        mark.add(ways.from().skip(), node, "reach-skip");
        if (mark.outlines.isEmpty()) {
            mark.add(ways.to(), node, "reach-to");
        }
        return mark.outlines.isEmpty() ? Optional.empty() : Optional.of(mark);
    }

    private void add(Reach reach, NodeId node, String style) {
        reach.mask(node).filter(mask -> !mask.isEmpty()).ifPresent(mask -> {
            Outline outline = new Outline(mask, new Path(), new Path());
            outline.halo().getStyleClass().add("reach-halo");
            outline.line().getStyleClass().add(style);
            outlines.add(outline);
            getChildren().addAll(outline.halo(), outline.line());
        });
    }

    /** On a picture of the node's map. */
    void place(ImageView picture) {
        for (Outline outline : outlines) {
            for (Path path : new Path[] {outline.halo(), outline.line()}) {
                MaskOutline.draw(path, outline.mask(), picture.getLayoutX(), picture.getLayoutY(),
                        picture.getFitWidth() / outline.mask().width(), picture.getFitHeight() / outline.mask().height());
            }
        }
    }
}
