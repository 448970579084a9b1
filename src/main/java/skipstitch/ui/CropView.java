package skipstitch.ui;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import javafx.stage.Window;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.network.Shape;
import skipstitch.document.ChosenPicture;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Pixels;

/** The whole picture with the part that the network sees; drag it, or move it by arrow keys; the slider sizes it. */
final class CropView extends HBox {
    private static final double SIDE = 200;

    private final Session session;
    private final Shape input;
    private final Pane stage = new Pane();
    private final Path veil = new Path();
    private final Rectangle frame = new Rectangle();
    private final Slider size = new Slider(0.2, 1, 1);
    private double scale = 1;
    private Point2D grabbedAt = Point2D.ZERO;
    private CropBox grabbed;

    CropView(Session session, Shape input) {
        this.session = session;
        this.input = input;
        getStyleClass().add("crop");
        stage.setId("crop");
        stage.getStyleClass().add("crop-stage");
        stage.setFocusTraversable(true);
        stage.setAccessibleText("The part that the network sees: arrow keys move it");
        stage.setCursor(Cursor.MOVE);
        veil.getStyleClass().add("crop-veil");
        veil.setFillRule(FillRule.EVEN_ODD);
        frame.getStyleClass().add("crop-frame");
        frame.setMouseTransparent(true);
        veil.setMouseTransparent(true);
        ImageView view = new ImageView();
        stage.getChildren().addAll(view, veil, frame);
        Label words = new Label("Drag the frame.\nThe network takes " + input + ".");
        words.getStyleClass().add("hint");
        size.setId("crop-size");
        size.setBlockIncrement(0.05);
        size.setTooltip(new Tooltip("How much of the picture is seen"));
        getChildren().addAll(stage, new VBox(10, words, new Label("Size"), size));

        stage.setOnMousePressed(event -> {
            stage.requestFocus();
            grabbedAt = new Point2D(event.getX(), event.getY());
            grabbed = box();
        });
        stage.setOnMouseDragged(this::drag);
        stage.setOnKeyPressed(this::key);
        Picture picture = session.picture().get().picture();
        grabbed = box();
        draw(view, picture);
        CropBox largest = CropBox.centred(picture, input);
        size.setValue(box().width() / largest.width());
        size.valueProperty().subscribe((_, now) -> resize(now.doubleValue(), largest));
        // A popover that is closed keeps its scene, but not its window on the screen.
        session.picture().when(stage.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty)
                .orElse(false)).subscribe(this::place);
    }

    private CropBox box() {
        return session.picture().get().box(input);
    }

    private void draw(ImageView view, Picture picture) {
        scale = SIDE / Math.max(picture.width(), picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.at(Math.min(picture.width() - 1, (int) ((i % width + 0.5) / scale)),
                    Math.min(picture.height() - 1, (int) ((i / width + 0.5) / scale)));
        }
        Pixels.show(view, Pixels.image(pixels, width, height), 1);
        stage.setMinSize(width, height);
        stage.setMaxSize(width, height);
        place(session.picture().get());
    }

    private void place(ChosenPicture chosen) {
        CropBox box = chosen.box(input);
        Picture picture = chosen.picture();
        frame.setX(box.x() * scale);
        frame.setY(box.y() * scale);
        frame.setWidth(box.width() * scale);
        frame.setHeight(box.height() * scale);
        veil.getElements().clear();
        outline(0, 0, picture.width() * scale, picture.height() * scale);
        outline(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
    }

    private void outline(double x, double y, double width, double height) {
        veil.getElements().addAll(new MoveTo(x, y), new HLineTo(x + width), new VLineTo(y + height), new HLineTo(x),
                new ClosePath());
    }

    /** Counts from where it was grabbed, so that the frame comes back from the picture's edge with the pointer. */
    private void drag(MouseEvent event) {
        session.picturing().crop(grabbed.movedBy((event.getX() - grabbedAt.getX()) / scale,
                (event.getY() - grabbedAt.getY()) / scale, session.picture().get().picture()));
    }

    private void key(KeyEvent event) {
        double step = Math.max(1, box().width() / 20);
        switch (event.getCode()) {
            case LEFT -> move(-step, 0);
            case RIGHT -> move(step, 0);
            case UP -> move(0, -step);
            case DOWN -> move(0, step);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double dx, double dy) {
        session.picturing().crop(box().movedBy(dx, dy, session.picture().get().picture()));
    }

    private void resize(double share, CropBox largest) {
        CropBox now = box();
        CropBox sized = new CropBox(now.x() + (now.width() - largest.width() * share) / 2,
                now.y() + (now.height() - largest.height() * share) / 2, largest.width() * share, largest.height() * share);
        session.picturing().crop(sized.movedBy(0, 0, session.picture().get().picture()));
    }
}
