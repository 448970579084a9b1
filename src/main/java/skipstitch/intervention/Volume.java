package skipstitch.intervention;

import java.util.Locale;
import skipstitch.tensor.Tensor;

/**
 * Multiplies every value.
 *
 * @param factor {@link #LEAST} to {@link #MOST}
 */
public record Volume(float factor) implements Intervention {
    public static final float LEAST = 0.01f;
    public static final float MOST = 100;

    /** @throws IllegalArgumentException if the factor is out of bounds */
    public Volume {
        if (!(factor >= LEAST && factor <= MOST)) {
            throw new IllegalArgumentException("The volume goes from 0.01 to 100, not to " + factor);
        }
    }

    @Override
    public Tensor apply(Tensor tensor) {
        float[] values = tensor.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new Tensor(tensor.shape(), values);
    }

    @Override
    public Tensor back(Tensor gradient) {
        return apply(gradient);
    }

    @Override
    public Kind kind() {
        return Kind.VOLUME;
    }

    @Override
    public String mark() {
        return "×" + factor(factor);
    }

    @Override
    public String title() {
        return "volume ×" + factor(factor);
    }

    /** A factor in three digits at the most: {@code 0.01}, {@code 1.5}, {@code 100}. */
    public static String factor(float factor) {
        int decimals = factor < 1 ? 3 : factor < 10 ? 2 : factor < 100 ? 1 : 0;
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", factor);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
    }

    @Override
    public boolean changesNothing() {
        return factor == 1;
    }
}
