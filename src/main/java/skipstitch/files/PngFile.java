package skipstitch.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        byte[] png = bytes(argb, width, height);
        AtomicFile.write(file, out -> out.write(png));
    }

    /**
     * The same in memory.
     *
     * @throws IllegalArgumentException if there are not width·height pixels
     */
    public static byte[] bytes(int[] argb, int width, int height) {
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("This Java has no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return bytes.toByteArray();
    }
}
