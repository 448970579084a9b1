package skipstitch.engine.nd4j.tape;

import java.util.Arrays;
import java.util.List;
import skipstitch.network.Layer;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** The largest of each window and where it was: there goes the gradient, and there an unpool puts its value. */
final class Maxima {
    private final Window window;
    private final Block input;
    private final Block output;
    /** Of each maximum, its index in the input; −1 if all taps fall on padding. */
    private final int[] places;
    private final float[] gradient;

    Maxima(Layer.MaxPool pool, Block input, Shape shape) {
        this.window = pool.window();
        this.input = input;
        this.output = Block.of(shape, input.batch());
        this.places = new int[output.size()];
        this.gradient = new float[input.size()];
    }

    Stage pool() {
        return new Stage(output, this::find, dy -> {
            Arrays.fill(gradient, 0);
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0) {
                    gradient[places[i]] += dy[i];
                }
            }
            return List.of(gradient);
        });
    }

    private void find() {
        Arrays.fill(output.values(), Float.NEGATIVE_INFINITY);
        Arrays.fill(places, -1);
        for (int n = 0; n < input.batch(); n++) {
            for (int oy = 0; oy < output.shape().height(); oy++) {
                for (int i = 0; i < window.kernel().height(); i++) {
                    int y = window.row(oy, i);
                    if (y >= 0 && y < input.shape().height()) {
                        findInRow(n, oy, y);
                    }
                }
            }
        }
    }

    private void findInRow(int n, int oy, int y) {
        for (int ox = 0; ox < output.shape().width(); ox++) {
            int to = output.index(n, oy, ox);
            for (int j = 0; j < window.kernel().width(); j++) {
                int x = window.column(ox, j);
                if (x >= 0 && x < input.shape().width()) {
                    take(input.index(n, y, x), to);
                }
            }
        }
    }

    /** The first of equal ones stays; the last of NaNs wins. */
    private void take(int from, int to) {
        float[] x = input.values();
        float[] y = output.values();
        for (int c = 0; c < input.channels(); c++) {
            if (places[to + c] < 0 || x[from + c] > y[to + c] || Float.isNaN(x[from + c])) {
                y[to + c] = x[from + c];
                places[to + c] = from + c;
            }
        }
    }

    /** Of two values put at one place, only the one that stays gets a gradient. */
    Stage unpool(Block values) {
        Block sheet = Block.of(input.shape(), input.batch());
        float[] back = new float[values.size()];
        int[] last = new int[sheet.size()];
        return new Stage(sheet, () -> {
            Arrays.fill(sheet.values(), 0);
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0) {
                    sheet.values()[places[i]] = values.values()[i];
                    last[places[i]] = i;
                }
            }
        }, dy -> {
            for (int i = 0; i < places.length; i++) {
                back[i] = places[i] >= 0 && last[places[i]] == i ? dy[places[i]] : 0;
            }
            return List.of(back);
        });
    }
}
