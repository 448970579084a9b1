package skipstitch.explain.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;
import skipstitch.network.Window;

/**
 * A network with a linear layer in each layer's stead that reads the same values, each with a random positive weight:
 * a maximum becomes a weighted sum of its window. Nothing cancels, so what a change of one value changes is exactly
 * what depends on it.
 */
final class LinearSurrogate {
    private final Shapes shapes;
    private final Random random;

    LinearSurrogate(Shapes shapes, Random random) {
        this.shapes = shapes;
        this.random = random;
    }

    /** By how much each value of each tensor changes when one value of a node's tensor grows by 1. */
    Map<NodeId, double[]> changes(NodeId changed, int index) {
        Map<NodeId, double[]> all = new HashMap<>();
        for (Node node : shapes.order()) {
            double[] y = new double[shapes.shape(node.id()).elements()];
            if (node.id().equals(changed)) {
                y[index] = 1;
            } else {
                pass(node, all, y);
            }
            all.put(node.id(), y);
        }
        return all;
    }

    private double weight() {
        return random.nextDouble(0.5, 1.5);
    }

    private void pass(Node node, Map<NodeId, double[]> known, double[] y) {
        Shape out = shapes.shape(node.id());
        List<Inlet> inlets = node.inlets();
        if (inlets.isEmpty()) {
            return;
        }
        double[] x = known.get(inlets.getFirst().source());
        Shape in = shapes.shape(inlets.getFirst().source());
        switch (node.layer()) {
            case Layer.Conv conv -> convolve(conv, x, in, y, out);
            case Layer.TransposedConv conv -> paint(conv, x, in, y, out);
            case Layer.MaxPool(Window window, _) -> pool(window, x, in, y, out);
            case Layer.AveragePool(Window window, _, _) -> pool(window, x, in, y, out);
            case Layer.MaxUnpool _ -> unpool(node, known, y);
            case Layer.GlobalAveragePool _ -> {
                for (int k = 0; k < x.length; k++) {
                    y[k / in.area()] += weight() * x[k];
                }
            }
            case Layer.Upsample(int factor, Layer.Interpolation how) -> enlarge(factor, how, x, in, y, out);
            case Layer.Softmax _, Layer.Linear _ -> {
                for (int k = 0; k < y.length; k++) {
                    for (int j = k % in.area(); j < x.length; j += in.area()) {
                        y[k] += weight() * x[j];
                    }
                }
            }
            case Layer.Flatten _ -> System.arraycopy(x, 0, y, 0, x.length);
            case Layer.Concat _ -> {
                int at = 0;
                for (Inlet inlet : inlets) {
                    for (double value : known.get(inlet.source())) {
                        y[at++] = value;
                    }
                }
            }
            case Layer.Gate _ -> {
                double[] gate = known.get(inlets.get(1).source());
                for (int k = 0; k < y.length; k++) {
                    y[k] = weight() * x[k] + weight() * gate[k % out.area()];
                }
            }
            case Layer.Crop(var sides) -> move(-sides.top(), -sides.left(), 0, x, in, y, out);
            case Layer.ZeroPad(var sides) -> move(sides.top(), sides.left(), 0, x, in, y, out);
            case Layer.ZeroPadChannels(int before, _) -> move(0, 0, before, x, in, y, out);
            case Layer.Subsample(int stride) -> {
                for (int k = 0; k < y.length; k++) {
                    int row = k / out.width() % out.height();
                    y[k] = x[at(in, k / out.area(), row * stride, k % out.width() * stride)];
                }
            }
            case Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.BatchNorm _, Layer.Dropout _,
                    Layer.Scale _, Layer.Identity _, Layer.Add _, Layer.Multiply _ -> {
                for (Inlet inlet : inlets) {
                    for (int k = 0; k < y.length; k++) {
                        y[k] += weight() * known.get(inlet.source())[k];
                    }
                }
            }
            case Layer.Input _ -> throw new AssertionError("An input reads nothing");
        }
    }

    private static int at(Shape shape, int c, int y, int x) {
        return (c * shape.height() + y) * shape.width() + x;
    }

    private static boolean inside(Shape shape, int y, int x) {
        return y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
    }

    private void convolve(Layer.Conv conv, double[] x, Shape in, double[] y, Shape out) {
        int taken = in.channels() / conv.groups();
        int made = out.channels() / conv.groups();
        for (int f = 0; f < out.channels(); f++) {
            for (int c = f / made * taken; c < (f / made + 1) * taken; c++) {
                window(conv.window(), x, in, c, y, out, f);
            }
        }
    }

