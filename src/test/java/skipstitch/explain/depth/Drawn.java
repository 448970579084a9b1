package skipstitch.explain.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** Pictures for chains. */
final class Drawn {
    private Drawn() {}

    /** Four, each a disc on a ground that shades off, and to each its neighbour. */
    static DepthPictures pictures() {
        List<Tensor> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 4; i++) {
            double x = random.nextDouble(3, 9);
            double y = random.nextDouble(3, 9);
            double radius = random.nextDouble(2, 5);
            Shape shape = DepthPictures.shape();
            float[] values = new float[shape.elements()];
            for (int at = 0; at < values.length; at++) {
                int row = at / shape.width();
                int column = at % shape.width();
                values[at] = Math.hypot(column - x, row - y) < radius ? 0.9f : 0.02f * (row + i);
            }
            all.add(new Tensor(shape, values));
        }
        return DepthPictures.of(all);
    }
}
