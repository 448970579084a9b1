package skipstitch.explain.depth;

import java.util.List;
import java.util.stream.Stream;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * What is sent through the chains: pictures, and to each a neighbour, the same one moved by a fraction of a pixel.
 *
 * @param pictures   {@code [1, 12, 12]} each, at least one
 * @param neighbours as many
 */
public record DepthPictures(List<Tensor> pictures, List<Tensor> neighbours) {
    /** Of a pixel, to the right. */
    public static final double MOVE = 0.25;

    /** @throws IllegalArgumentException if there is none, or one of another shape */
    public DepthPictures {
        pictures = List.copyOf(pictures);
        neighbours = List.copyOf(neighbours);
        if (pictures.isEmpty() || pictures.size() != neighbours.size()) {
            throw new IllegalArgumentException("There must be a picture, and a neighbour to each");
        }
        Stream.concat(pictures.stream(), neighbours.stream()).map(Tensor::shape).filter(each -> !each.equals(shape()))
                .findFirst().ifPresent(each -> {
                    throw new IllegalArgumentException("A picture must be " + shape() + ", not " + each);
                });
    }

    /** What a picture must have. */
    public static Shape shape() {
        return Chain.PICTURE;
    }

    public static DepthPictures of(List<Tensor> pictures) {
        return new DepthPictures(pictures, pictures.stream().map(DepthPictures::moved).toList());
    }

    /** Linearly interpolated; the leftmost column stays. */
    private static Tensor moved(Tensor picture) {
        Shape shape = picture.shape();
        float[] values = new float[shape.elements()];
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    values[picture.index(c, y, x)] = (float) ((1 - MOVE) * picture.at(c, y, x)
                            + MOVE * picture.at(c, y, Math.max(0, x - 1)));
                }
            }
        }
        return new Tensor(shape, values);
    }

    /** Pictures, then neighbours. */
    List<Tensor> all() {
        return Stream.of(pictures, neighbours).flatMap(List::stream).toList();
    }

    /**
     * What pictures are multiplied by: without norms and biases a chain's values grow with its picture, and from a large
     * one they are not rounded to 0 on their way down.
     */
    static double factor(DepthSettings settings) {
        return settings.norm() ? 1 : 0x1p40;
    }

    /** One after another, {@code [N, C, H, W]}. */
    static float[] batch(List<Tensor> pictures, double factor) {
        int each = shape().elements();
        float[] batch = new float[pictures.size() * each];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = (float) (pictures.get(i / each).values()[i % each] * factor);
        }
        return batch;
    }
}
