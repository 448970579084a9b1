package skipstitch.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Window;

/** Pools: what stands in the window of a value, and what of it counts. */
final class Windows {
    private Windows() {}

    /** The window's values, row by row; outside of the tensor they are padding. */
    private static List<Operand> operands(Window window, NodeRun run, int inlet, Cell at) {
        List<Operand> operands = new ArrayList<>(window.kernel().area());
        for (int i = 0; i < window.kernel().height(); i++) {
            for (int j = 0; j < window.kernel().width(); j++) {
                operands.add(run.operand(inlet, at.channel(), window.row(at.y(), i), window.column(at.x(), j)));
            }
        }
        return operands;
    }

    /** The first in reading order of equal maxima, as in PyTorch the last of NaNs; padding never wins. */
    static Arithmetic.Maximum maximum(Window window, NodeRun run, int inlet, Cell at) {
        List<Operand> operands = operands(window, run, inlet, at);
        int best = -1;
        for (int k = 0; k < operands.size(); k++) {
            float value = operands.get(k).value();
            if (!operands.get(k).padding()
                    && (best < 0 || value > operands.get(best).value() || Float.isNaN(value))) {
                best = k;
            }
        }
        return new Arithmetic.Maximum(window.kernel().height(), window.kernel().width(), operands,
                best < 0 ? OptionalInt.empty() : OptionalInt.of(best));
    }

    /**
     * Counts what is inside, and with {@code countPadding} the padding too, but never what a partial last window has
     * beyond it.
     */
    static Arithmetic mean(Layer.AveragePool pool, NodeRun run, Cell at) {
        Window window = pool.window();
        Padding counted = pool.countPadding() ? window.padding() : Padding.NONE;
        Shape in = run.in().shape();
        int rows = 0;
        for (int i = 0; i < window.kernel().height(); i++) {
            int y = window.row(at.y(), i);
            rows += y >= -counted.top() && y < in.height() + counted.bottom() ? 1 : 0;
        }
        int columns = 0;
        for (int j = 0; j < window.kernel().width(); j++) {
            int x = window.column(at.x(), j);
            columns += x >= -counted.left() && x < in.width() + counted.right() ? 1 : 0;
        }
        return new Arithmetic.Mean(window.kernel().height(), window.kernel().width(),
                operands(window, run, run.main(), at), rows * columns);
    }

    static Arithmetic globalMean(NodeRun run, Cell at) {
        Shape in = run.in().shape();
        List<Operand> operands = new ArrayList<>(in.area());
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < in.width(); x++) {
                operands.add(run.operand(at.channel(), y, x));
            }
        }
        return new Arithmetic.Mean(in.height(), in.width(), operands, in.area());
    }

    /** Looks at the windows that cover the place only. */
    static Arithmetic unpooled(Layer.MaxPool pool, NodeRun run, Cell at) {
        Window window = pool.window();
        Shape pooled = run.in().shape();
        int windows = 0;
        Arithmetic how = new Arithmetic.Absent(Arithmetic.Absent.Why.NO_MAXIMUM);
        for (Hit row : Hit.all(at.y() + window.padding().top(), window.kernel().height(), window.dilation().height(),
                window.stride().height(), pooled.height())) {
            for (Hit column : Hit.all(at.x() + window.padding().left(), window.kernel().width(),
                    window.dilation().width(), window.stride().width(), pooled.width())) {
                Cell to = new Cell(at.channel(), row.step(), column.step());
                Arithmetic.Maximum maximum = maximum(window, run, run.indices(), to);
                if (maximum.place().filter(at::equals).isPresent()) {
                    windows++;
                    how = new Arithmetic.Copied(run.operand(to.channel(), to.y(), to.x()),
                            new Move.Unpooled(maximum, to, windows));
                }
            }
        }
        return how;
    }
}
