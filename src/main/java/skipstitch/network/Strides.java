package skipstitch.network;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** By which whole factors layers shrink and enlarge height and width. */
final class Strides {
    private static final int MOST = 1 << 20;

    private Strides() {}

    /** By what a layer divides height and width; 1 for most. */
    static Size down(Layer layer) {
        return switch (layer) {
            case Layer.Conv conv -> conv.window().stride();
            case Layer.MaxPool pool -> pool.window().stride();
            case Layer.AveragePool pool -> pool.window().stride();
            case Layer.Subsample subsample -> Size.square(subsample.stride());
            default -> Size.ONE;
        };
    }

    private static Size up(Network network, Node node) {
        return switch (node.layer()) {
            case Layer.TransposedConv conv -> conv.stride();
            case Layer.Upsample upsample -> Size.square(upsample.factor());
            case Layer.MaxUnpool _ -> node.inlets(Inlet.Role.INDICES).stream().findFirst()
                    .flatMap(inlet -> network.find(inlet.source())).map(pool -> down(pool.layer())).orElse(Size.ONE);
            default -> Size.ONE;
        };
    }

    /** Whether a node's tensor is enlarged as often as it is shrunk on its way from the input. */
    static boolean cancel(Network network, Node node) {
        long[] down = {1, 1};
        long[] up = {1, 1};
        Set<NodeId> seen = new HashSet<>();
        Node at = node;
        while (!(at.layer() instanceof Layer.Input)) {
            boolean comesFromNowhere = at.inlets().size() == at.inlets(Inlet.Role.INDICES).size();
            if (!seen.add(at.id()) || comesFromNowhere || isVectorMaker(at.layer())) {
                return false;
            }
            times(down, down(at.layer()));
            times(up, up(network, at));
            Optional<Node> source = network.find(at.trunk().source());
            if (source.isEmpty() || Math.max(Math.max(down[0], down[1]), Math.max(up[0], up[1])) > MOST) {
                return false;
            }
            at = source.get();
        }
        return down[0] == up[0] && down[1] == up[1];
    }

    private static void times(long[] product, Size factor) {
        product[0] *= factor.height();
        product[1] *= factor.width();
    }

    private static boolean isVectorMaker(Layer layer) {
        return layer instanceof Layer.GlobalAveragePool || layer instanceof Layer.Flatten
                || layer instanceof Layer.Linear;
    }
}
