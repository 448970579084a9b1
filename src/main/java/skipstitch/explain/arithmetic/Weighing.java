package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.engine.LayerWeights;
import skipstitch.explain.Branch;
import skipstitch.network.Layer;
import skipstitch.network.Window;

/** Sums of products: whose values, and by which weights. */
final class Weighing {
    private Weighing() {}

    /**
     * {@code y[f, oy, ox] = b[f] + Σ_c Σ_i Σ_j w[f, c, i, j] · x[g·C/groups + c, oy·s − p + i·d, ox·s − p + j·d]}, with
     * the filter's group g, stride s, padding p above and to the left, dilation d, and x = 0 outside.
     */
    static Arithmetic conv(Layer.Conv conv, NodeRun run, Cell at) {
        LayerWeights.Kernels weights = run.weights(LayerWeights.Kernels.class);
        Window window = conv.window();
        int perGroup = run.in().shape().channels() / conv.groups();
        int first = at.channel() / (conv.filters() / conv.groups()) * perGroup;
        List<Patch> patches = new ArrayList<>(perGroup);
        for (int c = 0; c < perGroup; c++) {
            List<Term> terms = new ArrayList<>(window.kernel().area());
            int kernel = (at.channel() * perGroup + c) * window.kernel().area();
            for (int i = 0; i < window.kernel().height(); i++) {
                for (int j = 0; j < window.kernel().width(); j++) {
                    terms.add(new Term(run.operand(first + c, window.row(at.y(), i), window.column(at.x(), j)),
                            weights.kernels()[kernel++], i, j));
                }
            }
            patches.add(patch(run, first + c, window.kernel().height(), window.kernel().width(), terms));
        }
        return new Arithmetic.WeightedSum(patches, bias(conv.bias(), weights, at.channel()));
    }

    /**
     * {@code y[f, oy, ox] = b[f] + Σ_c Σ w[c, f, i, j] · x[c, iy, ix]} over all iy, ix, i, j with
     * {@code oy = iy·s − p + i} and {@code ox = ix·s − p + j}: over the values that painted here.
     */
    static Arithmetic transposed(Layer.TransposedConv conv, NodeRun run, Cell at) {
        LayerWeights.Kernels weights = run.weights(LayerWeights.Kernels.class);
        int channels = run.in().shape().channels();
        List<Hit> rows = Hit.all(at.y() + conv.padding().top(), conv.kernel().height(), 1, conv.stride().height(),
                run.in().shape().height());
        List<Hit> columns = Hit.all(at.x() + conv.padding().left(), conv.kernel().width(), 1, conv.stride().width(),
                run.in().shape().width());
        List<Patch> patches = new ArrayList<>(channels);
        for (int c = 0; c < channels; c++) {
            int kernel = (c * conv.filters() + at.channel()) * conv.kernel().area();
            List<Term> terms = new ArrayList<>(rows.size() * columns.size());
            for (Hit row : rows) {
                for (Hit column : columns) {
                    terms.add(new Term(run.operand(c, row.step(), column.step()),
                            weights.kernels()[kernel + row.tap() * conv.kernel().width() + column.tap()],
                            row.tap(), column.tap()));
                }
            }
            patches.add(patch(run, c, rows.size(), columns.size(), terms));
        }
        return new Arithmetic.WeightedSum(patches, bias(conv.bias(), weights, at.channel()));
    }

    /** {@code y[o] = b[o] + Σ_c W[o, c]·x[c]}. */
    static Arithmetic linear(Layer.Linear linear, NodeRun run, Cell at) {
        LayerWeights.Kernels weights = run.weights(LayerWeights.Kernels.class);
        int inputs = run.in().shape().channels();
        List<Patch> patches = new ArrayList<>(inputs);
        for (int c = 0; c < inputs; c++) {
            float weight = weights.kernels()[at.channel() * inputs + c];
            patches.add(patch(run, c, 1, 1, List.of(new Term(run.operand(c, 0, 0), weight, 0, 0))));
        }
        return new Arithmetic.WeightedSum(patches, bias(linear.bias(), weights, at.channel()));
    }

    private static Patch patch(NodeRun run, int channel, int rows, int columns, List<Term> terms) {
        Branch branch = run.branches().get(run.main()).get(channel);
        return new Patch(run.main(), channel, rows, columns, terms, branch);
    }

    private static Optional<Float> bias(boolean has, LayerWeights.Kernels weights, int filter) {
        return has ? Optional.of(weights.bias()[filter]) : Optional.empty();
    }
}
