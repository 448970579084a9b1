package skipstitch.ui;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import skipstitch.document.Picture;
import skipstitch.files.PictureFile;
import skipstitch.session.Notice;
import skipstitch.session.Session;

/** A picture or a network of one's own, dropped on the window or pasted. */
final class FileDrop {
    private FileDrop() {}

    /** Takes files that are dropped on a view. */
    static void on(Node view, Session session) {
        view.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        view.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            event.setDropCompleted(paste(event.getDragboard(), session));
            event.consume();
        });
    }

    /** Takes a file or a picture from a clipboard; says so if it holds neither. */
    static boolean paste(Clipboard clipboard, Session session) {
        List<File> files = clipboard.getFiles();
        if (clipboard.hasFiles() && !files.isEmpty()) {
            session.filing().take(files.getFirst().toPath());
            return true;
        }
        Image image = clipboard.hasImage() ? clipboard.getImage() : null;
        if (image == null || image.getPixelReader() == null) {
            session.tell(new Notice(Notice.Kind.INFO,
                    "There is no picture to paste: copy a picture or a picture file first."));
            return false;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if ((long) width * height > PictureFile.MOST_PIXELS) {
            session.tell(new Notice(Notice.Kind.ERROR, "The pasted picture has " + width + "×" + height
                    + " pixels; at most " + PictureFile.MOST_PIXELS / 1_000_000 + " million can be taken."));
            return false;
        }
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        session.picturing().choose(Picture.of("pasted", width, height, argb));
        return true;
    }
}
