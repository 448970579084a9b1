package skipstitch.ui;

import java.io.File;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import skipstitch.session.Session;

/** The system's dialog for a picture file. */
final class PictureDialog {
    private PictureDialog() {}

    /** Asks for a file and has it read; nothing happens if the person thinks better of it. */
    static void ask(Window owner, Session session) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a picture");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Pictures", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"),
                new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(owner);
        if (file != null) {
            session.choose(file.toPath());
        }
    }
}
