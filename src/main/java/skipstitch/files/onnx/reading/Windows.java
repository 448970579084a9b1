package skipstitch.files.onnx.reading;

import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** How an operator's window slides, from its attributes. */
final class Windows {
    private Windows() {}

    static Window of(Op op, Shape in, Size kernel) throws Unsupported {
        Size stride = op.size("strides", Size.ONE);
        Size dilation = op.size("dilations", Size.ONE);
        Window window = new Window(kernel, stride, Padding.NONE, dilation);
        return new Window(kernel, stride, padding(op, in, window), dilation);
    }

    private static Padding padding(Op op, Shape in, Window window) throws Unsupported {
        return switch (op.word("auto_pad", "NOTSET")) {
            case "NOTSET", "" -> pads(op);
            case "VALID" -> Padding.NONE;
            case "SAME_UPPER" -> same(in, window, false);
            case "SAME_LOWER" -> same(in, window, true);
            default -> throw new Unsupported("its padding is “" + op.word("auto_pad", "") + "”");
        };
    }

    static Padding pads(Op op) throws Unsupported {
        long[] pads = op.wholes("pads").orElse(new long[4]);
        if (pads.length != 4) {
            throw new Unsupported("it is not two-dimensional");
        }
        return new Padding(Op.size(pads[0]), Op.size(pads[1]), Op.size(pads[2]), Op.size(pads[3]));
    }

    private static Padding same(Shape in, Window window, boolean moreBefore) throws Unsupported {
        int rows = same(in.height(), window.spanHeight(), window.stride().height());
        int columns = same(in.width(), window.spanWidth(), window.stride().width());
        int above = moreBefore ? rows - rows / 2 : rows / 2;
        int left = moreBefore ? columns - columns / 2 : columns / 2;
        return new Padding(above, left, rows - above, columns - left);
    }

    private static int same(int in, long span, int stride) throws Unsupported {
        return Op.size(Math.max(0, (Math.ceilDiv(in, Math.max(1, stride)) - 1L) * stride + span - in));
    }
}
