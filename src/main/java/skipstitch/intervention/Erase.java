package skipstitch.intervention;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import skipstitch.tensor.Tensor;

/**
 * Sets some channels to 0.
 *
 * @param channels which, from 0
 */
public record Erase(SortedSet<Integer> channels) implements Intervention {
    private static final int NAMED = 3;

    /** @throws IllegalArgumentException if a channel is below 0 */
    public Erase {
        if (channels.stream().anyMatch(channel -> channel < 0)) {
            throw new IllegalArgumentException("Channels count from 0: " + channels);
        }
        channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
    }

    public Erase(Collection<Integer> channels) {
        this(new TreeSet<>(channels));
    }

    Erase without(int channel) {
        SortedSet<Integer> left = new TreeSet<>(channels);
        left.remove(channel);
        return new Erase(left);
    }

    @Override
    public Tensor apply(Tensor tensor) {
        int area = tensor.shape().area();
        float[] values = tensor.values().clone();
        channels.headSet(tensor.shape().channels()).forEach(channel ->
                Arrays.fill(values, channel * area, (channel + 1) * area, 0));
        return new Tensor(tensor.shape(), values);
    }

    @Override
    public Intervention after(Intervention earlier) {
        if (!(earlier instanceof Erase(SortedSet<Integer> gone))) {
            return this;
        }
        SortedSet<Integer> all = new TreeSet<>(gone);
        all.addAll(channels);
        return new Erase(all);
    }

    @Override
    public Tensor back(Tensor gradient) {
        return apply(gradient);
    }

    @Override
    public Kind kind() {
        return Kind.ERASE;
    }

    @Override
    public String mark() {
        return channels.size() + " erased";
    }

    @Override
    public String title() {
        return channels.size() > NAMED ? channels.size() + " channels erased"
                : (channels.size() == 1 ? "channel " : "channels ")
                        + channels.stream().map(Object::toString).collect(Collectors.joining(", ")) + " erased";
    }

    @Override
    public boolean changesNothing() {
        return channels.isEmpty();
    }
}
