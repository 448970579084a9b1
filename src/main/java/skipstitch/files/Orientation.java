package skipstitch.files;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;

/**
 * How a stored picture is to be turned (Exif 2.32, tag 0x0112).
 *
 * @param swaps     whether rows become columns; done before the flips
 * @param flipsX    whether left and right change sides
 * @param flipsY    whether top and bottom change sides
 */
record Orientation(boolean swaps, boolean flipsX, boolean flipsY) {
    static final Orientation UPRIGHT = of(1);

    /** By the tag's number; what it does not define is upright. */
    static Orientation of(int tag) {
        return switch (tag) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> new Orientation(false, false, false);
        };
    }

    /** From an Exif block; upright if there is none, or none that can be understood. */
    static Orientation fromExif(byte[] exif) {
        if (exif.length == 0) {
            return UPRIGHT;
        }
        try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(exif)) {
            Directory directory = new TIFFReader().read(stream);
            Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number tag ? of(tag.intValue()) : UPRIGHT;
        } catch (IOException | RuntimeException _) {
            // A picture is worth showing even when what is written beside it is garbled.
            return UPRIGHT;
        }
    }

    int width(int storedWidth, int storedHeight) {
        return swaps ? storedHeight : storedWidth;
    }

    int height(int storedWidth, int storedHeight) {
        return swaps ? storedWidth : storedHeight;
    }

    /** Where in a row-by-row array the stored pixel is, that is shown at x, y. */
    int index(int x, int y, int storedWidth, int storedHeight) {
        int column = flipsX ? width(storedWidth, storedHeight) - 1 - x : x;
        int row = flipsY ? height(storedWidth, storedHeight) - 1 - y : y;
        return swaps ? column * storedWidth + row : row * storedWidth + column;
    }
}
