package skipstitch.bench.forward;

import skipstitch.tensor.Tensor;

/** One engine with one network, ready to run it. */
interface Contender extends AutoCloseable {

    /** One forward pass on a picture, all activations kept; they are let go before it returns. In milliseconds. */
    double pass(Tensor picture) throws Exception;

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
