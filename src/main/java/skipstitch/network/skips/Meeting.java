package skipstitch.network.skips;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * The node that takes in what is carried, as it would stand after the drop.
 *
 * @param node    imagined; its inlets name nodes of the network from which the carried edge was taken
 * @param carried which of its inlets is what is carried
 */
record Meeting(Node node, int carried) {

    Inlet inlet() {
        return node.inlets().get(carried);
    }

    /** All that comes in besides, but pooling indices. */
    List<Inlet> others() {
        return IntStream.range(0, node.inlets().size()).filter(i -> i != carried).mapToObj(node.inlets()::get)
                .filter(inlet -> inlet.role() != Inlet.Role.INDICES).toList();
    }

    /** The branch that is met: the main one if there is one. */
    Optional<Inlet> met() {
        return Stream.concat(others().stream().filter(inlet -> inlet.role() == Inlet.Role.MAIN), others().stream())
                .findFirst();
    }

    /** What the others make together, to which a repair must fit; empty where they do not fit each other. */
    Optional<Shape> rest(Shapes shapes) {
        List<Shape> known = others().stream().flatMap(inlet -> shapes.find(inlet.source()).stream()).toList();
        if (known.isEmpty() || known.size() < others().size()) {
            return Optional.empty();
        }
        Shape first = known.getFirst();
        return switch (node.layer()) {
            case Layer.Add _, Layer.Multiply _ ->
                    known.stream().allMatch(first::equals) ? Optional.of(first) : Optional.empty();
            case Layer.Concat _ -> {
                long channels = known.stream().mapToLong(Shape::channels).sum();
                yield known.stream().allMatch(first::sameSizeAs) && channels * first.area() <= Shape.MOST_ELEMENTS
                        ? Optional.of(first.withChannels((int) channels)) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
