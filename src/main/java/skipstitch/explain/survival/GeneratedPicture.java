package skipstitch.explain.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import skipstitch.engine.Pictures;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * A picture made from a seed, of any size: discs, boxes and stripes in many colours on a ground that shades off, and
 * some noise. Values from 0 to 1.
 */
final class GeneratedPicture implements Pictures {
    private static final int FIGURES = 9;
    private static final int COLOURS = 3;
    private static final double NOISE = 0.03;

    private final long seed;
    private final double[] left;
    private final double[] right;
    private final List<Figure> figures = new ArrayList<>();

    private enum Kind { DISC, BOX, STRIPES }

    /** Lengths are shares of the picture's side. */
    private record Figure(Kind kind, double x, double y, double size, double period, double[] colour) {

        boolean covers(double atX, double atY) {
            double dx = atX - x;
            double dy = atY - y;
            boolean inBox = Math.abs(dx) < size && Math.abs(dy) < size;
            return switch (kind) {
                case DISC -> dx * dx + dy * dy < size * size;
                case BOX -> inBox;
                case STRIPES -> inBox && Math.floorMod((long) Math.floor((dx + dy) / period), 2) == 0;
            };
        }
    }

    GeneratedPicture(long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        left = colour(random);
        right = colour(random);
        for (int i = 0; i < FIGURES; i++) {
            figures.add(new Figure(Kind.values()[random.nextInt(Kind.values().length)], random.nextDouble(),
                    random.nextDouble(), random.nextDouble(0.06, 0.3), random.nextDouble(0.03, 0.12), colour(random)));
        }
    }

    private static double[] colour(SplittableRandom random) {
        return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    }

    @Override
    public Tensor of(Shape input) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        float[] values = new float[input.elements()];
        for (int y = 0; y < input.height(); y++) {
            for (int x = 0; x < input.width(); x++) {
                double[] colour = at((x + 0.5) / input.width(), (y + 0.5) / input.height());
                for (int c = 0; c < input.channels(); c++) {
                    double value = input.channels() == 1 ? (colour[0] + colour[1] + colour[2]) / COLOURS
                            : colour[c % COLOURS];
                    values[c * input.area() + y * input.width() + x] =
                            (float) Math.clamp(value + NOISE * random.nextGaussian(), 0.0, 1.0);
                }
            }
        }
        return new Tensor(input, values);
    }

    private double[] at(double x, double y) {
        double[] colour = new double[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            colour[i] = (1 - x) * left[i] + x * right[i];
        }
        for (Figure figure : figures) {
            colour = figure.covers(x, y) ? figure.colour() : colour;
        }
        return colour;
    }
}
