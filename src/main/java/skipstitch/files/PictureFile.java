package skipstitch.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import skipstitch.document.Picture;

/**
 * Reading PNG, JPEG, GIF and BMP files: of any depth, indexed, grey, CMYK, with alpha (laid over white), turned
 * as their Exif orientation says. Of an animation the first frame is taken. The kind is told by the content, not by
 * the name's ending.
 *
 * <p>Whatever the bytes, the outcome is a {@link Picture} or an {@link UnreadablePicture}. A file that is cut short
 * is refused, not shown in half; sizes are checked before anything is decoded.
 */
public final class PictureFile {
    /** Larger files are not read. */
    public static final long MOST_BYTES = 100_000_000;
    /** Larger pictures are not decoded, nor smaller ones if the memory would not do. */
    public static final long MOST_PIXELS = 64_000_000;

    private static final String CHOOSE = "choose a PNG, JPEG, GIF or BMP picture";

    private PictureFile() {}

    /** @throws UnreadablePicture if the file is not there, may not be read, or is not a whole picture */
    public static Picture read(Path file) throws UnreadablePicture {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        if (Files.isDirectory(file)) {
            throw new UnreadablePicture(name, "is a folder", "choose a picture in it");
        }
        if (Files.notExists(file)) {
            throw new UnreadablePicture(name, "is not there", "choose a file that exists");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadablePicture(name,
                    "may not be read by you", "change its permissions or choose another file");
        }
        // A pipe or a device could keep us waiting forever.
        if (!Files.isRegularFile(file)) {
            throw new UnreadablePicture(name, "is not an ordinary file", CHOOSE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (IOException e) {
            throw failedRead(name, e);
        }
    }

    /**
     * Reads to the end of the stream, and leaves it open.
     *
     * @throws UnreadablePicture if what comes is not a whole picture
     */
    public static Picture read(InputStream in, String name) throws UnreadablePicture {
        byte[] bytes;
        try {
            bytes = in.readNBytes((int) MOST_BYTES + 1);
        } catch (IOException e) {
            throw failedRead(name, e);
        } catch (OutOfMemoryError e) {
            throw tooLargeForMemory(name, e);
        }
        return read(bytes, name);
    }

    /** @throws UnreadablePicture if the bytes are not a whole picture */
    public static Picture read(byte[] bytes, String name) throws UnreadablePicture {
        if (bytes.length == 0) {
            throw new UnreadablePicture(name, "is empty", CHOOSE);
        }
        if (bytes.length > MOST_BYTES) {
            throw new UnreadablePicture(name, "is a file of more than 100 MB", "save the picture smaller");
        }
        PictureFormat format = PictureFormat.of(bytes).orElseThrow(() -> unknown(bytes, name));
        try {
            return Decoding.decode(format, format.essence(bytes), name);
        } catch (Damage e) {
            throw new UnreadablePicture(name, e.getMessage(), "download or save it again", e);
        } catch (OutOfMemoryError e) {
            // One array that a header asked for did not fit: the heap itself is as it was.
            throw tooLargeForMemory(name, e);
        }
    }

    private static UnreadablePicture unknown(byte[] bytes, String name) {
        return PictureFormat.otherKind(bytes)
                .map(kind -> new UnreadablePicture(name, "is " + kind + ", which cannot be read here",
                        "save it as PNG or JPEG first"))
                .orElseGet(() -> new UnreadablePicture(name, "is not a picture that can be read here", CHOOSE));
    }

    private static UnreadablePicture failedRead(String name, IOException cause) {
        return new UnreadablePicture(name, "could not be read to its end", "check the disk or the connection", cause);
    }

    private static UnreadablePicture tooLargeForMemory(String name, OutOfMemoryError cause) {
        return new UnreadablePicture(name, "needs more memory than there is", "save the picture smaller", cause);
    }
}
