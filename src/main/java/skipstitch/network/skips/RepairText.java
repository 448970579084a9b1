package skipstitch.network.skips;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Interpolation;
import skipstitch.network.Node;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;

/** What a person reads about the layers of a repair. */
final class RepairText {
    private RepairText() {}

    /** {@code 2×2 max pool, then 1×1 conv, 16 filters}. */
    static String title(Shapes trial) {
        return repair(trial).map(node -> title(node.layer(), trial.shape(node.id())))
                .collect(Collectors.joining(", then "));
    }

    /** All layers between the inputs and the merge, in the order of the skip. */
    private static Stream<Node> repair(Shapes trial) {
        return trial.network().nodes().stream()
                .filter(node -> !(node.layer() instanceof Layer.Input || node.layer() instanceof Layer.Merge));
    }

    private static String title(Layer layer, Shape out) {
        String size = new Size(out.height(), out.width()).toString();
        return switch (layer) {
            case Layer.Conv conv -> conv.window().kernel() + " conv, " + counted(conv.filters(), "filter")
                    + (conv.window().stride().equals(Size.ONE) ? "" : ", stride " + factor(conv.window().stride()));
            case Layer.TransposedConv conv -> conv.kernel() + " up-conv, " + counted(conv.filters(), "filter")
                    + ", stride " + factor(conv.stride());
            case Layer.MaxPool pool -> pool.window().kernel() + " max pool" + (pool.ceilMode() ? ", rounded up" : "");
            case Layer.AveragePool pool ->
                    pool.window().kernel() + " average pool" + (pool.ceilMode() ? ", rounded up" : "");
            case Layer.Upsample(int factor, Interpolation interpolation) ->
                    (interpolation == Interpolation.NEAREST ? "nearest" : "bilinear") + " ×" + factor;
            case Layer.Subsample(int stride) -> "subsample /" + stride;
            case Layer.Crop(Padding sides) -> (sides.top() + sides.left() > 0 ? "centre crop to " : "crop to ") + size;
            case Layer.ZeroPad _ -> "zero-pad to " + size;
            case Layer.ZeroPadChannels(int before, int after) -> counted(before + after, "zero channel");
            default -> layer.title();
        };
    }

    /** {@code keeps the largest of each 2×2; a learned mixture of channels}. */
    static String information(Shapes trial) {
        return repair(trial)
                .map(node -> information(node, trial.incoming(node).getFirst(), trial.shape(node.id())))
                .collect(Collectors.joining("; "));
    }

    private static String information(Node node, Shape in, Shape out) {
        return switch (node.layer()) {
            case Layer.Conv conv -> conv.window().stride().equals(Size.ONE) ? "a learned mixture of channels"
                    : dropped(in, out) + "; a learned mixture of channels";
            case Layer.TransposedConv conv -> "paints a learned " + conv.kernel() + " patch for each position";
            case Layer.MaxPool pool -> "keeps the largest of each " + pool.window().kernel();
            case Layer.AveragePool pool -> "keeps the mean of each " + pool.window().kernel();
            case Layer.Upsample(int factor, Interpolation interpolation) -> interpolation == Interpolation.NEAREST
                    ? "repeats each value " + (long) factor * factor + " times"
                    : "fills in between the values: nothing new";
            case Layer.Subsample _ -> dropped(in, out);
            case Layer.Crop(Padding sides) -> "cuts " + border(sides) + " away";
            case Layer.ZeroPad(Padding sides) -> "puts zeros around, " + border(sides) + ": nothing new";
            case Layer.ZeroPadChannels(int before, int after) ->
                    counted(before + after, "channel") + " of zeros: nothing new";
            default -> node.label();
        };
    }

    /** By the share of positions that are left. */
    private static String dropped(Shape in, Shape out) {
        if (in.area() == 2 * out.area()) {
            return "drops half of the positions";
        }
        if (in.area() == 4L * out.area()) {
            return "drops three quarters of the positions";
        }
        return "keeps " + counted(out.area(), "position") + " of " + in.area();
    }

    /** {@code a border of 4 pixels}, {@code 1 row and 2 columns}. */
    private static String border(Padding sides) {
        if (sides.isUniform()) {
            return "a border of " + counted(sides.top(), "pixel");
        }
        int rows = sides.top() + sides.bottom();
        int columns = sides.left() + sides.right();
        return rows == 0 ? counted(columns, "column") : columns == 0 ? counted(rows, "row")
                : counted(rows, "row") + " and " + counted(columns, "column");
    }

    private static String factor(Size size) {
        return size.height() == size.width() ? Integer.toString(size.height()) : size.toString();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
