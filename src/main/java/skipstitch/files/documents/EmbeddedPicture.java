package skipstitch.files.documents;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import skipstitch.document.ChosenPicture;
import skipstitch.document.CropBox;
import skipstitch.document.Picture;
import skipstitch.files.BuiltInPicture;
import skipstitch.files.PngFile;

/**
 * A picture as it is stored in a document's file, which never leads to another file.
 *
 * @param name    by which a person knows it
 * @param builtIn the picture of the app that it is; else it is in the file itself
 * @param base64  a PNG; empty for one of the app's
 * @param crop    in pixels of the stored picture
 */
record EmbeddedPicture(String name, Optional<BuiltInPicture> builtIn, String base64, Optional<CropBox> crop) {
    /** Larger PNGs are stored at half their sides, or a quarter, so that the file can be opened again. */
    private static final int MOST_BYTES = 40 << 20;

    static EmbeddedPicture of(ChosenPicture chosen) {
        return of(chosen, MOST_BYTES);
    }

    static EmbeddedPicture of(ChosenPicture chosen, int mostBytes) {
        Picture picture = chosen.picture();
        Optional<BuiltInPicture> builtIn = Arrays.stream(BuiltInPicture.values())
                .filter(each -> each.title().equals(picture.name()) && each.load().equals(picture)).findFirst();
        if (builtIn.isPresent()) {
            return new EmbeddedPicture(picture.name(), builtIn, "", chosen.crop());
        }
        Picture stored = picture;
        byte[] png = png(stored);
        while (png.length > mostBytes) {
            stored = halved(stored);
            png = png(stored);
        }
        double across = (double) stored.width() / picture.width();
        double down = (double) stored.height() / picture.height();
        return new EmbeddedPicture(picture.name(), Optional.empty(), Base64.getEncoder().encodeToString(png),
                chosen.crop().map(box -> new CropBox(box.x() * across, box.y() * down, box.width() * across,
                        box.height() * down)));
    }

    private static byte[] png(Picture picture) {
        return PngFile.bytes(picture.pixels(), picture.width(), picture.height());
    }

    /** Every other pixel: a picture of so many has no detail that a network's input would show. */
    private static Picture halved(Picture picture) {
        return Picture.ofEach(picture.name(), Math.ceilDiv(picture.width(), 2), Math.ceilDiv(picture.height(), 2),
                (x, y) -> picture.at(2 * x, 2 * y));
    }
}
