package skipstitch.explain.reach;

import java.util.ArrayList;
import java.util.List;
import skipstitch.explain.reach.Axis.Slide;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Padding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Window;

/**
 * What a node reads of another's tensor.
 *
 * @param edge     by which it does
 * @param source   whose tensor: of an unpool's indices not the pool, but what the pool was given
 * @param relation from that tensor to the node's
 */
record Reading(Edge edge, NodeId source, Relation relation) {

    /** By each inlet, in order; only for a node that fits. */
    static List<Reading> of(Shapes shapes, Node node) {
        List<Reading> all = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < node.inlets().size(); i++) {
            all.add(by(shapes, node, new Edge(node.id(), i), before));
            before += shapes.shape(node.inlets().get(i).source()).channels();
        }
        return all;
    }

    /** @param before channels that came in by the inlets before this one */
    private static Reading by(Shapes shapes, Node node, Edge edge, int before) {
        Inlet inlet = node.inlets().get(edge.inlet());
        if (node.layer() instanceof Layer.MaxUnpool) {
            return unpooling(shapes, node, edge, inlet);
        }
        Shape in = shapes.shape(inlet.source());
        Shape out = shapes.shape(node.id());
        return new Reading(edge, inlet.source(), switch (node.layer()) {
            case Layer.Concat _ -> block(in, out, before);
            case Layer.Gate _ when edge.inlet() == 1 -> everyChannel(in, out);
            case Layer layer -> relation(layer, in, out);
        });
    }

    private static Reading unpooling(Shapes shapes, Node node, Edge edge, Inlet inlet) {
        Node pool = shapes.network().node(node.inlets(Inlet.Role.INDICES).getFirst().source());
        NodeId pooled = pool.inlets().getFirst().source();
        Relation pooling = relation(pool.layer(), shapes.shape(pooled), shapes.shape(pool.id()));
        return inlet.role() == Inlet.Role.INDICES ? new Reading(edge, pooled, new Relation.SharedWindow(pooling))
                : new Reading(edge, inlet.source(), new Relation.Turned(pooling));
    }

    private static Relation relation(Layer layer, Shape in, Shape out) {
        ChannelRelation own = ChannelRelation.same(in.channels());
        return switch (layer) {
            case Layer.Conv conv -> window(conv.window(), in, out,
                    new ChannelRelation.Groups(in.channels(), out.channels(), conv.groups()));
            case Layer.TransposedConv conv -> new Relation.Window(ChannelRelation.all(in.channels(), out.channels()),
                    new Axis.Paint(in.height(), out.height(), conv.kernel().height(), conv.stride().height(),
                            conv.padding().top()),
                    new Axis.Paint(in.width(), out.width(), conv.kernel().width(), conv.stride().width(),
                            conv.padding().left()));
            case Layer.MaxPool pool -> window(pool.window(), in, out, own);
            case Layer.AveragePool pool -> window(pool.window(), in, out, own);
            case Layer.GlobalAveragePool _ -> new Relation.Window(own,
                    new Slide(in.height(), 1, in.height(), 1, 0, 1), new Slide(in.width(), 1, in.width(), 1, 0, 1));
            case Layer.Upsample(int factor, Layer.Interpolation interpolation) -> switch (interpolation) {
                case NEAREST -> new Relation.Window(own,
                        new Axis.Paint(in.height(), out.height(), factor, factor, 0),
                        new Axis.Paint(in.width(), out.width(), factor, factor, 0));
                case BILINEAR -> new Relation.Window(own,
                        new Axis.Blend(in.height(), factor), new Axis.Blend(in.width(), factor));
            };
            case Layer.Softmax _, Layer.Linear _ -> everyChannel(in, out);
            case Layer.Flatten _ -> new Relation.Flattened(in);
            case Layer.Crop(Padding sides) -> shifted(in, out, -sides.top(), -sides.left());
            case Layer.ZeroPad(Padding sides) -> shifted(in, out, sides.top(), sides.left());
            case Layer.ZeroPadChannels(int before, _) -> block(in, out, before);
            case Layer.Subsample(int stride) -> new Relation.Window(own,
                    new Slide(in.height(), out.height(), 1, stride, 0, 1),
                    new Slide(in.width(), out.width(), 1, stride, 0, 1));
            case Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.BatchNorm _,
                    Layer.Dropout _, Layer.Add _, Layer.Multiply _, Layer.Gate _, Layer.Scale _, Layer.Identity _ ->
                    shifted(in, out, 0, 0);
            case Layer.Input _, Layer.Concat _, Layer.MaxUnpool _ ->
                    throw new IllegalStateException(layer.title() + " reads in another way");
        };
    }

    private static Relation block(Shape in, Shape out, int before) {
        return new Relation.Window(new ChannelRelation.Block(in.channels(), out.channels(), before),
                Axis.same(in.height()), Axis.same(in.width()));
    }

    private static Relation everyChannel(Shape in, Shape out) {
        return new Relation.Window(ChannelRelation.all(in.channels(), out.channels()),
                Axis.same(in.height()), Axis.same(in.width()));
    }

    private static Relation window(Window window, Shape in, Shape out, ChannelRelation channels) {
        return new Relation.Window(channels,
                new Slide(in.height(), out.height(), window.kernel().height(), window.stride().height(),
                        window.padding().top(), window.dilation().height()),
                new Slide(in.width(), out.width(), window.kernel().width(), window.stride().width(),
                        window.padding().left(), window.dilation().width()));
    }

    private static Relation shifted(Shape in, Shape out, int down, int across) {
        return new Relation.Window(ChannelRelation.same(in.channels()),
                new Slide(in.height(), out.height(), 1, 1, down, 1),
                new Slide(in.width(), out.width(), 1, 1, across, 1));
    }
}
