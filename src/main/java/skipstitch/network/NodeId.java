package skipstitch.network;

import java.util.regex.Pattern;

/**
 * The lasting name of a node: weights, selection and lanes hang on it. Safe as a file name.
 *
 * @param value lower-case letters, digits, dots, underscores and hyphens; at least one, at most 120
 */
public record NodeId(String value) implements Comparable<NodeId> {
    /** No id has more characters. */
    static final int LONGEST = 120;

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_][a-z0-9._-]{0," + (LONGEST - 1) + "}");

    /** @throws IllegalArgumentException if the value has other characters, or starts with a dot or hyphen */
    public NodeId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("A node id has only a-z, 0-9, dot, underscore and hyphen, "
                    + "and starts with a letter, digit or underscore: '" + value + "'");
        }
    }

    public static NodeId of(String value) {
        return new NodeId(value);
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
