package skipstitch.files.onnx.reading;

import java.util.Arrays;
import java.util.Optional;
import skipstitch.files.onnx.reading.Value.Axes;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Operators that put something around a tensor or cut something out of it. */
final class Framing {
    private final Drawing drawing;
    private final Viewing viewing;
    private final Uses uses;

    Framing(Drawing drawing, Viewing viewing, Uses uses) {
        this.drawing = drawing;
        this.viewing = viewing;
        this.uses = uses;
    }

    Value pad(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        String mode = op.word("mode", "constant");
        double around = op.has(2) ? single(op.constant(2)) : op.real("value", 0);
        int count = x.axes().count();
        long[] given = op.wholes("pads", 1).orElseThrow(() -> new Unsupported("it does not say how much"));
        long[] axes = op.has(3) ? op.constant(3).longs() : upTo(given.length / 2);
        if (given.length != 2 * axes.length) {
            throw new Unsupported("it has " + given.length + " sides for " + axes.length + " axes");
        }
        long[] before = new long[count];
        long[] after = new long[count];
        for (int i = 0; i < axes.length; i++) {
            before[Viewing.axis(axes[i], count)] = given[i];
            after[Viewing.axis(axes[i], count)] = given[axes.length + i];
        }
        if (Arrays.stream(given).allMatch(side -> side == 0)) {
            return x;
        }
        boolean adds = Arrays.stream(given).anyMatch(side -> side > 0);
        if (adds && (!mode.equals("constant") || around != 0)) {
            throw new Unsupported("it pads with " + (mode.equals("constant") ? around : "“" + mode + "”")
                    + "; here there are zeros around");
        }
        int channels = x.axes().channels();
        int rows = x.axes().rows();
        boolean deep = before[channels] != 0 || after[channels] != 0;
        boolean wide = rows >= 0 && (before[rows] != 0 || after[rows] != 0 || before[rows + 1] != 0 || after[rows + 1] != 0);
        if (before[0] != 0 || after[0] != 0 || deep && wide) {
            throw new Unsupported("it pads other axes than height and width, or the channels");
        }
        Layer layer = deep ? new Layer.ZeroPadChannels(Op.size(before[channels]), Op.size(after[channels]))
                : adds ? new Layer.ZeroPad(sides(before, after, rows, 1))
                : new Layer.Crop(sides(before, after, rows, -1));
        return new Value.Tensor(drawing.add(op.id(), layer, Inlet.main(x.node())), x.axes());
    }

    private static Padding sides(long[] before, long[] after, int rows, int sign) throws Unsupported {
        return new Padding(Op.size(sign * before[rows]), Op.size(sign * before[rows + 1]), Op.size(sign * after[rows]),
                Op.size(sign * after[rows + 1]));
    }

    private static double single(Numbers number) throws Unsupported {
        if (number.count() > 1) {
            throw new Unsupported("it pads with more than one number");
        }
        return number.count() == 0 ? 0 : number.at(0);
    }

