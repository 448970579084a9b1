package skipstitch.explain.arithmetic;

import java.util.List;
import skipstitch.explain.arithmetic.Line.Says;

/**
 * An explanation in lines, with numbers that are exact to what is printed: what the digits of a line come to is what
 * stands after its {@code =}, or the line ends with {@code rounded}.
 */
public record Written(List<Line> lines) {
    public Written {
        lines = List.copyOf(lines);
    }

    /** The lines of one sort, in order. */
    public List<Line> lines(Says says) {
        return lines.stream().filter(line -> line.says() == says).toList();
    }
}
