package skipstitch.engine.nd4j.tape;

import java.util.List;
import java.util.function.Supplier;

/** What acts on each value alone, and softmax over the channels of a position. */
final class Functions {
    private Functions() {}

    /** Writes one array from two others. */
    @FunctionalInterface
    private interface Pairing {
        void write(float[] first, float[] second, float[] result);
    }

    /** 0 where x is not above 0. */
    static Stage relu(Block input) {
        return ofInput(input, (x, _, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.max(x[i], 0);
            }
        }, (x, dy, dx) -> {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = x[i] > 0 ? dy[i] : 0;
            }
        });
    }

    /** 0 where x is not between 0 and 6. */
    static Stage relu6(Block input) {
        return ofInput(input, (x, _, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.min(Math.max(x[i], 0), 6);
            }
        }, (x, dy, dx) -> {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = x[i] > 0 && x[i] < 6 ? dy[i] : 0;
            }
        });
    }

    static Stage leakyRelu(float slope, Block input) {
        return ofInput(input, (x, _, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] > 0 ? x[i] : slope * x[i];
            }
        }, (x, dy, dx) -> {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = x[i] > 0 ? dy[i] : slope * dy[i];
            }
        });
    }

    static Stage scale(float factor, Block input) {
        return ofInput(input, (x, _, y) -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = factor * x[i];
            }
        }, (_, dy, dx) -> {
            for (int i = 0; i < dx.length; i++) {
                dx[i] = factor * dy[i];
            }
        });
    }

    /** {@code dx = y·(1 − y)·dy}. */
    static Stage sigmoid(Block input) {
        Block output = Block.of(input.shape(), input.batch());
        float[] gradient = new float[input.size()];
        return new Stage(output, () -> {
            for (int i = 0; i < gradient.length; i++) {
                output.values()[i] = (float) (1 / (1 + Math.exp(-input.values()[i])));
            }
        }, dy -> {
            for (int i = 0; i < gradient.length; i++) {
                float y = output.values()[i];
                gradient[i] = y * (1 - y) * dy[i];
            }
            return List.of(gradient);
        });
    }

    /** {@code dx[k] = y[k]·(dy[k] − Σ_j dy[j]·y[j])} at each position. */
    static Stage softmax(Block input) {
        Block output = Block.of(input.shape(), input.batch());
        float[] gradient = new float[input.size()];
        int channels = input.channels();
        return new Stage(output, () -> {
            for (int at = 0; at < gradient.length; at += channels) {
                softmax(input.values(), output.values(), at, channels);
            }
        }, dy -> {
            for (int at = 0; at < gradient.length; at += channels) {
                double mean = 0;
                for (int k = at; k < at + channels; k++) {
                    mean += (double) dy[k] * output.values()[k];
                }
                for (int k = at; k < at + channels; k++) {
                    gradient[k] = (float) (output.values()[k] * (dy[k] - mean));
                }
            }
            return List.of(gradient);
        });
    }

    private static void softmax(float[] x, float[] y, int at, int channels) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = at; k < at + channels; k++) {
            largest = Math.max(largest, x[k]);
        }
        double sum = 0;
        for (int k = at; k < at + channels; k++) {
            sum += Math.exp(x[k] - largest);
        }
        for (int k = at; k < at + channels; k++) {
            y[k] = (float) (Math.exp(x[k] - largest) / sum);
        }
    }

    /** @param mask of the pass: 0 or what is left is to be multiplied by, {@code [N, H, W, C]} */
    static Stage dropout(Block input, Supplier<float[]> mask) {
        Block output = Block.of(input.shape(), input.batch());
        float[] gradient = new float[input.size()];
        float[] kept = new float[input.size()];
        return new Stage(output, () -> {
            System.arraycopy(mask.get(), 0, kept, 0, kept.length);
            product(input.values(), kept, output.values());
        }, dy -> {
            product(dy, kept, gradient);
            return List.of(gradient);
        });
    }

    static void product(float[] first, float[] second, float[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = first[i] * second[i];
        }
    }

    private static Stage ofInput(Block input, Pairing forward, Pairing back) {
        Block output = Block.of(input.shape(), input.batch());
        float[] gradient = new float[input.size()];
        return new Stage(output, () -> forward.write(input.values(), input.values(), output.values()), dy -> {
            back.write(input.values(), dy, gradient);
            return List.of(gradient);
        });
    }
}
