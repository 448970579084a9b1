package skipstitch.explain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Layer;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;

/** Pools in Keras, which has neither numbers for their padding nor dilation, and drops partial windows. */
final class KerasPools {
    private KerasPools() {}

    static List<String> max(Sliding sliding, String x) {
        Window window = sliding.window();
        Call call = pool("MaxPooling2D", window);
        if (sliding.isDense() && sliding.isSame()) {
            return List.of("y = " + call.with("padding", "\"same\"").on(x));
        }
        Padding around = sliding.around();
        String p = around.equals(Padding.NONE) ? x : "ops.pad(" + x + ", ((0, 0), "
                + Python.tuple(around.top(), around.bottom()) + ", " + Python.tuple(around.left(), around.right())
                + ", (0, 0)), constant_values=float(\"-inf\"))";
        return sliding.isDense() ? List.of("y = " + call.on(p)) : List.of("p = " + p,
                "y = ops.max(ops.stack(" + new Taps(window, sliding.out(), false).of("p") + "), axis=0)");
    }

    private static Call pool(String name, Window window) {
        return Call.of(name, window.kernel()).with("strides", window.stride());
    }

    static List<String> average(Layer.AveragePool pool, Sliding sliding, String x) {
        Window window = sliding.window();
        Call call = pool("AveragePooling2D", window);
        if (sliding.isDense() && sliding.isSame() && !pool.countPadding()) {
            return List.of("y = " + call.with("padding", "\"same\"").on(x));
        }
        String p = Keras.padded(x, sliding.around());
        boolean counted = sliding.beyond().equals(Padding.NONE)
                && (pool.countPadding() || window.padding().equals(Padding.NONE));
        List<String> lines = new ArrayList<>();
        if (!counted) {
            String ones = "ops.ones_like(" + (pool.countPadding() ? Keras.padded(x, window.padding()) : x) + ")";
            lines.add("m = " + Keras.padded(ones, pool.countPadding() ? sliding.beyond() : sliding.around()));
        }
        if (sliding.isDense()) {
            lines.add("y = " + call.on(p) + (counted ? "" : " / " + call.on("m")));
            return lines;
        }
        Taps taps = new Taps(window, sliding.out(), false);
        lines.add("p = " + p);
        if (counted) {
            lines.add("y = ops.mean(ops.stack(" + taps.of("p") + "), axis=0)");
        } else {
            lines.add("count = ops.sum(ops.stack(" + taps.of("m") + "), axis=0)");
            lines.add("y = ops.sum(ops.stack(" + taps.of("p") + "), axis=0) / ops.maximum(count, 1)");
        }
        return lines;
    }

    /** Where windows tile the input, each place asks whether it is its window's maximum. */
    static List<String> unpool(Optional<Layer.MaxPool> pool, Optional<Shape> out, String x) {
        boolean tiles = pool.isPresent() && out.isPresent() && isTiling(pool.get().window(), out.get());
        if (!tiles) {
            return List.of("# Keras has no layer that unpools, and these windows overlap, leave gaps or stick out");
        }
        String up = Call.of("UpSampling2D", pool.get().window().kernel()).toString();
        return List.of("# Keras has no layer that unpools; this gives every one of equal maxima the value",
                "y = " + up + "(" + x + ") * ops.cast(ops.equal(" + up + "(p), t), x.dtype)");
    }

    private static boolean isTiling(Window window, Shape in) {
        return window.kernel().equals(window.stride()) && window.padding().equals(Padding.NONE)
                && window.dilation().equals(Size.ONE)
                && in.height() % window.kernel().height() == 0 && in.width() % window.kernel().width() == 0;
    }
}
