package skipstitch.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import skipstitch.document.Picture;

/** Picture files made in memory. */
final class Samples {
    private Samples() {}

    /** Four fields (red, green; blue, yellow) that no flip or turn maps onto themselves. */
    static BufferedImage fields(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, field(x, y, width, height));
            }
        }
        return image;
    }

    static int field(int x, int y, int width, int height) {
        boolean left = x < width / 2;
        boolean top = y < height / 2;
        if (top) {
            return left ? 0xFFFF0000 : 0xFF00FF00;
        }
        return left ? 0xFF0000FF : 0xFFFFFF00;
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("No writer for " + format);
        }
        return bytes.toByteArray();
    }

    /** As {@link #encode}, by Java's own writer and with its default settings, but with this many raw bands. */
    static byte[] rawJpeg(BufferedImage image) throws IOException {
        ImageWriter writer = null;
        for (var writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext();) {
            ImageWriter candidate = writers.next();
            if (candidate.getClass().getName().startsWith("com.sun")) {
                writer = candidate;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image.getRaster(), null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Written in another way than the format's usual one: {@code "progressive"}, {@code "BI_RLE8"}. */
    static byte[] compressed(BufferedImage image, String format, String way) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (way.equals("progressive")) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        } else {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(way);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A GIF with several frames. */
    static byte[] animation(BufferedImage... frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A TIFF structure with one entry: the orientation. */
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26).put(new byte[] {'M', 'M', 0, 42}).putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1)
                .putShort((short) orientation).putShort((short) 0)
                .putInt(0).array();
    }

    static byte[] withExifSegment(byte[] jpeg, byte[] exif) {
        byte[] segment = ByteBuffer.allocate(10 + exif.length).putShort((short) 0xFFE1)
                .putShort((short) (8 + exif.length)).put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif).array();
        return inserted(jpeg, 2, segment);
    }

    /** What tells a decoder that four channels are CMYK (0) or YCCK (2), stored inverted. */
    static byte[] withAdobeSegment(byte[] jpeg, int transform) {
        byte[] segment = ByteBuffer.allocate(16).putShort((short) 0xFFEE).putShort((short) 14)
                .put(new byte[] {'A', 'd', 'o', 'b', 'e'}).putShort((short) 100)
                .putInt(0).put((byte) transform).array();
        return inserted(jpeg, 2, segment);
    }

    /** A chunk put in after the header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return inserted(png, 33, chunk(type, data));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] typed = inserted(data, 0, type.getBytes(StandardCharsets.US_ASCII));
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(8 + typed.length).putInt(data.length).put(typed)
                .putInt((int) crc.getValue()).array();
    }

    /** The PNG with another width and height in its header, its checksum mended. */
    static byte[] withSize(byte[] png, int width, int height) {
        byte[] header = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        byte[] changed = png.clone();
        System.arraycopy(chunk("IHDR", header), 0, changed, 8, 25);
        return changed;
    }

    static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length).put(bytes, 0, at).put(more)
                .put(bytes, at, bytes.length - at).array();
    }
}
