package skipstitch.explain.gradients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/** The one number whose gradient is taken. */
public sealed interface Objective {

    /** The mean of all values of all outputs. */
    record Mean() implements Objective {}

    /**
     * One value of the first output.
     *
     * @param channel one that the output has not is the last
     * @param down    how far from the top, from 0 to 1
     * @param across  how far from the left, from 0 to 1
     */
    record OneValue(int channel, double down, double across) implements Objective {

        public static OneValue inTheMiddle(int channel) {
            return new OneValue(channel, 0.5, 0.5);
        }
    }

    /**
     * The softmax cross-entropy {@code −log softmax(output)[channel]} over the channels of the first output, averaged
     * over its positions, as if this channel were right at each of them.
     */
    record CrossEntropy(int channel) implements Objective {}

    /** What the loss is, and how it changes with each value of some nodes. */
    record Taken(double value, Map<NodeId, float[]> seeds) {}

    /** In words, after "Gradient of". */
    default String title() {
        return switch (this) {
            case Mean _ -> "the output's mean";
            case OneValue(int channel, double down, double across) -> "one value of output channel " + channel;
            case CrossEntropy(int channel) -> "the cross-entropy loss, were channel " + channel + " right";
        };
    }

    /**
     * Takes it.
     *
     * @param values of an output, {@code [C, H, W]}
     */
    default Taken of(Lane lane, Function<NodeId, float[]> values) {
        List<NodeId> outputs = outputs(lane);
        if (outputs.isEmpty()) {
            return new Taken(0, Map.of());
        }
        NodeId first = outputs.getFirst();
        Shape shape = lane.shapes().shape(first);
        return switch (this) {
            case Mean _ -> mean(outputs, values);
            case OneValue(int channel, double down, double across) -> {
                float[] seed = new float[shape.elements()];
                int at = (Math.clamp(channel, 0, shape.channels() - 1) * shape.height()
                        + (int) Math.round(down * (shape.height() - 1))) * shape.width()
                        + (int) Math.round(across * (shape.width() - 1));
                seed[at] = 1;
                yield new Taken(values.apply(first)[at], Map.of(first, seed));
            }
            case CrossEntropy(int channel) ->
                    crossEntropy(first, shape, Math.clamp(channel, 0, shape.channels() - 1), values.apply(first));
        };
    }

    /** The outputs that are live and have a shape. */
    private static List<NodeId> outputs(Lane lane) {
        List<NodeId> outputs = new ArrayList<>();
        for (Node node : lane.network().outputs()) {
            if (lane.isLive(node.id()) && lane.shapes().find(node.id()).isPresent()) {
                outputs.add(node.id());
            }
        }
        return outputs;
    }

    private static Taken mean(List<NodeId> outputs, Function<NodeId, float[]> values) {
        Map<NodeId, float[]> all = new LinkedHashMap<>();
        outputs.forEach(id -> all.put(id, values.apply(id)));
        long count = all.values().stream().mapToLong(each -> each.length).sum();
        double sum = 0;
        Map<NodeId, float[]> seeds = new LinkedHashMap<>();
        for (Map.Entry<NodeId, float[]> each : all.entrySet()) {
            for (float value : each.getValue()) {
                sum += value;
            }
            float[] seed = new float[each.getValue().length];
            Arrays.fill(seed, (float) (1.0 / count));
            seeds.put(each.getKey(), seed);
        }
        return new Taken(sum / count, seeds);
    }

    private static Taken crossEntropy(NodeId output, Shape shape, int wanted, float[] values) {
        int area = shape.area();
        float[] seed = new float[values.length];
        double loss = 0;
        for (int at = 0; at < area; at++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = at; k < values.length; k += area) {
                largest = Math.max(largest, values[k]);
            }
            double sum = 0;
            for (int k = at; k < values.length; k += area) {
                sum += Math.exp(values[k] - largest);
            }
            int right = wanted * area + at;
            loss += Math.log(sum) - (values[right] - largest);
            for (int k = at; k < values.length; k += area) {
                double share = Math.exp(values[k] - largest) / sum;
                seed[k] = (float) ((k == right ? share - 1 : share) / area);
            }
        }
        return new Taken(loss / area, Map.of(output, seed));
    }
}
