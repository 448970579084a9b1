package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import skipstitch.ui.drawing.Words;

/** A layer in a row: its picture, its title, its shape, and below what this lane's choice costs here. */
class CardView extends NodeView {
    /** World units of a card's or merge's picture. */
    static final double PICTURE = 48;
    private static final double PICTURE_TOP = 8;
    private static final double BADGE_OVERHANG = 22;
    private static final int SHORT_BADGE = 13;
    /** As many weights and more are told in millions, which a badge has room for. */
    private static final long MANY = 1_000_000;
    /** World units of the picture when looked at from afar: it is all that is on the card. */
    private static final double FAR_PICTURE = 80;

    private final Rectangle frame;
    private final List<Caption> captions = new ArrayList<>();
    private double pictureSize = PICTURE;

    CardView(Face face) {
        super(face);
        getStyleClass().add("node-card");
        double width = face.kind().width();
        double left = (width - PICTURE) / 2;
        picture().relocate(left, PICTURE_TOP);
        frame = frame(left, PICTURE_TOP, PICTURE);
        if (face.fits()) {
            getChildren().addAll(frame, picture(), halo(), mark());
            caption(centred(face.title(), "node-title", 0, 59, width));
            caption(centred(face.words(), "node-shape", 0, 77, width));
        } else {
            getChildren().addAll(centred(face.title(), "node-title", 0, 8, width), why(face.words(), 2, 36, width - 4));
        }
        if (face.extraParams() > 0) {
            long extra = face.extraParams();
            String words = "+" + (extra < MANY ? Words.count(extra) : Words.millions(extra)) + " weights";
            double overhang = words.length() <= SHORT_BADGE ? 12 : BADGE_OVERHANG;
            caption(centred(words, "cost-badge", -overhang, face.kind().height() - 8, width + 2 * overhang));
        }
    }

    private void caption(Label label) {
        getChildren().add(label);
        captions.add(new Caption(label));
    }

    @Override
    void lookFrom(double zoom) {
        boolean far = Caption.isFar(zoom) && face().fits();
        pictureSize = far ? FAR_PICTURE : PICTURE;
        double left = (face().kind().width() - pictureSize) / 2;
        picture().relocate(left, PICTURE_TOP);
        frame.setX(left - 0.5);
        frame.setWidth(pictureSize + 1);
        frame.setHeight(pictureSize + 1);
        if (!captions.isEmpty() && face().fits()) {
            captions.getFirst().label().setText(far ? farTitle() : face().title());
        }
        for (int line = 0; line < captions.size(); line++) {
            if (far) {
                captions.get(line).far(zoom, line, face().kind().height());
            } else {
                captions.get(line).near();
            }
        }
    }

    /** The title when looked at from afar, where the picture leaves no room for anything else on the card. */
    String farTitle() {
        return face().title();
    }

    @Override
    double pictureSize() {
        return pictureSize;
    }
}
