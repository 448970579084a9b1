package skipstitch.files.onnx.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import skipstitch.files.onnx.reading.Numbers.Reals;
import skipstitch.files.onnx.reading.Numbers.Wholes;

/** Constants put into another order or other axes. */
final class Layouts {
    /** Of a result: what is larger is no kernels. */
    private static final int MOST = 1 << 27;
    /** Of whole numbers, which are sizes and indices. */
    private static final int MOST_WHOLES = 1 << 20;
    private static final int MOST_AXES = 8;

    private Layouts() {}

    static int[] sizes(long[] sizes) throws Unsupported {
        int[] all = new int[sizes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Op.size(sizes[i]);
        }
        return all;
    }

    /** @throws Unsupported if that would be too many */
    static int count(int[] sizes, boolean wholes) throws Unsupported {
        int count = Numbers.count(Arrays.stream(sizes).asLongStream().toArray());
        if (count < 0 || count > (wholes ? MOST_WHOLES : MOST) || sizes.length > MOST_AXES) {
            throw new Unsupported("it makes a constant of the axes " + Arrays.toString(Arrays.copyOf(sizes,
                    Math.min(sizes.length, MOST_AXES))));
        }
        return count;
    }

    /** The numbers of another constant, by where each is taken from. */
    private static Numbers taken(Numbers from, int[] sizes, IntUnaryOperator place) throws Unsupported {
        int count = count(sizes, from instanceof Wholes);
        return switch (from) {
            case Reals(_, float[] values) -> {
                float[] all = new float[count];
                for (int i = 0; i < count; i++) {
                    all[i] = values[place.applyAsInt(i)];
                }
                yield new Reals(sizes, all);
            }
            case Wholes(_, long[] values) -> {
                long[] all = new long[count];
                Arrays.setAll(all, i -> values[place.applyAsInt(i)]);
                yield new Wholes(sizes, all);
            }
        };
    }

    static Numbers gather(Op op) throws Unsupported {
        Numbers data = op.constant(0);
        int[] sizes = data.sizes();
        if (sizes.length == 0) {
            throw new Unsupported("it takes a part of a single number");
        }
        int axis = Viewing.axis(op.whole("axis", 0), sizes.length);
        long[] indices = op.constant(1).longs();
        int size = sizes[axis];
        int[] from = new int[indices.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = Viewing.axis(indices[i], size);
        }
        int inner = product(sizes, axis + 1, sizes.length);
        int[] to = IntStream.concat(IntStream.concat(Arrays.stream(sizes, 0, axis), Arrays.stream(op.constant(1).sizes())),
                Arrays.stream(sizes, axis + 1, sizes.length)).toArray();
        return taken(data, to, i -> (i / inner / from.length * size + from[i / inner % from.length]) * inner + i % inner);
    }

    private static int product(int[] sizes, int from, int to) {
        return Arrays.stream(sizes, from, to).reduce(1, (a, b) -> a * b);
    }

    static Numbers concat(Op op) throws Unsupported {
        List<Numbers> parts = new ArrayList<>();
        for (int i = 0; i < op.inputs().size(); i++) {
            parts.add(op.constant(i));
        }
        int[] sizes = parts.getFirst().sizes().clone();
        if (sizes.length != 1) {
            throw new Unsupported("it puts constants of " + sizes.length + " axes one after another");
        }
        for (Numbers part : parts) {
            if (part.sizes().length != 1) {
                throw new Unsupported("its constants do not go together");
            }
        }
        sizes[0] = Op.size(parts.stream().mapToLong(Numbers::count).sum());
        boolean wholes = parts.stream().allMatch(Wholes.class::isInstance);
        int count = count(sizes, wholes);
        if (wholes) {
            return new Wholes(sizes, parts.stream().flatMapToLong(part -> Arrays.stream(((Wholes) part).values())).toArray());
        }
        float[] all = new float[count];
        int at = 0;
        for (Numbers part : parts) {
            System.arraycopy(part.floats(), 0, all, at, part.count());
            at += part.count();
        }
        return new Reals(sizes, all);
    }

