package skipstitch.bench.forward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import skipstitch.tensor.Tensor;

/** One engine with one network, ready to run it. */
interface Contender extends AutoCloseable {

    /** One forward pass on a picture, all activations kept; they are let go before it returns. In milliseconds. */
    double pass(Tensor picture) throws Exception;

    /** The most memory that its process had resident so far; Linux says it of every process. */
    default long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }

    @Override
    void close() throws Exception;

    /** The time of some work in milliseconds. */
    static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
