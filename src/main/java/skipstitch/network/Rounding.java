package skipstitch.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer that passes over a size which its stride does not divide, so that what enlarges again later does not come
 * back to it: an odd size at the third pool.
 *
 * @param node   which layer
 * @param gets   the shape that comes in
 * @param stride that divides it with a rest
 * @param number which of its kind it is in the network, from 1
 */
public record Rounding(Node node, Shape gets, Size stride, int number) {

    /** What made sizes differ that meet in a misfit: the first such layer that only one of them went through. */
    public static Optional<Rounding> before(Shapes shapes, Misfit misfit) {
        Network network = shapes.network();
        List<Set<NodeId>> ways = network.node(misfit.node()).inlets().stream()
                .map(inlet -> network.upstream(inlet.source())).toList();
        Set<NodeId> one = new HashSet<>();
        ways.forEach(one::addAll);
        one.removeIf(id -> ways.stream().allMatch(way -> way.contains(id)));
        return shapes.order().stream().filter(node -> one.contains(node.id()))
                .flatMap(node -> of(shapes, node).stream()).findFirst();
    }

    private static Optional<Rounding> of(Shapes shapes, Node node) {
        Size stride = Strides.down(node.layer());
        if (stride.equals(Size.ONE)) {
            return Optional.empty();
        }
        return node.inlets().stream().findFirst().flatMap(inlet -> shapes.find(inlet.source()))
                .filter(in -> in.height() % stride.height() != 0 || in.width() % stride.width() != 0)
                .map(in -> new Rounding(node, in, stride, number(shapes, node)));
    }

    private static int number(Shapes shapes, Node node) {
        List<Node> alike = shapes.order().stream().filter(other -> !Strides.down(other.layer()).equals(Size.ONE)
                && isPool(other.layer()) == isPool(node.layer())).toList();
        return alike.indexOf(node) + 1;
    }

    /** Whether a person would call the layer a pool. */
    public boolean isPool() {
        return isPool(node.layer());
    }

    private static boolean isPool(Layer layer) {
        return layer instanceof Layer.MaxPool || layer instanceof Layer.AveragePool;
    }
}
