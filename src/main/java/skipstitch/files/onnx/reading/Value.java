package skipstitch.files.onnx.reading;

import skipstitch.network.NodeId;

/** What a name in a model stands for. */
sealed interface Value {

    /** Known beforehand. */
    record Constant(Numbers numbers) implements Value {}

    /** What a node of the network gives. */
    record Tensor(NodeId node, Axes axes) implements Value {}

    /** Where the maxima of a pool were. */
    record Indices(NodeId pool) implements Value {}

    /** Depends on an operator that is no layer here. */
    record Cut() implements Value {}

    /** The axes that a tensor has in the model; in the network it is {@code [C, H, W]}. */
    enum Axes {
        /** {@code [N, C, H, W]}. */
        CHANNELS_FIRST,
        /** {@code [N, H, W, C]}, between two transpositions. */
        CHANNELS_LAST,
        /** {@code [N, C]}, of a vector. */
        FLAT;

        /** On which the channels lie. */
        int channels() {
            return this == CHANNELS_LAST ? 3 : 1;
        }

        int count() {
            return this == FLAT ? 2 : 4;
        }

        /** The axis of the rows; −1 if there is none. */
        int rows() {
            return switch (this) {
                case CHANNELS_FIRST -> 2;
                case CHANNELS_LAST -> 1;
                case FLAT -> -1;
            };
        }
    }
}
