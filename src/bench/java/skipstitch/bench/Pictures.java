package skipstitch.bench;

import java.util.SplittableRandom;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Pictures of noise, each unlike all before it in one value, so that a memo knows nothing of what is wanted and
 * the cost of making a picture stays that of copying it.
 */
final class Pictures {
    private final Shape shape;
    private final float[] noise;
    private int made;

    Pictures(Shape shape) {
        this.shape = shape;
        this.noise = new float[shape.elements()];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat();
        }
    }

    Tensor next() {
        float[] values = noise.clone();
        values[0] = made++ / (float) (1 << 24);
        return new Tensor(shape, values);
    }
}
