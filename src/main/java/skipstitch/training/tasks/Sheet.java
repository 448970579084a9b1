package skipstitch.training.tasks;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** A picture being painted, and the class of every pixel of it. */
final class Sheet {
    private final Shape shape;
    private final float[] values;
    private final int[] classes;

    /** Which pixels. */
    @FunctionalInterface
    interface Region {
        boolean has(int y, int x);
    }

    /** What grey a pixel has, 0 black, 1 white. */
    @FunctionalInterface
    interface Pattern {
        double at(int y, int x);
    }

    Sheet(Shape shape) {
        this.shape = shape;
        this.values = new float[shape.elements()];
        this.classes = new int[shape.area()];
    }

    int height() {
        return shape.height();
    }

    int width() {
        return shape.width();
    }

    /** The shorter side. */
    int side() {
        return Math.min(shape.height(), shape.width());
    }

    /** Over what was there; a picture of several channels gets a tint. */
    void paint(Region region, Pattern pattern, int label, Dice dice) {
        double[] tint = new double[shape.channels()];
        for (int channel = 0; channel < tint.length; channel++) {
            tint[channel] = tint.length == 1 ? 1 : dice.between(0.7, 1.0);
        }
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                if (region.has(y, x)) {
                    int at = y * shape.width() + x;
                    classes[at] = label;
                    for (int channel = 0; channel < tint.length; channel++) {
                        values[channel * shape.area() + at] = (float) Math.clamp(tint[channel] * pattern.at(y, x), 0, 1);
                    }
                }
            }
        }
    }

    Tensor clean() {
        return new Tensor(shape, values.clone());
    }

    Tensor noisy(double deviation, Dice dice) {
        float[] noisy = values.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (deviation * dice.normal());
        }
        return new Tensor(shape, noisy);
    }

    Target classes() {
        return new Target.Classes(classes.clone());
    }
}
