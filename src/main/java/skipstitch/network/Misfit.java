package skipstitch.network;

import java.util.List;

/**
 * Why a node has no shape.
 *
 * @param node   where
 * @param rule   the rule that is broken
 * @param shapes the shapes that came in, in the order of the inlets
 * @param why    one sentence for a person, with the numbers
 */
public record Misfit(NodeId node, Rule rule, List<Shape> shapes, String why) {
    public Misfit {
        shapes = List.copyOf(shapes);
    }

    /** What must hold for a node to have a shape. */
    public enum Rule {
        NO_CYCLE("A network has no loops"),
        SOURCES_EXIST("Every edge comes from a node"),
        FAN_IN("A layer takes a fixed number of tensors"),
        SETTINGS("Settings are positive and in range"),
        SAME_SHAPE("Add and multiply need equal channels, height and width"),
        SAME_SIZE("Concat needs equal height and width; only channels may differ"),
        GATE_OF_ONE_CHANNEL("A gate has one channel, and the height and width of what it gates"),
        GROUPS_DIVIDE("Groups divide the channels that come in and the filters"),
        WINDOW_FITS("A window is not larger than the padded picture"),
        VECTOR("Linear takes a vector: flatten or average first"),
        SIZE_POSITIVE("Every size stays at least 1"),
        ADDRESSABLE("A tensor has at most 2³¹−1 elements"),
        INDICES_OF_A_POOL("Unpool takes the indices of a max pool, and a tensor of that pool's output shape");

        private final String sentence;

        Rule(String sentence) {
            this.sentence = sentence;
        }

        /** The rule itself, in the words a student reads. */
        public String sentence() {
            return sentence;
        }
    }

    @Override
    public String toString() {
        return node + ": " + why;
    }
}
