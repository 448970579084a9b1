package skipstitch.intervention;

import java.util.Random;
import java.util.stream.IntStream;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Puts the channels in another order, so that none of two or more stays where it was.
 *
 * @param seed         of the order
 * @param kernelsAlike whether the kernels that read the channels next are to be put in the same order
 */
public record Shuffle(long seed, boolean kernelsAlike) implements Intervention {

    /** For each channel after it, the one that it was before. */
    public int[] order(int channels) {
        int[] order = IntStream.range(0, channels).toArray();
        Random random = new Random(seed);
        // One cycle through all (Sattolo 1986), so that it is never the order that there was.
        for (int last = channels - 1; last > 0; last--) {
            int other = random.nextInt(last);
            int swapped = order[last];
            order[last] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    @Override
    public Tensor apply(Tensor tensor) {
        Shape shape = tensor.shape();
        int[] order = order(shape.channels());
        float[] values = new float[tensor.values().length];
        for (int channel = 0; channel < order.length; channel++) {
            System.arraycopy(tensor.values(), order[channel] * shape.area(), values, channel * shape.area(),
                    shape.area());
        }
        return new Tensor(shape, values);
    }

    @Override
    public Tensor back(Tensor gradient) {
        Shape shape = gradient.shape();
        int[] order = order(shape.channels());
        float[] values = new float[gradient.values().length];
        for (int channel = 0; channel < order.length; channel++) {
            System.arraycopy(gradient.values(), channel * shape.area(), values, order[channel] * shape.area(),
                    shape.area());
        }
        return new Tensor(shape, values);
    }

    /** Of tensors alone: what happens to kernels is not done here. */
    @Override
    public String content() {
        return "shuffle " + seed;
    }

    @Override
    public Kind kind() {
        return Kind.SHUFFLE;
    }

    @Override
    public String mark() {
        return "shuffled";
    }

    @Override
    public String title() {
        return kernelsAlike ? "shuffled, the next kernels alike" : "shuffled";
    }
}
