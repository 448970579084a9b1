package skipstitch.document;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** A decoded picture: opaque sRGB pixels and the name under which a person knows it. */
public final class Picture {
    private final String name;
    private final int width;
    private final int height;
    private final int[] argb;

    private Picture(String name, int width, int height, int[] argb) {
        this.name = name;
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * A picture of these pixels; what is transparent is laid over white.
     *
     * @param argb sRGB, not premultiplied, row by row; copied
     * @throws IllegalArgumentException if there are not width·height pixels, or none
     */
    public static Picture of(String name, int width, int height, int[] argb) {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(width + "×" + height + " does not have " + argb.length + " pixels");
        }
        return ofEach(name, width, height, (x, y) -> argb[y * width + x]);
    }

    /** The same from a function of x and y that gives each pixel's ARGB. */
    public static Picture ofEach(String name, int width, int height, IntBinaryOperator pixels) {
        int[] opaque = new int[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                opaque[y * width + x] = overWhite(pixels.applyAsInt(x, y));
            }
        }
        return new Picture(name, width, height, opaque);
    }

    private static int overWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        return 255 << 24 | overWhite(argb >> 16 & 255, alpha) << 16 | overWhite(argb >> 8 & 255, alpha) << 8
                | overWhite(argb & 255, alpha);
    }

    private static int overWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    public String name() {
        return name;
    }

    /** In pixels, at least 1. */
    public int width() {
        return width;
    }

    /** In pixels, at least 1. */
    public int height() {
        return height;
    }

    /** The pixel as ARGB, its alpha 255. */
    public int at(int x, int y) {
        return argb[y * width + x];
    }

    /** A copy of all pixels as ARGB, row by row. */
    public int[] pixels() {
        return argb.clone();
    }

    /** Pictures are equal that have the same name and pixels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && name.equals(picture.name) && width == picture.width
                && height == picture.height && Arrays.equals(argb, picture.argb);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + width) + height;
    }

    /** {@code house, 256×256}. */
    @Override
    public String toString() {
        return name + ", " + width + "×" + height;
    }
}
