package skipstitch.ui.drawing;

import java.nio.IntBuffer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import skipstitch.tensor.Tensor;

/** Images of whole device pixels, which the renderer has nothing to smooth in. */
public final class Pixels {
    private Pixels() {}

    /** @param argb premultiplied, row by row; given away */
    public static Image image(int[] argb, int width, int height) {
        return new WritableImage(new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }

    /** What a pixel of a picture looks like, ARGB: of 3 channels, or 1, from 0 to 1. */
    public static int colour(Tensor picture, int y, int x) {
        int colour = 0xff;
        for (int c = 0; c < 3; c++) {
            float value = picture.at(picture.shape().channels() == 3 ? c : 0, y, x);
            colour = colour << 8 | Math.round(0xff * Math.clamp(value, 0f, 1f));
        }
        return colour;
    }

    /** Shows an image one device pixel to a pixel, in a view that stands at {@code scale} device pixels a unit. */
    public static void show(ImageView view, Image image, double scale) {
        view.setImage(image);
        view.setFitWidth(image.getWidth() / scale);
        view.setFitHeight(image.getHeight() / scale);
    }

    /** Device pixels to a layout unit where the node is shown; the window counts as 1 off screen. */
    public static double outputScale(Node node) {
        Window window = node.getScene() == null ? null : node.getScene().getWindow();
        return node.getLocalToSceneTransform().getMxx() * (window == null ? 1 : window.getOutputScaleX());
    }

    /** The point nearest to one in a node that falls on a corner of a device pixel where the node is shown. */
    public static Point2D snapped(Node node, double x, double y) {
        double device = outputScale(node);
        double window = device / node.getLocalToSceneTransform().getMxx();
        Point2D scene = node.localToScene(x, y).multiply(window);
        return new Point2D(x + (Math.rint(scene.getX()) - scene.getX()) / device,
                y + (Math.rint(scene.getY()) - scene.getY()) / device);
    }

    /** Repeats something whenever the node comes to stand on a screen of another scale. */
    public static void onScaleChange(Node node, Runnable repaint) {
        node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty)
                .subscribe(_ -> repaint.run());
    }
}
