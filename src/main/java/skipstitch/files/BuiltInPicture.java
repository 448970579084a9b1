package skipstitch.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import skipstitch.document.Picture;

/** The input pictures that come with the application, 256×256, in the order in which they are offered. */
public enum BuiltInPicture {
    HOUSE("house", "House"),
    DIGITS("digits", "Digits"),
    CHECKER_AND_STRIPES("checker-and-stripes", "Checker and stripes"),
    STREET("street", "Street"),
    CELLS("cells", "Cells"),
    NOISE("noise", "Noise"),
    FRUIT("fruit", "Fruit"),
    FACE("face", "Face");

    private final String id;
    private final String title;
    private Optional<Picture> decoded = Optional.empty();

    BuiltInPicture(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name on the command line and in files: {@code house}. */
    public String id() {
        return id;
    }

    /** The name on the screen: {@code House}. */
    public String title() {
        return title;
    }

    public static Optional<BuiltInPicture> withId(String id) {
        return Arrays.stream(values()).filter(picture -> picture.id.equals(id)).findFirst();
    }

    /**
     * Decoded the first time, kept after: 256 KiB each. Any thread may ask.
     *
     * @throws IllegalStateException if the application was packaged without its pictures
     */
    public synchronized Picture load() {
        Picture picture = decoded.orElseGet(this::decode);
        decoded = Optional.of(picture);
        return picture;
    }

    private Picture decode() {
        String resource = "/skipstitch/assets/pictures/" + id + ".png";
        try (InputStream in = BuiltInPicture.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not packaged: " + resource);
            }
            return PictureFile.read(in, title);
        } catch (IOException | UnreadablePicture e) {
            throw new IllegalStateException("Cannot be read: " + resource, e);
        }
    }
}
