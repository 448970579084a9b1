package skipstitch.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import skipstitch.files.BuiltInPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.network.Shape;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.editing.SizeChoices;

/** The pictures that come with the app, one's own, and the part of the picture that the network sees. */
final class PictureChooser extends VBox {
    private static final int THUMBNAIL = 64;

    private final Session session;

    /** @param close called when a choice is made */
    PictureChooser(Session session, Runnable close) {
        this.session = session;
        getStyleClass().add("picture-chooser");
        TilePane gallery = new TilePane();
        gallery.getStyleClass().add("gallery");
        gallery.setPrefColumns(4);
        for (BuiltInPicture each : BuiltInPicture.values()) {
            gallery.getChildren().add(choice(each, close));
        }
        Button open = new Button("Open…");
        open.setId("picture-open");
        open.setTooltip(new Tooltip("Read a PNG, JPEG, GIF or BMP file (Ctrl+Shift+O)"));
        open.setOnAction(_ -> {
            close.run();
            session.filing().openPicture();
        });
        Label hint = new Label("or drop a file on the window, or paste one (Ctrl+V)");
        hint.getStyleClass().add("hint");
        HBox own = new HBox(open, hint);
        own.getStyleClass().add("own-row");
        getChildren().addAll(heading("Pictures"), gallery, own, heading("What the network sees"));
        Shape input = session.comparison().get().drawn().inputShape().orElse(new Shape(1, 32, 32));
        SizeChoices sizes = new SizeChoices(edit -> {
            close.run();
            session.edit(edit);
        });
        sizes.show(session.comparison().get().drawn());
        getChildren().addAll(new CropView(session, input), sizes);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("panel-title");
        return heading;
    }

    private Button choice(BuiltInPicture each, Runnable close) {
        Picture picture = each.load();
        Button button = new Button(each.title());
        button.setId("picture-" + each.id());
        button.getStyleClass().add("picture-choice");
        button.setContentDisplay(ContentDisplay.TOP);
        ImageView view = new ImageView();
        Pixels.show(view, scaled(picture, THUMBNAIL), 1);
        button.setGraphic(view);
        button.setOnAction(_ -> {
            session.picturing().choose(picture);
            close.run();
        });
        return button;
    }

    /** The middle square of a picture, so many pixels wide. */
    static Image scaled(Picture picture, int side) {
        CropBox box = CropBox.centred(picture, new Shape(1, side, side));
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int x = (int) (box.x() + (i % side + 0.5) * box.width() / side);
            int y = (int) (box.y() + (i / side + 0.5) * box.height() / side);
            pixels[i] = picture.at(x, y);
        }
        return Pixels.image(pixels, side, side);
    }
}
