package skipstitch.bench.forward;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import skipstitch.tensor.Tensor;

/** TensorFlow.js on its WASM backend in a process of Node, with one thread, for in Node it has no more. */
final class TensorFlowJs implements Contender {
    private static final Path FOLDER = Path.of("src", "bench", "tfjs");

    private final Process node;
    private final Writer to;
    private final BufferedReader from;

    /** @throws UnsupportedOperationException if it is not installed, or cannot run the network */
    TensorFlowJs(Task task) throws IOException {
        if (!Files.exists(FOLDER.resolve("node_modules"))) {
            throw new UnsupportedOperationException("not installed: npm install --no-package-lock --prefix " + FOLDER);
        }
        Path network = Files.createTempFile("layers", ".json");
        Files.writeString(network, LayersAsJson.of(task.lane().shapes()));
        network.toFile().deleteOnExit();
        node = new ProcessBuilder("node", FOLDER.resolve("forward.js").toString(), network.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        to = node.outputWriter();
        from = node.inputReader();
        String line = from.readLine();
        while (line != null && !line.equals("ready")) {
            line = from.readLine();
        }
        if (line == null) {
            throw new UnsupportedOperationException("it did not start");
        }
    }

    private String ask(String question) throws IOException {
        to.write(question + "\n");
        to.flush();
        return from.readLine();
    }

    /** Its pictures are its own. */
    @Override
    public double pass(Tensor picture) throws IOException {
        return Double.parseDouble(ask("pass"));
    }

    @Override
    public long peakMegabytes() throws IOException {
        return Long.parseLong(ask("peak"));
    }

    @Override
    public void close() throws IOException {
        to.close();
        node.destroy();
    }
}
