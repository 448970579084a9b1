package skipstitch.explain.reach;

/** The places {@code first, first + step, …, last} along an axis; none if the first is behind the last. */
record Taps(int first, int last, int step) {

    /** Of {@code from, from + step, …} as many as {@code count}, those that lie in {@code [0, size)}. */
    static Taps inside(long from, long step, long count, int size) {
        long skipped = from < 0 ? Math.ceilDiv(-from, step) : 0;
        long kept = Math.min(count, Math.floorDiv(size - 1 - from, step) + 1);
        return kept <= skipped ? new Taps(0, -1, 1)
                : new Taps((int) (from + skipped * step), (int) (from + (kept - 1) * step), (int) step);
    }
}
