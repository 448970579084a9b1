package skipstitch.intervention;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Adds to some values. What lies outside a tensor is left out.
 *
 * @param added what is added where; nowhere 0
 */
public record Paint(SortedMap<Pixel, Float> added) implements Intervention {
    /** So that a file can hold them. */
    public static final int MOST_PIXELS = 10_000;

    /** One value's place in a tensor, each counted from 0. */
    public record Pixel(int channel, int y, int x) implements Comparable<Pixel> {
        private static final Comparator<Pixel> READING = Comparator.comparingInt(Pixel::channel)
                .thenComparingInt(Pixel::y).thenComparingInt(Pixel::x);

        boolean isIn(Shape shape) {
            return channel >= 0 && channel < shape.channels() && y >= 0 && y < shape.height()
                    && x >= 0 && x < shape.width();
        }

        @Override
        public int compareTo(Pixel other) {
            return READING.compare(this, other);
        }
    }

    /** @throws IllegalArgumentException if a value is not finite, or there are too many */
    public Paint {
        SortedMap<Pixel, Float> copy = new TreeMap<>(added);
        copy.values().removeIf(value -> value == 0);
        if (copy.size() > MOST_PIXELS) {
            throw new IllegalArgumentException("Paint is on 10,000 pixels at the most, not on " + copy.size());
        }
        copy.forEach((pixel, value) -> {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("Paint is a finite number, not " + value + " at " + pixel);
            }
        });
        added = Collections.unmodifiableSortedMap(copy);
    }

    public Paint(Map<Pixel, Float> added) {
        this(new TreeMap<>(added));
    }

    /**
     * A dot of the brush: the pixels around one, as far as the radius goes.
     *
     * @param radius 0 for one pixel alone
     */
    public static Paint dab(Pixel middle, int radius, float amount) {
        SortedMap<Pixel, Float> added = new TreeMap<>();
        for (int y = -radius; y <= radius; y++) {
            for (int x = -radius; x <= radius; x++) {
                if (y * y + x * x <= radius * radius) {
                    added.put(new Pixel(middle.channel(), middle.y() + y, middle.x() + x), amount);
                }
            }
        }
        return new Paint(added);
    }

    /** What takes it back where both are summed. */
    public Paint opposite() {
        SortedMap<Pixel, Float> opposite = new TreeMap<>();
        added.forEach((pixel, value) -> opposite.put(pixel, -value));
        return new Paint(opposite);
    }

    @Override
    public Tensor apply(Tensor tensor) {
        float[] values = tensor.values().clone();
        added.forEach((pixel, value) -> {
            if (pixel.isIn(tensor.shape())) {
                values[tensor.index(pixel.channel(), pixel.y(), pixel.x())] += value;
            }
        });
        return new Tensor(tensor.shape(), values);
    }

    /** What is added does not depend on what it is added to. */
    @Override
    public Tensor back(Tensor gradient) {
        return gradient;
    }

    @Override
    public Intervention after(Intervention earlier) {
        if (!(earlier instanceof Paint(SortedMap<Pixel, Float> below))) {
            return this;
        }
        SortedMap<Pixel, Float> sum = new TreeMap<>(below);
        added.forEach((pixel, value) -> sum.merge(pixel, value, Paint::sum));
        sum.values().removeIf(value -> value == 0);
        return sum.size() > MOST_PIXELS ? earlier : new Paint(sum);
    }

    /** Paint over paint without end stays a number. */
    private static float sum(float below, float above) {
        return Math.clamp(below + above, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    @Override
    public Kind kind() {
        return Kind.PAINT;
    }

    @Override
    public String mark() {
        return "painted";
    }

    @Override
    public String title() {
        return added.size() == 1 ? "painted at one pixel" : "painted at " + added.size() + " pixels";
    }

    @Override
    public boolean changesNothing() {
        return added.isEmpty();
    }
}
