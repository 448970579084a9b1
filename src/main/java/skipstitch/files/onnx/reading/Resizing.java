package skipstitch.files.onnx.reading;

import java.util.Arrays;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;

/** Operators that enlarge. Their many ways of counting pixels are ours, where they give the same. */
final class Resizing {
    private final Drawing drawing;
    private final Viewing viewing;

    Resizing(Drawing drawing, Viewing viewing) {
        this.drawing = drawing;
        this.viewing = viewing;
    }

    Value resize(Op op) throws Unsupported {
        Value.Tensor x = op.tensor(0);
        int rows = x.axes().rows();
        double[] factors = factors(op, viewing.sizes(x));
        for (int axis = 0; axis < factors.length; axis++) {
            if (rows < 0 || axis != rows && axis != rows + 1 && factors[axis] != 1) {
                throw new Unsupported("it resizes other axes than height and width");
            }
        }
        int factor = (int) factors[rows];
        if (factors[rows] != factors[rows + 1] || factor != factors[rows] || factor < 1) {
            throw new Unsupported("it resizes " + factors[rows] + " times in height and " + factors[rows + 1]
                    + " times in width; here both are the same whole factor");
        }
        return factor == 1 ? x : new Value.Tensor(drawing.add(op.id(),
                new Layer.Upsample(factor, interpolation(op, factor)), Inlet.main(x.node())), x.axes());
    }

    /** One for each axis. */
    private static double[] factors(Op op, long[] sizes) throws Unsupported {
        boolean old = op.set() < 11;
        int input = old ? 1 : 2;
        double[] all = new double[sizes.length];
        Arrays.fill(all, 1);
        long[] axes = op.wholes("axes").orElse(Framing.upTo(sizes.length));
        if (op.hasAttribute("scales")) {
            float[] scales = op.reals("scales").orElseThrow();
            return filled(all, axes, new Numbers.Reals(new int[] {scales.length}, scales));
        }
        if (op.has(input) && op.constant(input).count() > 0) {
            return filled(all, axes, op.constant(input));
        }
        if (old || !op.has(3)) {
            throw new Unsupported("it does not say how large it makes it");
        }
        filled(all, axes, op.constant(3));
        for (long axis : axes) {
            int at = Viewing.axis(axis, sizes.length);
            all[at] /= sizes[at];
        }
        return all;
    }

    private static double[] filled(double[] all, long[] axes, Numbers numbers) throws Unsupported {
        if (numbers.count() != axes.length) {
            throw new Unsupported("it has " + numbers.count() + " factors for " + axes.length + " axes");
        }
        for (int i = 0; i < axes.length; i++) {
            all[Viewing.axis(axes[i], all.length)] = numbers.at(i);
        }
        return all;
    }

    private static Interpolation interpolation(Op op, int factor) throws Unsupported {
        String mode = op.word("mode", "nearest");
        String places = op.set() < 11 ? "asymmetric" : op.word("coordinate_transformation_mode", "half_pixel");
        String rounding = op.set() < 11 ? "floor" : op.word("nearest_mode", "round_prefer_floor");
        boolean halves = places.equals("half_pixel") || places.equals("pytorch_half_pixel");
        if ((mode.equals("linear") || mode.equals("bilinear")) && halves) {
            return Interpolation.BILINEAR;
        }
        if (mode.equals("nearest") && (halves || places.equals("asymmetric")) && repeats(factor, halves, rounding)) {
            return Interpolation.NEAREST;
        }
        throw new Unsupported("it enlarges by “" + mode + "” with “" + places + "” coordinates"
                + (mode.equals("nearest") ? " and “" + rounding + "”" : "")
                + "; here there is nearest, and linear with half-pixel centres");
    }

    /** Whether each pixel becomes a square. */
    private static boolean repeats(int factor, boolean halves, String rounding) {
        for (int i = 0; i < 2 * factor; i++) {
            double from = halves ? (i + 0.5) / factor - 0.5 : (double) i / factor;
            double pixel = switch (rounding) {
                case "floor" -> Math.max(0, Math.floor(from));
                case "ceil" -> Math.ceil(from);
                case "round_prefer_ceil" -> Math.floor(from + 0.5);
                default -> Math.ceil(from - 0.5);
            };
            if (Math.max(0, pixel) != i / factor) {
                return false;
            }
        }
        return true;
    }
}