    static Numbers slice(Op op) throws Unsupported {
        Numbers data = op.constant(0);
        int[] sizes = data.sizes();
        Framing.Range[] ranges = Framing.ranges(op, Arrays.stream(sizes).asLongStream().toArray());
        int[] to = Arrays.stream(ranges).mapToInt(Framing.Range::count).toArray();
        return taken(data, to, index -> {
            int place = 0;
            int step = 1;
            int rest = index;
            for (int axis = to.length - 1; axis >= 0; axis--) {
                place += (int) (ranges[axis].start() + rest % to[axis] * ranges[axis].step()) * step;
                rest /= to[axis];
                step *= sizes[axis];
            }
            return place;
        });
    }

    static Numbers transpose(Op op) throws Unsupported {
        Numbers data = op.constant(0);
        int[] sizes = data.sizes();
        long[] given = op.wholes("perm").orElseGet(() ->
                IntStream.range(0, sizes.length).mapToLong(i -> sizes.length - 1L - i).toArray());
        int[] order = new int[sizes.length];
        for (int axis = 0; axis < order.length; axis++) {
            order[axis] = given.length == order.length ? Viewing.axis(given[axis], order.length) : 0;
        }
        if (!Arrays.equals(Arrays.stream(order).sorted().toArray(), IntStream.range(0, order.length).toArray())) {
            throw new Unsupported("it puts axes in no order");
        }
        int[] to = Arrays.stream(order).map(axis -> sizes[axis]).toArray();
        return taken(data, to, index -> {
            int[] at = new int[sizes.length];
            int rest = index;
            for (int axis = to.length - 1; axis >= 0; axis--) {
                at[order[axis]] = rest % to[axis];
                rest /= to[axis];
            }
            int place = 0;
            for (int axis = 0; axis < sizes.length; axis++) {
                place = place * sizes[axis] + at[axis];
            }
            return place;
        });
    }

    /** The same numbers with other axes. */
    static Numbers shaped(Op op) throws Unsupported {
        Numbers data = op.constant(0);
        long[] from = Arrays.stream(data.sizes()).asLongStream().toArray();
        return data.shaped(sizes(switch (op.type()) {
            case "Reshape" -> reshaped(op, from);
            case "Flatten" -> {
                int axis = from.length == 0 ? 0 : (int) Math.clamp(op.whole("axis", 1), 0, from.length);
                yield new long[] {Arrays.stream(from, 0, axis).reduce(1, (a, b) -> a * b),
                    Arrays.stream(from, axis, from.length).reduce(1, (a, b) -> a * b)};
            }
            case "Squeeze" -> squeezed(op, from);
            default -> unsqueezed(op, from);
        }));
    }

    private static long[] reshaped(Op op, long[] from) throws Unsupported {
        long[] to = op.wholes("shape", 1).orElseThrow(() -> new Unsupported("it does not say which sizes it gives"))
                .clone();
        for (int i = 0; i < to.length; i++) {
            to[i] = to[i] == 0 && i < from.length ? from[i] : to[i];
        }
        Viewing.infer(from, to);
        return to;
    }

    private static long[] squeezed(Op op, long[] from) throws Unsupported {
        long[] axes = op.wholes("axes", 1).orElse(new long[0]);
        boolean[] gone = new boolean[from.length];
        for (long axis : axes) {
            gone[Viewing.axis(axis, from.length)] = true;
        }
        for (int i = 0; i < from.length; i++) {
            gone[i] = axes.length == 0 ? from[i] == 1 : gone[i];
            if (gone[i] && from[i] != 1) {
                throw new Unsupported("it takes an axis of size " + from[i] + " away");
            }
        }
        return IntStream.range(0, from.length).filter(i -> !gone[i]).mapToLong(i -> from[i]).toArray();
    }

    private static long[] unsqueezed(Op op, long[] from) throws Unsupported {
        long[] axes = op.wholes("axes", 1).orElse(new long[0]);
        long[] to = new long[from.length + axes.length];
        if (to.length > MOST_AXES) {
            throw new Unsupported("it makes a constant of " + to.length + " axes");
        }
        boolean[] added = new boolean[to.length];
        for (long axis : axes) {
            added[Viewing.axis(axis, to.length)] = true;
        }
        int next = 0;
        for (int i = 0; i < to.length; i++) {
            if (!added[i] && next == from.length) {
                throw new Unsupported("it names an axis twice");
            }
            to[i] = added[i] ? 1 : from[next++];
        }
        return to;
    }
}
