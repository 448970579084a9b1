package skipstitch.session;

import java.nio.file.Path;
import java.util.Optional;
import skipstitch.document.ChoosePicture;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.files.PictureFile;
import skipstitch.session.Runner.Slot;

/** Choosing what goes in. Used on the window's thread. */
public final class Picturing {
    private final Session session;
    private final Runner runner;

    Picturing(Session session, Runner runner) {
        this.session = session;
        this.runner = runner;
    }

    public void choose(Picture chosen) {
        session.edit(new ChoosePicture(ChosenPicture.whole(chosen)));
    }

    /** Chooses the part of the picture that the network sees. */
    public void crop(CropBox box) {
        session.edit(new ChoosePicture(new ChosenPicture(session.picture().get().picture(), Optional.of(box))));
    }

    /** Reads a picture in the background; one that cannot be read leaves the old one and says why. */
    public void choose(Path file) {
        runner.submit(Slot.PICTURE, _ -> PictureFile.read(file), this::choose, session::fail);
    }
}
