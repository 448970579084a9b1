package skipstitch.engine.nd4j.tape;

import java.util.List;
import java.util.stream.IntStream;
import skipstitch.network.Shape;

/** Where branches meet, and their ways back. */
final class Merges {
    private Merges() {}

    /** The gradient goes whole to every branch. */
    static Stage add(List<Block> inputs) {
        Block first = inputs.getFirst();
        Block output = Block.of(first.shape(), first.batch());
        return new Stage(output, () -> {
            System.arraycopy(first.values(), 0, output.values(), 0, output.size());
            inputs.stream().skip(1).forEach(each -> plus(output.values(), each.values()));
        }, dy -> inputs.stream().map(_ -> dy).toList());
    }

    static void plus(float[] sum, float[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /** The gradient is cut into the branches' channels. */
    static Stage concat(List<Block> inputs, Shape shape) {
        Block output = Block.of(shape, inputs.getFirst().batch());
        List<float[]> gradients = inputs.stream().map(each -> new float[each.size()]).toList();
        return new Stage(output, () -> {
            int first = 0;
            for (Block input : inputs) {
                channels(input.values(), input.channels(), 0, output.values(), shape.channels(), first);
                first += input.channels();
            }
        }, dy -> {
            int first = 0;
            for (int i = 0; i < inputs.size(); i++) {
                channels(dy, shape.channels(), first, gradients.get(i), inputs.get(i).channels(), 0);
                first += inputs.get(i).channels();
            }
            return gradients;
        });
    }

    /** Copies, at each position, as many channels as the narrower of the two has. */
    static void channels(float[] from, int width, int first, float[] to, int toWidth, int toFirst) {
        int count = Math.min(width, toWidth);
        for (int at = first, into = toFirst; at < from.length; at += width, into += toWidth) {
            System.arraycopy(from, at, to, into, count);
        }
    }

    /** A branch's gradient is {@code dy} times all other branches. */
    static Stage multiply(List<Block> inputs) {
        Block first = inputs.getFirst();
        Block output = Block.of(first.shape(), first.batch());
        List<float[]> gradients = inputs.stream().map(each -> new float[each.size()]).toList();
        return new Stage(output, () -> {
            System.arraycopy(first.values(), 0, output.values(), 0, output.size());
            inputs.stream().skip(1).forEach(each -> times(output.values(), each.values()));
        }, dy -> {
            for (int i = 0; i < inputs.size(); i++) {
                int mine = i;
                System.arraycopy(dy, 0, gradients.get(i), 0, dy.length);
                IntStream.range(0, inputs.size()).filter(other -> other != mine)
                        .forEach(other -> times(gradients.get(mine), inputs.get(other).values()));
            }
            return gradients;
        });
    }

    private static void times(float[] product, float[] factor) {
        Functions.product(product, factor, product);
    }

    /** {@code y = x·g} with one g a position: {@code dx = dy·g}, {@code dg = Σ_c dy·x}. */
    static Stage gate(Block input, Block gate) {
        Block output = Block.of(input.shape(), input.batch());
        float[] gradient = new float[input.size()];
        float[] gateGradient = new float[gate.size()];
        int channels = input.channels();
        return new Stage(output, () -> spread(input.values(), gate.values(), channels, output.values()), dy -> {
            spread(dy, gate.values(), channels, gradient);
            for (int position = 0, at = 0; position < gateGradient.length; position++) {
                double sum = 0;
                for (int c = 0; c < channels; c++, at++) {
                    sum += (double) dy[at] * input.values()[at];
                }
                gateGradient[position] = (float) sum;
            }
            return List.of(gradient, gateGradient);
        });
    }

    private static void spread(float[] values, float[] gate, int channels, float[] result) {
        for (int position = 0, at = 0; position < gate.length; position++) {
            for (int c = 0; c < channels; c++, at++) {
                result[at] = values[at] * gate[position];
            }
        }
    }
}
