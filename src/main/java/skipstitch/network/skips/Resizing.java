package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Size;
import skipstitch.network.Window;
import skipstitch.network.skips.Repair.Kind;

/**
 * Ways from one height and width to another. Sizes that differ by a whole factor, whether it divides them or leaves
 * a rest that is rounded, are resampled; others have a border too many or too few.
 *
 * @param filters of a convolution that mends the size
 */
record Resizing(Shape from, Shape to, int filters) {
    private static final Size NO_REST = new Size(0, 0);

    /** A 1×1 convolution with a stride; it rounds up. */
    List<Way> byStride() {
        if (!shrinks()) {
            return List.of();
        }
        Size stride = up(from, to);
        return roundsUp(stride) ? List.of(Way.of(Kind.PROJECTION, new Layer.Conv(filters,
                new Window(Size.ONE, stride, Padding.NONE, Size.ONE), 1, false))) : List.of();
    }

    /** Every so many rows and as many columns; it rounds up. */
    List<Way> bySubsampling() {
        if (!shrinks()) {
            return List.of();
        }
        Size stride = up(from, to);
        return stride.height() == stride.width() && roundsUp(stride)
                ? List.of(Way.of(Kind.SUBSAMPLE, new Layer.Subsample(stride.height()))) : List.of();
    }

    /** Windows side by side; they round down, and where that is too little, up. */
    List<Way> byPooling() {
        if (!shrinks()) {
            return List.of();
        }
        Size down = new Size(from.height() / to.height(), from.width() / to.width());
        if (from.height() / down.height() == to.height() && from.width() / down.width() == to.width()) {
            return pools(down, false);
        }
        Size up = up(from, to);
        return roundsUp(up) ? pools(up, true) : List.of();
    }

    private static List<Way> pools(Size side, boolean ceil) {
        Window window = new Window(side, side, Padding.NONE, Size.ONE);
        return List.of(Way.of(Kind.MAX_POOL, new Layer.MaxPool(window, ceil)),
                Way.of(Kind.AVERAGE_POOL, new Layer.AveragePool(window, ceil, true)));
    }

    /** By a whole factor; what is then too much below and on the right is cut. */
    List<Way> byEnlarging() {
        if (!shrinksTheOtherWay()) {
            return List.of();
        }
        Size factor = up(to, from);
        if (Math.ceilDiv(to.height(), factor.height()) != from.height()
                || Math.ceilDiv(to.width(), factor.width()) != from.width()) {
            return List.of();
        }
        Padding rest = new Padding(0, 0, (int) ((long) from.height() * factor.height() - to.height()),
                (int) ((long) from.width() * factor.width() - to.width()));
        Layer painted = new Layer.TransposedConv(filters, factor, factor, rest, NO_REST, false);
        if (factor.height() != factor.width()) {
            return List.of(Way.of(Kind.TRANSPOSED_CONV, painted));
        }
        return List.of(enlarged(Kind.BILINEAR, factor.height(), Interpolation.BILINEAR, rest),
                Way.of(Kind.TRANSPOSED_CONV, painted),
                enlarged(Kind.NEAREST, factor.height(), Interpolation.NEAREST, rest));
    }

    private static Way enlarged(Kind kind, int factor, Interpolation interpolation, Padding rest) {
        Way way = Way.of(kind, new Layer.Upsample(factor, interpolation));
        return rest.equals(Padding.NONE) ? way : way.then(new Layer.Crop(rest));
    }

    /** The middle is cut out, zeros are put around. */
    List<Way> atTheBorder() {
        Padding cut = around(from.height() - to.height(), from.width() - to.width());
        Padding put = around(to.height() - from.height(), to.width() - from.width());
        List<Layer> layers = new ArrayList<>();
        if (!cut.equals(Padding.NONE)) {
            layers.add(new Layer.Crop(cut));
        }
        if (!put.equals(Padding.NONE)) {
            layers.add(new Layer.ZeroPad(put));
        }
        return layers.isEmpty() ? List.of()
                : List.of(new Way(cut.equals(Padding.NONE) ? Kind.ZERO_PAD : Kind.CROP, layers));
    }

    /** An odd row or column more goes below and to the right. */
    private static Padding around(int rows, int columns) {
        int height = Math.max(0, rows);
        int width = Math.max(0, columns);
        return new Padding(height / 2, width / 2, height - height / 2, width - width / 2);
    }

    private boolean shrinks() {
        return from.height() >= to.height() && from.width() >= to.width() && !from.sameSizeAs(to);
    }

    private boolean shrinksTheOtherWay() {
        return to.height() >= from.height() && to.width() >= from.width() && !from.sameSizeAs(to);
    }

    /** The least factors by which the larger, rounded up, is not above the smaller. */
    private static Size up(Shape larger, Shape smaller) {
        return new Size(Math.ceilDiv(larger.height(), smaller.height()), Math.ceilDiv(larger.width(), smaller.width()));
    }

    private boolean roundsUp(Size stride) {
        return Math.ceilDiv(from.height(), stride.height()) == to.height()
                && Math.ceilDiv(from.width(), stride.width()) == to.width();
    }
}
