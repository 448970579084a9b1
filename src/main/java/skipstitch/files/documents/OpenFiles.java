package skipstitch.files.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which files are open in which windows, of this process and others. Each window leaves a mark in the data folder,
 * named by the file and by itself; marks of processes that no longer run do not count. Where no mark can be left,
 * nothing is noticed, and nothing else is lost.
 */
public final class OpenFiles {
    private static final String FOLDER = "open";

    private final DataFolder data;

    public OpenFiles(DataFolder data) {
        this.data = data;
    }

    /** A window's hold on a file, until it is closed. */
    public static final class Hold implements AutoCloseable {
        private final Optional<Path> mark;
        private final boolean elsewhere;

        private Hold(Optional<Path> mark, boolean elsewhere) {
            this.mark = mark;
            this.elsewhere = elsewhere;
        }

        /** Whether another window had the file open when this one came to it. */
        public boolean isElsewhere() {
            return elsewhere;
        }

        /** The window has another file, or goes. */
        @Override
        public void close() {
            mark.ifPresent(OpenFiles::delete);
        }
    }

    /** A window opens a file, or saves under its name. */
    public Hold open(Path file) {
        String name = name(file);
        Owner owner = Owner.here();
        Optional<Path> mark = Optional.empty();
        try {
            Path folder = data.make(FOLDER);
            mark = Optional.of(Files.writeString(folder.resolve(name + "." + owner), file.toString()));
            // Looked at after the own mark is there: of two windows at once at least one then sees the other.
            return new Hold(mark, isHeld(folder, name, owner));
        } catch (IOException | DirectoryIteratorException _) {
            return new Hold(mark, false);
        }
    }

    private static boolean isHeld(Path folder, String name, Owner self) throws IOException {
        boolean held = false;
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, name + ".*")) {
            for (Path mark : marks) {
                Optional<Owner> owner = Owner.parse(mark.getFileName().toString().substring(name.length() + 1));
                if (owner.filter(Owner::isRunning).isEmpty()) {
                    delete(mark);
                } else if (!owner.get().equals(self)) {
                    held = true;
                }
            }
        }
        return held;
    }

    /** The same for all paths that lead to one file, and fit for a file's name. */
    private static String name(Path file) {
        Path real = file.toAbsolutePath().normalize();
        try {
            real = file.toRealPath();
        } catch (IOException _) {
            // Not there yet: it is about to be saved for the first time.
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(real.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void delete(Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException _) {
            // It no longer counts once this process has ended.
        }
    }
}
