package skipstitch.files.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import skipstitch.engine.Given;
import skipstitch.engine.GivenWeights;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.engine.LayerWeights.Norm;
import skipstitch.files.AtomicFile;
import skipstitch.files.NpyFile;
import skipstitch.network.NodeId;

/**
 * The weights that a network came with, as NumPy's {@code .npz} beside the network's file, one array for each part of a
 * node's: {@code conv1.kernel}, {@code conv1.bias}, {@code norm1.mean}. The name says which content it has, so that it is
 * written once and never taken for another.
 */
final class WeightsFile {
    static final String ENDING = ".npz";

    private static final String ARRAY = ".npy";
    private static final int MOST_ARRAYS = 40_000;
    /** Whose time does not matter: equal weights are equal files. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WeightsFile() {}

    /** {@code lesson.0f3a….npz} for {@code lesson.skip.json}. */
    static String name(Path document, GivenWeights given) {
        return stem(document) + "." + given.key().hex() + ENDING;
    }

    /** Of a document's file. */
    static String stem(Path document) {
        return document.getFileName().toString().replaceFirst("(\\.skip)?\\.json$", "");
    }

    /** Writes the file, unless it is there. */
    static void write(Path file, GivenWeights given) throws IOException {
        if (!Files.isRegularFile(file)) {
            replace(file, given);
        }
    }

    /** Writes the file, in place of what may be there. */
    static void replace(Path file, GivenWeights given) throws IOException {
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<NodeId, Given> each : sorted(given)) {
                switch (each.getValue().weights()) {
                    case LayerWeights.None _ -> { }
                    case Kernels kernels -> {
                        int[] sizes = each.getValue().sizes().stream().mapToInt(Integer::intValue).toArray();
                        write(zip, each.getKey() + ".kernel", kernels.kernels(), sizes);
                        if (kernels.bias().length > 0) {
                            write(zip, each.getKey() + ".bias", kernels.bias(), kernels.bias().length);
                        }
                    }
                    case Norm norm -> {
                        write(zip, each.getKey() + ".scale", norm.scale(), norm.scale().length);
                        write(zip, each.getKey() + ".shift", norm.shift(), norm.shift().length);
                        write(zip, each.getKey() + ".mean", norm.mean(), norm.mean().length);
                        write(zip, each.getKey() + ".variance", norm.variance(), norm.variance().length);
                    }
                }
            }
            zip.finish();
        });
    }

    static List<Map.Entry<NodeId, Given>> sorted(GivenWeights given) {
        return given.byNode().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private static void write(ZipOutputStream zip, String name, float[] values, int... sizes) throws IOException {
        ZipEntry entry = new ZipEntry(name + ARRAY);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        NpyFile.write((OutputStream) zip, values, sizes);
        zip.closeEntry();
    }

    /** What a node has in the file. */
    record Stored(LayerWeights weights, List<Integer> sizes) {}

    /**
     * Reads a file that was written so. Nothing is made that is larger than the file.
     *
     * @throws IOException if it is damaged, or another kind of file
     */
    static Map<NodeId, Stored> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no ordinary file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Files.size(file));
        }
    }

    /**
     * The same from a stream, which stays open.
     *
     * @param bytes that it has at most
     */
    static Map<NodeId, Stored> read(InputStream in, long bytes) throws IOException {
        Map<String, NpyFile.Array> arrays = new HashMap<>();
        long left = bytes;
        try {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().endsWith(ARRAY) || arrays.size() == MOST_ARRAYS) {
                    throw new IOException("other content than weights");
                }
                NpyFile.Array array = NpyFile.read(zip, left / Float.BYTES);
                left -= (long) array.values().length * Float.BYTES;
                arrays.put(entry.getName().substring(0, entry.getName().length() - ARRAY.length()), array);
            }
        } catch (IllegalArgumentException e) {
            // So Java says that an entry's name is no text.
            throw new IOException(e);
        }
        return stored(arrays);
    }

    private static Map<NodeId, Stored> stored(Map<String, NpyFile.Array> arrays) throws IOException {
        Map<NodeId, Stored> all = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(arrays.keySet());
        names.sort(Comparator.naturalOrder());
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            String part = name.substring(dot + 1);
            String node = dot < 0 ? "" : name.substring(0, dot);
            if (part.equals("kernel")) {
                float[] bias = arrays.containsKey(node + ".bias") ? arrays.get(node + ".bias").values() : new float[0];
                all.put(id(node), new Stored(Kernels.of(arrays.get(name).values(), bias), arrays.get(name).sizes()));
            } else if (part.equals("scale")) {
                all.put(id(node), new Stored(norm(arrays, node), arrays.get(name).sizes()));
            }
        }
        return all;
    }

    private static Norm norm(Map<String, NpyFile.Array> arrays, String node) throws IOException {
        float[][] parts = new float[4][];
        List<String> names = List.of(".scale", ".shift", ".mean", ".variance");
        for (int i = 0; i < parts.length; i++) {
            NpyFile.Array array = arrays.get(node + names.get(i));
            if (array == null || i > 0 && array.values().length != parts[0].length) {
                throw new IOException("a norm of which a part is missing");
            }
            parts[i] = array.values();
        }
        return Norm.of(parts[0], parts[1], parts[2], parts[3]);
    }

    private static NodeId id(String text) throws IOException {
        try {
            return NodeId.of(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
