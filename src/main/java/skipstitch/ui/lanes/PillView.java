package skipstitch.ui.lanes;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A layer above the trunk, on a skip: its picture beside its title and shape. */
final class PillView extends NodeView {
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final double PICTURE = 32;
    /** From beside the picture to where it stands with no picture. */
    private static final double TO_MIDDLE = -20;

    private DoubleConsumer arrange = _ -> {};

    PillView(Face face) {
        super(face);
        getStyleClass().addAll("node-card", "pill");
        double width = face.kind().width();
        picture().relocate(8, 8);
        if (face.fits()) {
            Label title = centred(face.title(), "node-title", 44, 4, width - 48);
            Caption caption = new Caption(title);
            List<Node> near = List.of(frame(8, 8, PICTURE), picture(), centred(face.words(), "node-shape", 44, 22, width - 48));
            getChildren().addAll(near);
            getChildren().addAll(halo(), mark(), title);
            arrange = zoom -> arrange(caption, near, zoom);
        } else {
            getChildren().add(why(face.words(), 4, 4, width - 8));
        }
    }

    /** From afar there is room for the title alone. */
    private void arrange(Caption title, List<Node> near, double zoom) {
        boolean far = Caption.isFar(zoom);
        near.forEach(each -> each.setVisible(!far));
        pseudoClassStateChanged(FAR, far);
        title.label().setTranslateX(far ? TO_MIDDLE : 0);
        if (far) {
            title.far(zoom, 0, (face().kind().height() - Caption.LINE / zoom) / 2);
        } else {
            title.near();
        }
    }

    @Override
    void lookFrom(double zoom) {
        arrange.accept(zoom);
    }

    @Override
    double pictureSize() {
        return PICTURE;
    }
}
