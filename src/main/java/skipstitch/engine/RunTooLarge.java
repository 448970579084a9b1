package skipstitch.engine;

import java.util.Locale;

/** Passes that would not fit in memory; nothing was computed. The message is for a person. */
public final class RunTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Footprint footprint;

    RunTooLarge(Footprint footprint) {
        super("This run needs " + megabytes(footprint.needed()) + " of memory, but "
                + megabytes(footprint.available()) + " are there."
                + footprint.largest().map(largest -> " The largest layer is " + largest.node().label() + " ("
                        + largest.node().id() + ") with " + megabytes(largest.bytes())
                        + ": a smaller input would help.").orElse(""));
        this.footprint = footprint;
    }

    public Footprint footprint() {
        return footprint;
    }

    public long needed() {
        return footprint.needed();
    }

    public long available() {
        return footprint.available();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB (%,d bytes)", bytes / 1e6, bytes);
    }
}
