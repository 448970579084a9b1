package skipstitch.explain.steps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import skipstitch.explain.arithmetic.Line;

/**
 * One channel or number of a lane: what it is made of, and what it is.
 *
 * @param parts  what goes in; where there are too many, those that give most
 * @param more   how many others go in
 * @param sign   between the parts: {@code "+"}, {@code "×"}; empty where one alone goes in
 * @param joined whether the result is the one part, put beside others by a concat
 * @param result what comes out
 * @param made   of which channels of which layers the result is made
 * @param lines  what is to be said
 */
public record Row(List<Part> parts, int more, String sign, boolean joined, Part result, String made, List<Line> lines) {
    public Row {
        parts = List.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /** Whether another row has the same maps and says the same. */
    boolean isAlike(Row other) {
        return joined == other.joined && parts.size() == other.parts.size()
                && Arrays.equals(result.map().values(), other.result.map().values())
                && lines.stream().map(Line::text).toList().equals(other.lines.stream().map(Line::text).toList())
                && IntStream.range(0, parts.size()).allMatch(i ->
                        Arrays.equals(parts.get(i).map().values(), other.parts.get(i).map().values()));
    }
}
