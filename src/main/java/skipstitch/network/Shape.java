package skipstitch.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of one sample's tensor, {@code [C, H, W]}; a vector is {@code [C, 1, 1]}.
 *
 * @param channels C, at least 1
 * @param height   H, at least 1
 * @param width    W, at least 1
 */
public record Shape(int channels, int height, int width) {
    /** No tensor may have more elements than a Java array can hold. */
    public static final long MOST_ELEMENTS = Integer.MAX_VALUE;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\s*[x×*,]\\s*(\\d{1,9})\\s*[x×*,]\\s*(\\d{1,9})");

    /** @throws IllegalArgumentException if a size is below 1 or the tensor has more than 2³¹−1 elements */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Sizes must be at least 1: " + channels + "×" + height + "×" + width);
        }
        if (!isAddressable(channels, height, width)) {
            throw new IllegalArgumentException(
                    "More than 2³¹−1 elements: " + channels + "×" + height + "×" + width);
        }
    }

    public static Shape vector(int channels) {
        return new Shape(channels, 1, 1);
    }

    /**
     * Reads {@code CxHxW}.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    public static Shape parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a shape: write channels x height x width, like 3x32x32");
        }
        return new Shape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    static boolean isAddressable(long channels, long height, long width) {
        return channels <= MOST_ELEMENTS && height <= MOST_ELEMENTS && width <= MOST_ELEMENTS
                && Math.multiplyHigh(channels * height, width) == 0
                && channels * height * width >= 0
                && channels * height * width <= MOST_ELEMENTS;
    }

    /** C·H·W. */
    public int elements() {
        return channels * height * width;
    }

    /** H·W. */
    public int area() {
        return height * width;
    }

    /** Bytes as 32-bit floats. */
    public long bytes() {
        return 4L * elements();
    }

    public boolean isVector() {
        return height == 1 && width == 1;
    }

    public boolean sameSizeAs(Shape other) {
        return height == other.height && width == other.width;
    }

    public Shape withChannels(int newChannels) {
        return new Shape(newChannels, height, width);
    }

    public Shape withSize(int newHeight, int newWidth) {
        return new Shape(channels, newHeight, newWidth);
    }

    /** {@code 8×32×32}. */
    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
