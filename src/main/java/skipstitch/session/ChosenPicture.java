package skipstitch.session;

import java.util.Optional;
import skipstitch.files.CropBox;
import skipstitch.files.Fitting;
import skipstitch.files.Picture;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

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

    /** {@code [C, H, W]}, from 0 to 1. */
    public Tensor tensor(Shape input) {
        return Fitting.toTensor(picture, box(input), input);
    }
}
