package skipstitch.files;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import skipstitch.document.Picture;

/** From a whole file's bytes to pixels, by ImageIO's readers. */
final class Decoding {
    /**
     * What a pixel may take at most, in bytes: 16 bits of four channels,
     * converted once, and the ARGB of the result.
     */
    private static final long BYTES_A_PIXEL = 24;

    private Decoding() {}

    static Picture decode(PictureFormat format, Essence essence, String name) throws Damage, UnreadablePicture {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.imageIoName());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader for " + format);
        }
        ImageReader reader = readers.next();
        boolean[] endedEarly = {false};
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(essence.bytes()))) {
            reader.setInput(stream, false, false);
            checkSize(reader.getWidth(0), reader.getHeight(0), name);
            // libjpeg fills what is missing with grey, and only warns.
            reader.addIIOReadWarningListener((_, warning) -> endedEarly[0] |= warning.contains("remature end"));
            BufferedImage image = reader.read(0);
            if (endedEarly[0]) {
                throw Damage.inside(format.name());
            }
            return upright(image, Orientation.fromExif(essence.exif()), name);
        } catch (IOException | RuntimeException e) {
            // Readers answer broken files with exceptions of any kind.
            throw Damage.inside(format.name(), e);
        } finally {
            reader.dispose();
        }
    }

    static void checkSize(long width, long height, String name) throws UnreadablePicture {
        long most = Math.min(PictureFile.MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_A_PIXEL);
        if (width * height > most) {
            throw new UnreadablePicture(name,
                    String.format(Locale.ROOT, "is %,d×%,d pixels, which is too large", width, height),
                    "scale it down to at most " + most / 1_000_000 + " megapixels");
        }
    }

    private static Picture upright(BufferedImage image, Orientation orientation, String name) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] stored = argb(image);
        return Picture.ofEach(name, orientation.width(width, height), orientation.height(width, height),
                (x, y) -> stored[orientation.index(x, y, width, height)]);
    }

    private static int[] argb(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel || model.getColorSpace().isCS_sRGB()) {
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
        if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return grey(image);
        }
        // At once: getRGB would ask the colour management for each pixel.
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        new ColorConvertOp(null).filter(image, converted);
        return argb(converted);
    }

    /** Java takes grey as linear light, which no file means: its values are those of sRGB. */
    private static int[] grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        boolean hasAlpha = image.getColorModel().hasAlpha();
        int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int[] argb = new int[width * height];
        int[] row = new int[width * raster.getNumBands()];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * raster.getNumBands();
                int alpha = hasAlpha ? toByte(row[at + 1], most) : 255;
                argb[y * width + x] = alpha << 24 | toByte(row[at], most) * 0x010101;
            }
        }
        return argb;
    }

    private static int toByte(int value, int most) {
        return (int) ((value * 255L + most / 2) / most);
    }
}
