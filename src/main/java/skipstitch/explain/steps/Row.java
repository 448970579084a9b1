package skipstitch.explain.steps;

import java.util.List;
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
}
