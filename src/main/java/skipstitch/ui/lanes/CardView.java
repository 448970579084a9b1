package skipstitch.ui.lanes;

import javafx.scene.control.Label;
import skipstitch.ui.drawing.Words;

/** A layer in a row: its picture, its title, its shape, and below what this lane's choice costs here. */
class CardView extends NodeView {
    /** World units of a card's or merge's picture. */
    static final double PICTURE = 48;
    private static final double PICTURE_TOP = 8;
    private static final double BADGE_OVERHANG = 22;
    private static final int SHORT_BADGE = 13;

    CardView(Face face) {
        super(face);
        getStyleClass().add("node-card");
        double width = face.kind().width();
        double left = (width - PICTURE) / 2;
        picture().relocate(left, PICTURE_TOP);
        if (face.fits()) {
            getChildren().addAll(frame(left, PICTURE_TOP, PICTURE), picture(), halo(), mark(),
                    centred(face.title(), "node-title", 0, 59, width),
                    centred(face.words(), "node-shape", 0, 77, width));
        } else {
            getChildren().addAll(centred(face.title(), "node-title", 0, 8, width), why(face.words(), 2, 36, width - 4));
        }
        if (face.extraParams() > 0) {
            String words = "+" + Words.count(face.extraParams()) + " weights";
            double overhang = words.length() <= SHORT_BADGE ? 12 : BADGE_OVERHANG;
            Label badge = centred(words, "cost-badge", -overhang, face.kind().height() - 8, width + 2 * overhang);
            getChildren().add(badge);
        }
    }

    @Override
    double pictureSize() {
        return PICTURE;
    }
}
