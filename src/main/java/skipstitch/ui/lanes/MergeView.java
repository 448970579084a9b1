package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import skipstitch.network.Layer;
import skipstitch.network.layout.Box;

/** A merge on the trunk: a ring with the sign of what it does. */
final class MergeView extends NodeView {
    private static final double BELOW_RING = Box.AXIS + Box.MERGE_RADIUS + 4;

    private final List<Caption> captions = new ArrayList<>();

    MergeView(Face face) {
        super(face);
        getStyleClass().add("merge");
        double width = face.kind().width();
        double x = width / 2;
        double y = Box.AXIS;
        Circle halo = new Circle(x, y, Box.MERGE_RADIUS + 4);
        halo.getStyleClass().add("merge-halo");
        Circle ring = new Circle(x, y, Box.MERGE_RADIUS);
        ring.getStyleClass().add("merge-ring");
        Group sign = sign(face.node().layer());
        sign.relocate(0, 0);
        sign.setLayoutX(x);
        sign.setLayoutY(y);
        sign.setMouseTransparent(true);
        getChildren().addAll(halo, ring, sign);
        if (face.fits()) {
            captions.add(new Caption(centred(face.title(), "node-title", 0, 72, width)));
            captions.add(new Caption(centred(face.words(), "node-shape", 0, 89, width)));
            captions.forEach(caption -> getChildren().add(caption.label()));
        } else {
            getChildren().add(why(face.words(), -8, 72, width + 16));
        }
    }

    @Override
    void lookFrom(double zoom) {
        for (int line = 0; line < captions.size(); line++) {
            if (Caption.isFar(zoom)) {
                captions.get(line).far(zoom, line, BELOW_RING);
            } else {
                captions.get(line).near();
            }
        }
    }

    @Override
    double pictureSize() {
        return CardView.PICTURE;
    }

    /** Around the origin: a plus, two bars one over the other, a cross, or an arrow that passes through. */
    static Group sign(Layer layer) {
        return switch (layer) {
            case Layer.Add _ -> new Group(stroke(-9, 0, 9, 0), stroke(0, -9, 0, 9));
            case Layer.Concat _ -> new Group(bar(-9, "skip-fill"), bar(2, "main-fill"));
            case Layer.Multiply _, Layer.Gate _ -> new Group(stroke(-7, -7, 7, 7), stroke(-7, 7, 7, -7));
            default -> new Group(stroke(-10, 0, 10, 0), stroke(4, -6, 10, 0), stroke(4, 6, 10, 0));
        };
    }

    private static Line stroke(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add("merge-sign");
        return line;
    }

    private static Rectangle bar(double y, String style) {
        Rectangle bar = new Rectangle(-11, y, 22, 8);
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        bar.getStyleClass().add(style);
        return bar;
    }
}
