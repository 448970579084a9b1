package skipstitch.document;

import java.util.Optional;
import skipstitch.network.Shape;

/**
 * A picture, and the part of it that the network sees.
 *
 * @param picture as it was read
 * @param crop    chosen by the person; empty for the largest one in the middle
 */
public record ChosenPicture(Picture picture, Optional<CropBox> crop) {

    public static ChosenPicture whole(Picture picture) {
        return new ChosenPicture(picture, Optional.empty());
    }

    /** The part that is seen by an input of this shape. */
    public CropBox box(Shape input) {
        return crop.orElseGet(() -> CropBox.centred(picture, input));
    }
}
