package skipstitch.training.scores;

/**
 * How well borders lie (Csurka et al. 2013): a class's border is its pixels beside a pixel of another class; precision is
 * the share of the found border near a true one, recall that of the true border near a found one, F their harmonic mean.
 */
public final class Borders {
    /** So many pixels apart, in either direction, is near. */
    public static final int TOLERANCE = 1;

    private final int height;
    private final int width;

    public Borders(int height, int width) {
        this.height = height;
        this.width = width;
    }

    /**
     * Of one picture: the mean of F over the classes that are there or were found. A class that has no border in either
     * has 1, one that has a border in one of them alone 0.
     *
     * @param truth {@code [H, W]}
     * @param found {@code [H, W]}
     */
    public double f(int[] truth, int[] found) {
        int classes = 0;
        for (int i = 0; i < truth.length; i++) {
            classes = Math.max(classes, 1 + Math.max(truth[i], found[i]));
        }
        double sum = 0;
        int seen = 0;
        for (int one = 0; one < classes; one++) {
            if (has(truth, one) || has(found, one)) {
                sum += f(border(truth, one), border(found, one));
                seen++;
            }
        }
        return sum / seen;
    }

    private static boolean has(int[] picture, int one) {
        for (int each : picture) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    private double f(boolean[] truth, boolean[] found) {
        int trueCount = count(truth);
        int foundCount = count(found);
        if (trueCount == 0 || foundCount == 0) {
            return trueCount == foundCount ? 1 : 0;
        }
        double precision = (double) near(found, truth) / foundCount;
        double recall = (double) near(truth, found) / trueCount;
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static int count(boolean[] border) {
        int count = 0;
        for (boolean each : border) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private boolean[] border(int[] picture, int one) {
        boolean[] border = new boolean[picture.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                border[at] = picture[at] == one && (y > 0 && picture[at - width] != one
                        || y < height - 1 && picture[at + width] != one
                        || x > 0 && picture[at - 1] != one || x < width - 1 && picture[at + 1] != one);
            }
        }
        return border;
    }

    /** How many pixels of a border have one of the other near. */
    private int near(boolean[] border, boolean[] other) {
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                count += border[y * width + x] && hasNear(other, y, x) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean hasNear(boolean[] border, int y, int x) {
        for (int row = Math.max(0, y - TOLERANCE); row <= Math.min(height - 1, y + TOLERANCE); row++) {
            for (int column = Math.max(0, x - TOLERANCE); column <= Math.min(width - 1, x + TOLERANCE); column++) {
                if (border[row * width + column]) {
                    return true;
                }
            }
        }
        return false;
    }
}
