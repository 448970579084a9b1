package skipstitch.network;

import java.util.List;

/**
 * What a layer, or a network, costs in one forward pass of one sample.
 *
 * @param params          trainable parameters; a batch norm counts γ and β, not its statistics
 * @param macs            multiply-adds of convolutions, transposed convolutions and linear layers
 * @param activationBytes bytes of the output tensor as 32-bit floats
 */
public record Cost(long params, long macs, long activationBytes) {
    public static final Cost NONE = new Cost(0, 0, 0);

    public Cost plus(Cost other) {
        return new Cost(params + other.params, macs + other.macs, activationBytes + other.activationBytes);
    }

    /** What this costs more than another; less where negative. */
    public Cost minus(Cost other) {
        return new Cost(params - other.params, macs - other.macs, activationBytes - other.activationBytes);
    }

    static Cost of(Layer layer, List<Shape> incoming, Shape out) {
        long bytes = out.bytes();
        return switch (layer) {
            case Layer.Conv conv -> {
                long perFilter = (long) (incoming.getFirst().channels() / conv.groups()) * conv.window().kernel().area();
                yield new Cost(conv.filters() * (perFilter + (conv.bias() ? 1 : 0)), out.elements() * perFilter, bytes);
            }
            // Its multiply-adds are counted by input positions: each paints one kernel a filter.
            case Layer.TransposedConv conv -> {
                long perInput = (long) conv.filters() * conv.kernel().area();
                yield new Cost(incoming.getFirst().channels() * perInput + (conv.bias() ? conv.filters() : 0),
                        incoming.getFirst().elements() * perInput, bytes);
            }
            case Layer.Linear linear -> {
                long weights = (long) incoming.getFirst().channels() * linear.outputs();
                yield new Cost(weights + (linear.bias() ? linear.outputs() : 0), weights, bytes);
            }
            case Layer.BatchNorm _ -> new Cost(2L * out.channels(), 0, bytes);
            default -> new Cost(0, 0, bytes);
        };
    }
}
