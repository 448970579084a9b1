package skipstitch.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;

/** Writing a file so that nobody ever finds half of it: beside its place first, then moved there. */
public final class AtomicFile {

    /** Puts a file's content into a stream, which it need not close. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What has been done of a save, one after the other. */
    enum Step { WRITTEN, FORCED, MOVED }

    private AtomicFile() {}

    /**
     * Writes the file, in place of what may be there already. Its folder must exist. On return it is on the disk, as
     * far as the platform can tell.
     *
     * @throws IOException if it cannot be written; what was there before is then still there
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, _ -> { });
    }

    /** @param done told of each step, for tests that end the process there */
    static void write(Path file, Content content, Consumer<Step> done) throws IOException {
        // A link stays a link: the file it leads to is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(beside,
                    StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                done.accept(Step.WRITTEN);
                // Else a power cut may leave the new name with none of its bytes.
                channel.force(true);
            }
            done.accept(Step.FORCED);
            move(beside, target);
            done.accept(Step.MOVED);
            force(target.getParent());
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A new name, too, has to get from memory to the disk. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders, and does not need to: its journal keeps names and bytes in order.
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