    private void pool(Window window, double[] x, Shape in, double[] y, Shape out) {
        for (int c = 0; c < in.channels(); c++) {
            window(window, x, in, c, y, out, c);
        }
    }

    private void window(Window window, double[] x, Shape in, int from, double[] y, Shape out, int to) {
        for (int oy = 0; oy < out.height(); oy++) {
            for (int ox = 0; ox < out.width(); ox++) {
                for (int tap = 0; tap < window.kernel().area(); tap++) {
                    int iy = row(window, oy, tap);
                    int ix = column(window, ox, tap);
                    if (inside(in, iy, ix)) {
                        y[at(out, to, oy, ox)] += weight() * x[at(in, from, iy, ix)];
                    }
                }
            }
        }
    }

    private static int row(Window window, int oy, int tap) {
        return oy * window.stride().height() - window.padding().top()
                + tap / window.kernel().width() * window.dilation().height();
    }

    private static int column(Window window, int ox, int tap) {
        return ox * window.stride().width() - window.padding().left()
                + tap % window.kernel().width() * window.dilation().width();
    }

    private void paint(Layer.TransposedConv conv, double[] x, Shape in, double[] y, Shape out) {
        Size kernel = conv.kernel();
        for (int k = 0; k < x.length; k++) {
            int top = k / in.width() % in.height() * conv.stride().height() - conv.padding().top();
            int left = k % in.width() * conv.stride().width() - conv.padding().left();
            for (int f = 0; f < out.channels(); f++) {
                for (int tap = 0; tap < kernel.area(); tap++) {
                    int oy = top + tap / kernel.width();
                    int ox = left + tap % kernel.width();
                    if (inside(out, oy, ox)) {
                        y[at(out, f, oy, ox)] += weight() * x[k];
                    }
                }
            }
        }
    }

    /** Any place of a window may be its maximum, and gets the window's value then. */
    private void unpool(Node node, Map<NodeId, double[]> known, double[] y) {
        NodeId main = node.inlets(Inlet.Role.MAIN).getFirst().source();
        Node pool = shapes.network().node(node.inlets(Inlet.Role.INDICES).getFirst().source());
        NodeId given = pool.inlets().getFirst().source();
        Window window = ((Layer.MaxPool) pool.layer()).window();
        Shape in = shapes.shape(main);
        Shape out = shapes.shape(node.id());
        for (int k = 0; k < in.elements(); k++) {
            for (int p = 0; p < window.kernel().area(); p++) {
                int put = tap(window, in, k, p, out);
                for (int q = 0; put >= 0 && q < window.kernel().area(); q++) {
                    int read = tap(window, in, k, q, out);
                    y[put] += weight() * known.get(main)[k] + (read < 0 ? 0 : weight() * known.get(given)[read]);
                }
            }
        }
    }

    /** Where a tap of the pooled value's window stands in the tensor that was pooled; −1 outside. */
    private static int tap(Window window, Shape pooled, int k, int tap, Shape given) {
        int iy = row(window, k / pooled.width() % pooled.height(), tap);
        int ix = column(window, k % pooled.width(), tap);
        return inside(given, iy, ix) ? at(given, k / pooled.area(), iy, ix) : -1;
    }

    private void enlarge(int factor, Layer.Interpolation how, double[] x, Shape in, double[] y, Shape out) {
        for (int k = 0; k < y.length; k++) {
            int oy = k / out.width() % out.height();
            int ox = k % out.width();
            for (int j = 0; j < in.area(); j++) {
                boolean reads = how == Layer.Interpolation.NEAREST
                        ? oy / factor == j / in.width() && ox / factor == j % in.width()
                        : share(oy, factor, j / in.width(), in.height()) > 0
                                && share(ox, factor, j % in.width(), in.width()) > 0;
                y[k] += reads ? weight() * x[k / out.area() * in.area() + j] : 0;
            }
        }
    }

    /** How much of an input place is in an output place: a tent around the centre, the ends drawn out. */
    private static double share(int o, int factor, int i, int length) {
        double centre = Math.clamp((o + 0.5) / factor - 0.5, 0, length - 1);
        return Math.max(0, 1 - Math.abs(centre - i));
    }

    private static void move(int down, int across, int channels, double[] x, Shape in, double[] y, Shape out) {
        for (int k = 0; k < x.length; k++) {
            int row = k / in.width() % in.height() + down;
            int column = k % in.width() + across;
            if (inside(out, row, column)) {
                y[at(out, k / in.area() + channels, row, column)] = x[k];
            }
        }
    }
}
