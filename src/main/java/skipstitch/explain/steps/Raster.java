package skipstitch.explain.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Window;

/**
 * Where a tensor's maps lie on the picture, so that a place in one tensor can be followed into any other, be it before,
 * after or beside it.
 *
 * @param rows      of the maps
 * @param columns   of the maps
 * @param unrolled  the raster before a flatten, whose channels are these maps' places
 */
record Raster(Axis rows, Axis columns, Optional<Raster> unrolled) {

    /** For every node that has a shape. */
    static Map<NodeId, Raster> of(Shapes shapes) {
        Map<NodeId, Raster> all = new HashMap<>();
        for (Node node : shapes.order()) {
            shapes.find(node.id()).ifPresent(shape -> all.put(node.id(), of(node, shape, shapes.network(), all)));
        }
        return all;
    }

    private static Raster of(Node node, Shape shape, Network network, Map<NodeId, Raster> known) {
        if (node.layer() instanceof Layer.Input) {
            return new Raster(Axis.ofInput(shape.height()), Axis.ofInput(shape.width()), Optional.empty());
        }
        Raster in = known.get(node.trunk().source());
        int height = shape.height();
        int width = shape.width();
        return switch (node.layer()) {
            case Layer.Conv conv -> in.slid(conv.window(), shape);
            case Layer.MaxPool pool -> in.slid(pool.window(), shape);
            case Layer.AveragePool pool -> in.slid(pool.window(), shape);
            case Layer.TransposedConv conv -> new Raster(
                    in.rows.painted(conv.kernel().height(), conv.stride().height(), conv.padding().top(), height),
                    in.columns.painted(conv.kernel().width(), conv.stride().width(), conv.padding().left(), width),
                    Optional.empty());
            case Layer.Upsample(int factor, _) -> new Raster(in.rows.enlarged(factor, height),
                    in.columns.enlarged(factor, width), Optional.empty());
            case Layer.Subsample(int stride) -> new Raster(in.rows.slid(1, stride, 0, height),
                    in.columns.slid(1, stride, 0, width), Optional.empty());
            case Layer.Crop(Padding sides) -> new Raster(in.rows.framed(-sides.top(), height),
                    in.columns.framed(-sides.left(), width), Optional.empty());
            case Layer.ZeroPad(Padding sides) -> new Raster(in.rows.framed(sides.top(), height),
                    in.columns.framed(sides.left(), width), Optional.empty());
            case Layer.MaxUnpool _ -> known.get(pooled(node, network));
            case Layer.GlobalAveragePool _ -> new Raster(in.rows.whole(), in.columns.whole(), Optional.empty());
            case Layer.Flatten _ -> new Raster(in.rows.whole(), in.columns.whole(), Optional.of(in.unrolled.orElse(in)));
            case Layer.Linear _ -> new Raster(in.rows, in.columns, Optional.empty());
            default -> in;
        };
    }

    private Raster slid(Window window, Shape shape) {
        return new Raster(
                rows.slid(window.spanHeight(), window.stride().height(), window.padding().top(), shape.height()),
                columns.slid(window.spanWidth(), window.stride().width(), window.padding().left(), shape.width()),
                Optional.empty());
    }

    /** What the pool was given whose maxima an unpool follows. */
    private static NodeId pooled(Node unpool, Network network) {
        List<Inlet> indices = unpool.inlets(Inlet.Role.INDICES);
        return network.node(indices.getFirst().source()).inlets().getFirst().source();
    }

    private int area() {
        return rows.length() * columns.length();
    }

    /**
     * Follows a place into another tensor.
     *
     * @param channels of the other tensor
     */
    Cell follow(Cell cell, Raster other, int channels) {
        Cell at = unrolled.map(maps -> new Cell(cell.channel() / maps.area(),
                cell.channel() % maps.area() / maps.columns.length(), cell.channel() % maps.columns.length())).orElse(cell);
        Raster from = unrolled.orElse(this);
        Raster to = other.unrolled.orElse(other);
        int y = from.rows.follow(at.y(), to.rows);
        int x = from.columns.follow(at.x(), to.columns);
        return other.unrolled.map(maps -> {
            int kept = at.channel() % Math.max(1, channels / maps.area());
            return new Cell((kept * maps.rows.length() + y) * maps.columns.length() + x, 0, 0);
        }).orElseGet(() -> new Cell(at.channel() % channels, y, x));
    }
}
