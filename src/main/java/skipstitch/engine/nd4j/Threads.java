package skipstitch.engine.nd4j;

import org.nd4j.nativeblas.NativeOps;
import skipstitch.engine.Backend;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.network.Shape;

/**
 * How many threads native code takes for one layer. A small layer is done by one as fast as by several; and
 * several wait for one another, spinning, for whole slices of the scheduler's time whenever the machine has
 * other work, such as drawing the window.
 */
final class Threads {
    private static final int LEAST = 2;
    /** Multiply-adds: about a third of a millisecond of one thread's work. */
    private static final long WORTH_SHARING = 1L << 23;
    /** What it costs to read and write a value, in multiply-adds. */
    private static final long MULTIPLY_ADDS_PER_VALUE = 16;

    private final NativeOps natives;
    private final int most;

    /** ND4J counts a core with two hardware threads once; both serve a convolution. */
    Threads(NativeOps natives) {
        this.natives = natives;
        this.most = Math.max(natives.ompGetMaxThreads(), Math.min(LEAST, Runtime.getRuntime().availableProcessors()));
    }

    /** To be called by the thread that computes the layer, before it does: the number is that thread's own. */
    void chooseFor(Backend.Call call) {
        natives.setOmpNumThreads(work(call) < WORTH_SHARING ? 1 : most);
    }

    private static long work(Backend.Call call) {
        Shape in = call.inputs().getFirst();
        Shape out = call.output();
        long values = Math.max(in.elements(), out.elements());
        // A convolution uses each kernel at each output position, a transposed one at each input position.
        long multiplyAdds = call.weights() instanceof Kernels kernels
                ? (long) kernels.kernels().length * Math.min(in.area(), out.area()) : 0;
        return values * MULTIPLY_ADDS_PER_VALUE + multiplyAdds;
    }
}
