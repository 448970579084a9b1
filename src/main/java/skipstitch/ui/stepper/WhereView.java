package skipstitch.ui.stepper;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import skipstitch.explain.reach.Mask;
import skipstitch.explain.reach.Reach;
import skipstitch.explain.steps.Ways;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.MaskOutline;
import skipstitch.ui.drawing.Pixels;

/** Which part of the picture a number comes from: by the skip, by the main branch, and by any way. */
final class WhereView extends VBox {
    private final Pane canvas = new Pane();
    private final ImageView view = new ImageView();

    WhereView(Ways ways, double side) {
        getStyleClass().add("where-view");
        setId("where-from");
        Label title = new Label("Where it came from");
        title.getStyleClass().add("side-title");
        getChildren().add(title);
        ways.picture().ifPresentOrElse(picture -> show(picture, ways, side), () -> {
            Label nowhere = new Label("From nowhere in the picture: it is the same for every picture.");
            nowhere.setWrapText(true);
            getChildren().add(nowhere);
        });
    }

    private void show(Ways.Picture picture, Ways ways, double side) {
        Shape shape = picture.tensor().shape();
        double scale = side / Math.max(shape.height(), shape.width());
        double width = Math.max(1, Math.floor(shape.width() * scale));
        double height = Math.max(1, Math.floor(shape.height() * scale));
        Pixels.show(view, paint(picture.tensor(), (int) width, (int) height), 1);
        canvas.getChildren().add(view);
        canvas.setMinSize(width, height);
        canvas.setMaxSize(width, height);
        VBox legend = new VBox();
        legend.getStyleClass().add("where-legend");
        outline(ways.from().all(), picture, width, height, "reach-all").ifPresent(size -> line(legend, "all-swatch", "together ", size));
        outline(ways.from().main(), picture, width, height, "reach-main").ifPresent(size -> line(legend, "main-swatch", "by F: ", size));
        outline(ways.from().skip(), picture, width, height, "reach-skip").ifPresent(size -> line(legend, "skip-swatch", "by the skip: ", size));
        HBox beside = new HBox(canvas, legend);
        beside.getStyleClass().add("where-beside");
        getChildren().add(beside);
    }

    private Optional<Mask> outline(Reach reach, Ways.Picture picture, double width, double height, String style) {
        Optional<Mask> mask = reach.mask(picture.input()).filter(each -> !each.isEmpty());
        mask.ifPresent(each -> {
            for (String layer : new String[] {"reach-halo", style}) {
                Path path = new Path();
                path.getStyleClass().add(layer);
                MaskOutline.draw(path, each, 0, 0, width / each.width(), height / each.height());
                canvas.getChildren().add(path);
            }
        });
        return mask;
    }

    private static void line(VBox legend, String swatch, String words, Mask mask) {
        Region colour = new Region();
        colour.getStyleClass().addAll("swatch", swatch);
        boolean whole = mask.count() == mask.box().height() * mask.box().width();
        Label size = new Label(words + mask.box().size() + (whole ? "" : ", " + mask.count() + " of them"));
        size.getStyleClass().add("where-size");
        HBox line = new HBox(colour, size);
        line.getStyleClass().add("where-line");
        legend.getChildren().addFirst(line);
    }

    /** In colours if there are three channels, else the first one in grey. */
    private static Image paint(Tensor picture, int width, int height) {
        Shape shape = picture.shape();
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = y * shape.height() / height;
                int column = x * shape.width() / width;
                int pixel = 0xff;
                for (int colour = 0; colour < 3; colour++) {
                    float value = picture.at(shape.channels() == 3 ? colour : 0, row, column);
                    pixel = pixel << 8 | Math.clamp(Math.round(value * 255), 0, 255);
                }
                argb[y * width + x] = pixel;
            }
        }
        return Pixels.image(argb, width, height);
    }
}
