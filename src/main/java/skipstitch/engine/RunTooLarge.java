package skipstitch.engine;

import java.util.Locale;
import skipstitch.network.Node;

/** A pass that would not fit in memory; nothing was computed. The message is for a person. */
public final class RunTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long needed;
    private final long available;

    RunTooLarge(long needed, long available, Node largest, long largestBytes) {
        super("This run needs " + megabytes(needed) + " of memory, but " + megabytes(available)
                + " are there. The largest layer is " + largest.label() + " (" + largest.id() + ") with "
                + megabytes(largestBytes) + ": a smaller input would help.");
        this.needed = needed;
        this.available = available;
    }

    public long needed() {
        return needed;
    }

    public long available() {
        return available;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB (%,d bytes)", bytes / 1e6, bytes);
    }
}