    static long[] upTo(int count) {
        long[] all = new long[count];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /**
     * What of one axis is kept.
     *
     * @param end  behind the last place, or before it where it goes backwards
     * @param step never 0
     */
    record Range(long start, long end, long step) {
        static Range of(long start, long end, long step, long size) throws Unsupported {
            if (step == 0) {
                throw new Unsupported("it never gets on");
            }
            long least = step > 0 ? 0 : -1;
            long most = step > 0 ? size : size - 1;
            return new Range(Math.clamp(start < 0 ? start + size : start, Math.min(least + (step > 0 ? 0 : 1), most), most),
                    end < -size ? least : Math.clamp(end < 0 ? end + size : end, least, Math.max(least, most)), step);
        }

        boolean isWhole(long size) {
            return start == 0 && end == size && step == 1;
        }

        int count() {
            return (int) Math.max(0, step > 0 ? Math.ceilDiv(end - start, step) : Math.ceilDiv(start - end, -step));
        }
    }

    /** One range for each axis. */
    static Range[] ranges(Op op, long[] sizes) throws Unsupported {
        long[] starts = op.wholes("starts", 1).orElseThrow(() -> new Unsupported("it does not say where it starts"));
        long[] ends = op.wholes("ends", 2).orElseThrow(() -> new Unsupported("it does not say where it ends"));
        long[] axes = op.wholes("axes", 3).orElse(upTo(starts.length));
        long[] steps = op.has(4) ? op.constant(4).longs() : new long[starts.length];
        if (!op.has(4)) {
            Arrays.fill(steps, 1);
        }
        if (ends.length != starts.length || axes.length != starts.length || steps.length != starts.length) {
            throw new Unsupported("it has not as many ends as starts");
        }
        Range[] ranges = new Range[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            ranges[i] = new Range(0, sizes[i], 1);
        }
        for (int i = 0; i < axes.length; i++) {
            int axis = Viewing.axis(axes[i], sizes.length);
            ranges[axis] = Range.of(starts[i], ends[i], steps[i], sizes[axis]);
        }
        return ranges;
    }

    Value slice(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        long[] sizes = viewing.sizes(x);
        Range[] ranges = ranges(op, sizes);
        int rows = x.axes().rows();
        for (int axis = 0; axis < ranges.length; axis++) {
            boolean free = rows >= 0 && (axis == rows || axis == rows + 1);
            if (!free && !ranges[axis].isWhole(sizes[axis])) {
                throw new Unsupported("it takes a part of the " + (axis == 0 ? "batch" : "channels"));
            }
        }
        if (rows < 0 || ranges[rows].isWhole(sizes[rows]) && ranges[rows + 1].isWhole(sizes[rows + 1])) {
            return x;
        }
        if (ranges[rows].step() < 0 || ranges[rows + 1].step() < 0) {
            throw new Unsupported("it goes backwards");
        }
        return cut(op, x, ranges[rows], ranges[rows + 1]);
    }

    private Value cut(Op op, Value.Tensor x, Range rows, Range columns) throws Unsupported {
        Shape in = drawing.shape(x.node());
        Size steps = new Size(Op.size(rows.step()), Op.size(columns.step()));
        Padding sides = new Padding((int) rows.start(), (int) columns.start(), in.height() - (int) rows.end(),
                in.width() - (int) columns.end());
        if (steps.equals(Size.ONE)) {
            return cropped(op, x, sides);
        }
        if (!sides.equals(Padding.NONE)) {
            throw new Unsupported("it takes every " + Math.max(steps.height(), steps.width())
                    + "th place of a part; here that is two layers");
        }
        return stepped(op, x, steps);
    }

    /** Some exporters cut rows and columns by two operators, which is one crop. */
    private Value cropped(Op op, Value.Tensor x, Padding sides) throws Unsupported {
        if (uses.isOnly(op.proto().getInput(0), x.node()) && drawing.node(x.node()).layer() instanceof Layer.Crop(Padding before)) {
            drawing.replace(x.node(), new Layer.Crop(new Padding(before.top() + sides.top(), before.left() + sides.left(),
                    before.bottom() + sides.bottom(), before.right() + sides.right())), drawing.weights(x.node()));
            return x;
        }
        return new Value.Tensor(drawing.add(op.id(), new Layer.Crop(sides), Inlet.main(x.node())), x.axes());
    }

    private Value stepped(Op op, Value.Tensor x, Size steps) throws Unsupported {
        Optional<Size> before = uses.isOnly(op.proto().getInput(0), x.node()) ? steps(drawing.node(x.node()).layer())
                : Optional.empty();
        Size both = before.map(each -> new Size(each.height() * steps.height(), each.width() * steps.width()))
                .orElse(steps);
        Layer layer = both.height() == both.width() ? new Layer.Subsample(both.height())
                : new Layer.MaxPool(new Window(Size.ONE, both, Padding.NONE, Size.ONE), false);
        if (before.isPresent()) {
            drawing.replace(x.node(), layer, drawing.weights(x.node()));
            return x;
        }
        if (x.axes() == Axes.FLAT) {
            throw new Unsupported("it takes a part of the channels");
        }
        return new Value.Tensor(drawing.add(op.id(), layer, Inlet.main(x.node())), x.axes());
    }

    /** Of a pool that looks at one place: rows or columns alone were left out. */
    private static Optional<Size> steps(Layer layer) {
        return layer instanceof Layer.MaxPool(Window window, boolean _) && window.kernel().equals(Size.ONE)
                && window.padding().equals(Padding.NONE)
                && (window.stride().height() == 1 || window.stride().width() == 1)
                ? Optional.of(window.stride()) : Optional.empty();
    }
}
