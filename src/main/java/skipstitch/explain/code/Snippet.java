package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;

/**
 * Lines of Python for one framework.
 *
 * @param variables what the lines read
 * @param lines     of which the last computes the node's tensor, called {@code y}; for an input it is {@code x}
 * @param atMisfit  what the framework would do, where the node misfits and the framework has an opinion
 */
public record Snippet(List<Variable> variables, List<String> lines, Optional<Response> atMisfit) {
    public Snippet {
        variables = List.copyOf(variables);
        lines = List.copyOf(lines);
    }

    /** To copy. */
    public String text() {
        return String.join("\n", lines);
    }
}
