package skipstitch.ui.proofs;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Pixels;

/** A small map in a frame, with its name below. */
final class ProofMap extends VBox {
    static final double SIDE = 54;
    private static final double FRAME = 2;

    private final ImageView map = new ImageView();
    private final Label caption = new Label();

    /** @param frame style class of the frame: a branch's, or none */
    ProofMap(String id, String words, String frame) {
        super(2);
        setId(id);
        setAlignment(Pos.TOP_CENTER);
        Region around = new Region() {
            {
                getChildren().add(map);
            }

            @Override
            protected void layoutChildren() {
                map.relocate(FRAME, FRAME);
            }
        };
        around.getStyleClass().addAll("proof-frame", frame);
        around.setMinSize(SIDE + 2 * FRAME, SIDE + 2 * FRAME);
        around.setMaxSize(SIDE + 2 * FRAME, SIDE + 2 * FRAME);
        caption.setText(words);
        caption.getStyleClass().addAll("proof-caption", frame);
        getChildren().addAll(around, caption);
    }

    void name(String words) {
        caption.setText(words);
    }

    /** @param map {@code [1, H, W]} */
    void show(Tensor tensor, ColourScale.Lookup colours) {
        double device = Pixels.outputScale(this);
        int side = Math.max(1, (int) Math.round(SIDE * device));
        int[] argb = new int[side * side];
        new Mosaic(1, side, side, 0).paint(tensor, 0, 1, colours, argb, side, 0);
        Pixels.show(map, Pixels.image(argb, side, side), device);
    }
}
