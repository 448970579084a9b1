package skipstitch.ui.lanes;

/** A layer above the trunk, on a skip: its picture beside its title and shape. */
final class PillView extends NodeView {
    private static final double PICTURE = 32;

    PillView(Face face) {
        super(face);
        getStyleClass().addAll("node-card", "pill");
        double width = face.kind().width();
        picture().relocate(8, 8);
        if (face.fits()) {
            getChildren().addAll(frame(8, 8, PICTURE), picture(), halo(), mark(),
                    centred(face.title(), "node-title", 44, 4, width - 48),
                    centred(face.words(), "node-shape", 44, 22, width - 48));
        } else {
            getChildren().add(why(face.words(), 4, 4, width - 8));
        }
    }

    @Override
    double pictureSize() {
        return PICTURE;
    }
}
