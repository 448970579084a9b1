package skipstitch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import skipstitch.engine.Activations;
import skipstitch.engine.LayerWeights;
import skipstitch.engine.Weights;
import skipstitch.files.AtomicFile;
import skipstitch.files.NpyFile;
import skipstitch.network.Fit;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/**
 * One pass as files: {@code <node id>.npy} for every tensor (float32, {@code [1, C, H, W]}), each layer's arrays
 * in {@code weights/}, and {@code run.json}, which says what belongs where.
 */
final class Dump {
    static final String INDEX = "run.json";
    private static final String WEIGHTS = "weights";

    private final Lane lane;
    private final Weights weights;
    private final Activations activations;

    /** What the index says of the run besides the network. */
    record About(String picture, long seed, String engine) {}

    Dump(Lane lane, Weights weights, Activations activations) {
        this.lane = lane;
        this.weights = weights;
        this.activations = activations;
    }

    /**
     * Writes all into a folder that exists; the index last, so that whoever finds it finds everything.
     *
     * @throws UncheckedIOException if a file cannot be written
     */
    void write(Path folder, About about) {
        try {
            Files.createDirectories(folder.resolve(WEIGHTS));
            for (Node node : lane.network().nodes()) {
                if (activations.has(node.id())) {
                    NpyFile.write(folder.resolve(tensorFile(node.id())), activations.tensor(node.id()));
                }
                for (Map.Entry<String, Array> array : arrays(node).entrySet()) {
                    NpyFile.write(folder.resolve(weightFile(node.id(), array.getKey())),
                            array.getValue().values(), array.getValue().shape());
                }
            }
            byte[] index = (Json.write(index(about)) + "\n").getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(folder.resolve(INDEX), out -> out.write(index));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to " + folder + " failed: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> index(About about) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("network", lane.network().name());
        index.put("merge", lane.variant().word());
        lane.network().inputShape().ifPresent(shape -> index.put("input", Json.shape(shape)));
        index.put("picture", about.picture());
        index.put("seed", about.seed());
        index.put("engine", about.engine());
        index.put("tensors", "float32, [1, C, H, W]");
        index.put("nodes", lane.network().nodes().stream().map(this::node).toList());
        return index;
    }

    private Map<String, Object> node(Node node) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", node.id().value());
        entry.put("op", node.layer().op());
        entry.put("inputs", node.inlets().stream().map(inlet -> inlet.source().value()).toList());
        entry.put("roles", node.inlets().stream().map(inlet -> inlet.role().name().toLowerCase(Locale.ROOT)).toList());
        entry.put("settings", LayerSettings.of(node.layer()));
        Fit fit = lane.shapes().fit(node.id());
        entry.put("shape", fit.found().map(Json::shape).orElse(null));
        entry.put("tensor", activations.has(node.id()) ? tensorFile(node.id()) : null);
        Map<String, Object> files = new LinkedHashMap<>();
        arrays(node).forEach((name, array) -> files.put(name,
                Map.of("file", weightFile(node.id(), name), "shape", array.shape())));
        entry.put("weights", files);
        Json.putReason(entry, fit);
        return entry;
    }

    private static String tensorFile(NodeId id) {
        return id + ".npy";
    }

    private static String weightFile(NodeId id, String name) {
        return WEIGHTS + "/" + id + "." + name + ".npy";
    }

    private record Array(float[] values, int... shape) {}

    /** A layer's arrays by name, in their own shapes. */
    private Map<String, Array> arrays(Node node) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        switch (weights.of(node.id())) {
            case LayerWeights.None _ -> { }
            case LayerWeights.Kernels kernels -> {
                arrays.put("kernel", new Array(kernels.kernels(), kernelShape(node)));
                if (kernels.bias().length > 0) {
                    arrays.put("bias", new Array(kernels.bias(), kernels.bias().length));
                }
            }
            case LayerWeights.Norm norm -> {
                arrays.put("scale", new Array(norm.scale(), norm.scale().length));
                arrays.put("shift", new Array(norm.shift(), norm.shift().length));
                arrays.put("mean", new Array(norm.mean(), norm.mean().length));
                arrays.put("variance", new Array(norm.variance(), norm.variance().length));
            }
        }
        return arrays;
    }

    private int[] kernelShape(Node node) {
        Shape in = lane.shapes().incoming(node).getFirst();
        return switch (node.layer()) {
            case Layer.Conv conv -> new int[] {conv.filters(), in.channels() / conv.groups(),
                    conv.window().kernel().height(), conv.window().kernel().width()};
            case Layer.TransposedConv conv ->
                    new int[] {in.channels(), conv.filters(), conv.kernel().height(), conv.kernel().width()};
            case Layer.Linear linear -> new int[] {linear.outputs(), in.channels()};
            default -> throw new IllegalStateException(node.id() + " has kernels, but is " + node.layer().op());
        };
    }
}
