package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers in files beside the model's, in its folder or below it and nowhere else, whatever a link says. */
final class ExternalData {
    private final Path folder;

    /** @param folder of the model */
    ExternalData(Path folder) {
        this.folder = folder;
    }

    /** @throws Unsupported if it leads elsewhere, or not as much is there */
    ByteBuffer read(TensorProto tensor) throws Unsupported {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            entries.putIfAbsent(entry.getKey(), entry.getValue());
        }
        String location = entries.getOrDefault("location", "");
        long count = Numbers.count(Arrays.stream(TensorData.sizes(tensor)).asLongStream().toArray());
        long length = count * TensorData.width(tensor);
        long offset = number(entries.getOrDefault("offset", "0"));
        if (number(entries.getOrDefault("length", Long.toString(length))) != length || length > Integer.MAX_VALUE) {
            throw new Unsupported("its numbers in “" + shown(location) + "” are not as many as its axes need");
        }
        try (FileChannel channel = FileChannel.open(inside(location))) {
            if (offset > channel.size() - length) {
                throw new Unsupported("“" + shown(location) + "” ends before its numbers do");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new Unsupported("“" + shown(location) + "” ends before its numbers do");
                }
            }
            return bytes.flip();
        } catch (IOException _) {
            throw new Unsupported("“" + shown(location) + "” with its numbers cannot be read");
        }
    }

    private Path inside(String location) throws Unsupported {
        try {
            Path named = Path.of(location);
            if (location.isEmpty() || named.isAbsolute()) {
                throw new Unsupported("its numbers are to be in “" + shown(location)
                        + "”; only files beside the model are read");
            }
            Path file = folder.resolve(named);
            if (Files.notExists(file)) {
                throw new Unsupported("“" + shown(location) + "” with its numbers is not there beside the model");
            }
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw new Unsupported("its numbers are to be in “" + shown(location)
                        + "”, outside of the model's folder; only files beside the model are read");
            }
            if (!Files.isRegularFile(real)) {
                throw new Unsupported("“" + shown(location) + "” with its numbers is no ordinary file");
            }
            return real;
        } catch (InvalidPathException | IOException _) {
            throw new Unsupported("“" + shown(location) + "” with its numbers is no file that can be read");
        }
    }

    private static long number(String text) throws Unsupported {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new Unsupported("“" + shown(text) + "” is no place in a file");
    }

    private static String shown(String text) {
        return Sentences.shortened(text);
    }
}
