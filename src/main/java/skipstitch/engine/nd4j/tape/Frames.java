package skipstitch.engine.nd4j.tape;

import java.util.Arrays;
import java.util.List;
import skipstitch.network.Shape;

/** What takes values away, puts zeros around them, repeats or mixes them by place; each way back is the other's. */
final class Frames {
    private Frames() {}

    /** Moves a picture down and right, or up and left where negative; what falls outside is lost, what is bare is 0. */
    static Stage moved(Block input, Shape shape, int down, int right) {
        Block output = Block.of(shape, input.batch());
        Block gradient = Block.of(input.shape(), input.batch());
        return new Stage(output, () -> move(input, output, down, right), dy -> {
            move(new Block(shape, input.batch(), dy), gradient, -down, -right);
            return List.of(gradient.values());
        });
    }

    static void move(Block from, Block to, int down, int right) {
        Arrays.fill(to.values(), 0);
        int left = Math.max(0, right);
        int count = Math.min(to.shape().width(), from.shape().width() + right) - left;
        for (int n = 0; n < from.batch() && count > 0; n++) {
            for (int y = Math.max(0, down); y < Math.min(to.shape().height(), from.shape().height() + down); y++) {
                System.arraycopy(from.values(), from.index(n, y - down, left - right),
                        to.values(), to.index(n, y, left), count * from.channels());
            }
        }
    }

    static Stage padChannels(Block input, Shape shape, int before) {
        Block output = Block.of(shape, input.batch());
        float[] gradient = new float[input.size()];
        return new Stage(output,
                () -> Merges.channels(input.values(), input.channels(), 0, output.values(), shape.channels(), before),
                dy -> {
                    Merges.channels(dy, shape.channels(), before, gradient, input.channels(), 0);
                    return List.of(gradient);
                });
    }

    static Stage subsample(Block input, Shape shape, int stride) {
        Block output = Block.of(shape, input.batch());
        float[] gradient = new float[input.size()];
        int channels = input.channels();
        return new Stage(output, () -> {
            int to = 0;
            for (int n = 0; n < input.batch(); n++) {
                for (int y = 0; y < shape.height(); y++) {
                    for (int x = 0; x < shape.width(); x++, to += channels) {
                        System.arraycopy(input.values(), input.index(n, y * stride, x * stride),
                                output.values(), to, channels);
                    }
                }
            }
        }, dy -> {
            int from = 0;
            for (int n = 0; n < input.batch(); n++) {
                for (int y = 0; y < shape.height(); y++) {
                    for (int x = 0; x < shape.width(); x++, from += channels) {
                        System.arraycopy(dy, from, gradient, input.index(n, y * stride, x * stride), channels);
                    }
                }
            }
            return List.of(gradient);
        });
    }

    /** {@code [C, H, W] → [C·H·W]}, in that order. */
    static Stage flatten(Block input, Shape shape) {
        if (input.shape().isVector()) {
            return Stage.through(input);
        }
        Block output = Block.of(shape, input.batch());
        return new Stage(output, () -> System.arraycopy(Block.channelsFirst(input.values(), input.shape()), 0,
                output.values(), 0, output.size()),
                dy -> List.of(Block.channelsLast(dy, input.shape())));
    }
}
