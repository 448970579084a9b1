package skipstitch.explain.reach;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Channels of a tensor, kept as runs of neighbours: a vector may have 2³¹−1 channels. */
public final class ChannelSet {
    static final ChannelSet NONE = new ChannelSet(new int[0]);

    /** Where it begins and ends by turns: channel c belongs if an odd number of these is at most c. */
    private final int[] bounds;

    private ChannelSet(int[] bounds) {
        this.bounds = bounds;
    }

    static ChannelSet one(int channel) {
        return range(channel, channel + 1);
    }

    /** From one channel to before another. */
    static ChannelSet range(int from, int to) {
        return from < to ? new ChannelSet(new int[] {from, to}) : NONE;
    }

    /** Of runs in order, each from where it begins to where it ends; they may touch, or be empty. */
    static ChannelSet of(IntStream bounds) {
        int[] all = bounds.toArray();
        int size = 0;
        for (int bound : all) {
            if (size > 0 && all[size - 1] == bound) {
                size--;
            } else {
                all[size++] = bound;
            }
        }
        return new ChannelSet(Arrays.copyOf(all, size));
    }

    /** Neighbours: from the first to before the end. */
    public record Run(int first, int end) {
        public int count() {
            return end - first;
        }
    }

    public List<Run> runs() {
        return IntStream.range(0, bounds.length / 2).mapToObj(i -> new Run(bounds[2 * i], bounds[2 * i + 1])).toList();
    }

    public boolean has(int channel) {
        int at = Arrays.binarySearch(bounds, channel);
        return (at >= 0 ? at + 1 : -at - 1) % 2 == 1;
    }

    public int count() {
        return runs().stream().mapToInt(Run::count).sum();
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** The lowest channel. */
    int first() {
        return bounds[0];
    }

    ChannelSet or(ChannelSet other) {
        return combined(other, true, true, true);
    }

    ChannelSet and(ChannelSet other) {
        return combined(other, true, false, false);
    }

    ChannelSet minus(ChannelSet other) {
        return combined(other, false, true, false);
    }

    /** One sweep over the bounds of both. */
    private ChannelSet combined(ChannelSet other, boolean inBoth, boolean inThisOnly, boolean inOtherOnly) {
        int[] result = new int[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length || j < other.bounds.length) {
            int here = i < bounds.length ? bounds[i] : Integer.MAX_VALUE;
            int there = j < other.bounds.length ? other.bounds[j] : Integer.MAX_VALUE;
            int at = Math.min(here, there);
            i += i < bounds.length && here == at ? 1 : 0;
            j += j < other.bounds.length && there == at ? 1 : 0;
            boolean inThis = i % 2 == 1;
            boolean inOther = j % 2 == 1;
            boolean in = inThis && inOther ? inBoth : inThis ? inThisOnly : inOther && inOtherOnly;
            if (in == (size % 2 == 0)) {
                result[size++] = at;
            }
        }
        return new ChannelSet(Arrays.copyOf(result, size));
    }

    /** Each moved by so many, those that lie below a count then. */
    ChannelSet moved(int by, int below) {
        return of(Arrays.stream(bounds).map(bound -> (int) Math.clamp((long) bound + by, 0, below)));
    }

    /** Channels in groups of a size, as the groups they belong to, then as all channels of groups of another size. */
    ChannelSet regrouped(int from, int to) {
        if (from == to && from == 1) {
            return this;
        }
        ChannelSet all = NONE;
        for (Run run : runs()) {
            all = all.or(range(run.first() / from * to, ((run.end() - 1) / from + 1) * to));
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** {@code 0–7, 12}. */
    @Override
    public String toString() {
        return runs().stream().map(run -> run.count() == 1 ? "" + run.first() : run.first() + "–" + (run.end() - 1))
                .collect(Collectors.joining(", "));
    }
}
