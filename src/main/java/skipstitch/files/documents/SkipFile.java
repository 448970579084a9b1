package skipstitch.files.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import skipstitch.document.Document;
import skipstitch.files.AtomicFile;

/**
 * A document as a {@code .skip.json} file: what a person chose and nothing that follows from it, in an order that
 * lasts, so that two versions can be compared line by line.
 *
 * <p>Whatever a file holds, reading it ends with a {@link ReadDocument} or an {@link UnreadableDocument}, within bounds
 * of memory and time, and touches no other file than that of its weights, in its own folder. A network that breaks rules can be saved and opened.
 */
public final class SkipFile {
    public static final String ENDING = ".skip.json";
    /** The newest version of the format that can be read, and the one that is written. */
    static final int VERSION = 1;
    /** Larger files are not read. */
    static final int MOST_BYTES = 64 << 20;

    private SkipFile() {}

    /**
     * Writes the file whole or not at all, in place of what may be there already, unless that is protected. Weights that
     * the network came with are written beside it, if they are not there yet.
     *
     * @throws IOException if it cannot be written; what was there before is then still there
     */
    public static void write(Path file, Document document) throws IOException {
        int count = document.network().nodes().size();
        if (count > JsonParsing.MOST_ENTRIES) {
            throw new IOException("a network of more than 10,000 nodes could not be opened again, and this one has "
                    + count);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!document.given().isNone()) {
            // First, so that whoever finds the document finds its weights.
            WeightsFile.write(target.resolveSibling(WeightsFile.name(target, document.given())), document.given());
        }
        byte[] bytes = DocumentWriting.text(document, WeightsFile.name(target, document.given()))
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** @throws UnreadableDocument if nothing of the file can be opened; says why */
    public static ReadDocument read(Path file) throws UnreadableDocument {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        Complaints complaints = new Complaints(name);
        if (Files.isDirectory(file)) {
            throw complaints.refusal("is a folder; choose a file in it");
        }
        if (Files.notExists(file)) {
            throw complaints.refusal("is not there; choose a file that exists");
        }
        if (!Files.isReadable(file)) {
            throw complaints.refusal("may not be read by you; change its permissions or choose another file");
        }
        // A pipe or a device could keep us waiting forever.
        if (!Files.isRegularFile(file)) {
            throw complaints.refusal("is not an ordinary file; choose one that Skipstitch saved");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MOST_BYTES + 1), Optional.ofNullable(file.toRealPath().getParent()), complaints);
        } catch (IOException _) {
            throw complaints.refusal("could not be read to its end; check the disk or the connection");
        } catch (OutOfMemoryError _) {
            // One array that was asked for did not fit: the heap itself is as it was.
            throw complaints.refusal("needs more memory than there is");
        }
    }

    /**
     * The same from bytes.
     *
     * @param name of the file, for messages
     */
    static ReadDocument read(byte[] bytes, String name) throws UnreadableDocument {
        return read(bytes, Optional.empty(), new Complaints(name));
    }

    /** @param folder of the file, where its weights are; empty if it is no file */
    private static ReadDocument read(byte[] bytes, Optional<Path> folder, Complaints complaints) throws UnreadableDocument {
        if (bytes.length == 0) {
            throw complaints.refusal("is empty; choose a file that Skipstitch saved");
        }
        if (bytes.length > MOST_BYTES) {
            throw complaints.refusal("has more than 64 MiB, which no network of Skipstitch has");
        }
        return DocumentReading.read(text(bytes, complaints), folder, complaints);
    }

    /** A byte that is no text costs the character, not the file. */
    private static String text(byte[] bytes, Complaints complaints) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = strict.decode(ByteBuffer.wrap(bytes), chars, true);
        if (result.isError()) {
            String before = chars.flip().toString();
            int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
            complaints.add(new Position(line, before.length() - before.lastIndexOf('\n')),
                    "this is no text in UTF-8", "a question mark stands for it");
        }
        String text = result.isError() ? new String(bytes, StandardCharsets.UTF_8) : chars.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
