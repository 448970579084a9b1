package skipstitch.tensor;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * In which order channels are looked at. Equal ones keep the order of their index, whichever way.
 *
 * @param by         what they are compared by
 * @param descending whether the largest comes first
 */
public record ChannelOrder(By by, boolean descending) {
    /** As they stand in the tensor. */
    public static final ChannelOrder BY_INDEX = new ChannelOrder(By.INDEX, false);

    /** A property of a channel. */
    public enum By {
        INDEX("index", _ -> 0),
        MEAN("mean", Statistics::mean),
        NORM("norm", Statistics::norm),
        /** The share of zeros. */
        SPARSITY("sparsity", Statistics::zeros);

        private final String word;
        private final ToDoubleFunction<Statistics> value;

        By(String word, ToDoubleFunction<Statistics> value) {
            this.word = word;
            this.value = value;
        }

        public String word() {
            return word;
        }
    }

    /** By the same, the other way round. */
    public ChannelOrder turned() {
        return new ChannelOrder(by, !descending);
    }

    /** The channels' indices from first to last. */
    public List<Integer> of(List<Statistics> channels) {
        List<Integer> indices = IntStream.range(0, channels.size()).boxed().toList();
        if (by == By.INDEX) {
            return descending ? indices.reversed() : indices;
        }
        Comparator<Integer> upwards =
                Comparator.comparingDouble(channel -> by.value.applyAsDouble(channels.get(channel)));
        return indices.stream().sorted(descending ? upwards.reversed() : upwards).toList();
    }
}
