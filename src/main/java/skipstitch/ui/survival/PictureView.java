package skipstitch.ui.survival;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Pixels;

/** A picture with a heading and two lines below, as large as its room allows, in whole pixels where it is enlarged. */
final class PictureView extends Region {
    private static final double BETWEEN = 4;

    private final Tensor picture;
    private final Label title;
    private final Label figure;
    private final Label below;
    private final ImageView image = new ImageView();

    PictureView(String id, Tensor picture, String title, String figure, String below) {
        this.picture = picture;
        this.title = new Label(title);
        this.figure = new Label(figure);
        this.below = new Label(below);
        setId(id);
        setAccessibleText(title + ": " + figure + ", " + below);
        this.title.getStyleClass().add("chart-title");
        this.figure.getStyleClass().add("survival-figure");
        this.below.getStyleClass().add("depth-note");
        getChildren().addAll(this.title, image, this.figure, this.below);
    }

    /** Height of all but the picture. */
    double words() {
        return title.prefHeight(-1) + figure.prefHeight(-1) + below.prefHeight(-1) + 2 * BETWEEN;
    }

    /** Width of the widest line. */
    double widest() {
        return Math.max(title.prefWidth(-1), Math.max(figure.prefWidth(-1), below.prefWidth(-1)));
    }

    /** Takes the size that comes of a picture of at most so many units a side. */
    void fit(double side) {
        double device = Pixels.outputScale(this);
        int width = picture.shape().width();
        int height = picture.shape().height();
        double scale = Math.max(1, side * device) / Math.max(width, height);
        scale = scale >= 1 ? Math.floor(scale) : scale;
        int wide = Math.max(1, (int) Math.floor(width * scale));
        int high = Math.max(1, (int) Math.floor(height * scale));
        Pixels.show(image, Pixels.image(pixels(wide, high), wide, high), device);
        resize(Math.max(image.getFitWidth(), widest()), image.getFitHeight() + words());
    }

    private int[] pixels(int wide, int high) {
        int[] argb = new int[wide * high];
        for (int i = 0; i < argb.length; i++) {
            int y = i / wide * picture.shape().height() / high;
            int x = i % wide * picture.shape().width() / wide;
            argb[i] = Pixels.colour(picture, y, x);
        }
        return argb;
    }

    @Override
    protected void layoutChildren() {
        title.autosize();
        figure.autosize();
        below.autosize();
        title.relocate(0, 0);
        image.relocate(0, Math.rint(title.getHeight() + BETWEEN));
        figure.relocate(0, title.getHeight() + 2 * BETWEEN + image.getFitHeight());
        below.relocate(0, figure.getLayoutY() + figure.getHeight());
    }
}
