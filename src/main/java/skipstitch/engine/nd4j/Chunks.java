package skipstitch.engine.nd4j;

import java.util.stream.IntStream;

/** A stretch of work cut into pieces, for all cores where it is long. */
final class Chunks {
    /** Below so many values, one thread is as fast as several. */
    private static final int WORTH_SHARING = 1 << 16;

    private Chunks() {}

    /** One piece. */
    @FunctionalInterface
    interface Body {
        void run(int from, int count);
    }

    /**
     * Cuts {@code length} into pieces of {@code step}, the last one shorter.
     *
     * @param values that all pieces together read or write
     */
    static void of(int length, int step, long values, Body body) {
        IntStream pieces = IntStream.range(0, (length + step - 1) / step);
        (values < WORTH_SHARING ? pieces : pieces.parallel())
                .forEach(piece -> body.run(piece * step, Math.min(step, length - piece * step)));
    }
}
