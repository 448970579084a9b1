package skipstitch.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Saving pixels as PNG. */
public final class PngFile {
    private PngFile() {}

    /**
     * Writes the file whole or not at all, without an alpha channel if every pixel is opaque.
     *
     * @param argb sRGB, not premultiplied, row by row
     * @throws IllegalArgumentException if there are not width·height pixels
     * @throws IOException              if the file cannot be written
     */
    public static void write(Path file, int[] argb, int width, int height) throws IOException {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(width + "×" + height + " does not have " + argb.length + " pixels");
        }
        boolean opaque = true;
        for (int pixel : argb) {
            opaque &= pixel >>> 24 == 255;
        }
        BufferedImage image = new BufferedImage(width, height,
                opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        AtomicFile.write(file, out -> {
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                if (!ImageIO.write(image, "png", stream)) {
                    throw new IOException("This Java has no PNG writer");
                }
            }
        });
    }
}
