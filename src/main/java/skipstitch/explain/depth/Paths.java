package skipstitch.explain.depth;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths from the input to the output of a chain with shortcuts: at each block one goes through the branch or past
 * it (Veit et al. 2016). A plain chain has one, through all blocks.
 *
 * @param byLength how many paths go through as many branches as the place in the list says, from 0 to n
 */
public record Paths(List<Long> byLength) {

    public Paths {
        byLength = List.copyOf(byLength);
    }

    /** @param blocks n, from 0 to {@link DepthSettings#MOST} */
    public static Paths of(int blocks) {
        List<Long> lengths = new ArrayList<>();
        long ways = 1;
        for (int length = 0; length <= blocks; length++) {
            lengths.add(ways);
            ways = ways * (blocks - length) / (length + 1);
        }
        return new Paths(lengths);
    }

    /** 2ⁿ. */
    public long count() {
        return byLength.stream().mapToLong(Long::longValue).sum();
    }

    /** Branches that a path goes through on average: n/2. */
    public double meanLength() {
        return (byLength.size() - 1) / 2.0;
    }

    /** The share of paths with lengths from the first to the last of these, both included. */
    public double share(int from, int to) {
        return (double) byLength.subList(from, to + 1).stream().mapToLong(Long::longValue).sum() / count();
    }

    /** How far to either side of the mean one has to go until 95 of 100 paths are within. */
    public int spread() {
        int blocks = byLength.size() - 1;
        int spread = 0;
        while (share(blocks / 2 - spread, blocks - blocks / 2 + spread) < 0.95) {
            spread++;
        }
        return spread;
    }
}
