package skipstitch.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sizes of the input at which a network works: nothing breaks, and an output that is enlarged as often as it was
 * shrunk has the input's size, if there is any size at which it has. Found by asking the rules of shapes, size by
 * size, which takes a millisecond or two.
 */
public final class InputSizes {
    /** Sizes asked about in each direction: strides that multiply to 256 repeat within so many. */
    private static final int MOST_TRIES = 256;

    private final Shapes shapes;
    private final Node node;
    private final Shape input;
    /** Those that are to have the input's size. */
    private final List<NodeId> whole;

    private InputSizes(Shapes shapes, Node node, Shape input) {
        this.shapes = shapes;
        this.node = node;
        this.input = input;
        Network network = shapes.network();
        List<NodeId> enlarged = network.outputs().stream().filter(output -> Strides.cancel(network, output))
                .map(Node::id).toList();
        boolean possible = IntStream.range(0, MOST_TRIES)
                .anyMatch(by -> works(input.height() + by, input.height() + by, enlarged));
        whole = possible ? enlarged : List.of();
    }

    /** Empty for a network that has no input, or several. */
    public static Optional<InputSizes> of(Network network) {
        return of(Shapes.of(network));
    }

    /** The same, of shapes that are known. */
    public static Optional<InputSizes> of(Shapes shapes) {
        List<Node> inputs = shapes.network().nodes().stream()
                .filter(node -> node.layer() instanceof Layer.Input).toList();
        return inputs.size() == 1 && inputs.getFirst().layer() instanceof Layer.Input(Shape shape)
                ? Optional.of(new InputSizes(shapes, inputs.getFirst(), shape)) : Optional.empty();
    }

    /** Of a network in which a misfit comes of the input's size and is gone at another; empty where it is not so. */
    public static Optional<InputSizes> mending(Shapes shapes, Misfit misfit) {
        boolean comesOfIt = misfit.rule() == Misfit.Rule.WINDOW_FITS || misfit.rule() == Misfit.Rule.SIZE_POSITIVE
                || Rounding.before(shapes, misfit).isPresent();
        return (comesOfIt ? of(shapes) : Optional.<InputSizes>empty())
                .filter(sizes -> sizes.smaller().isPresent() || sizes.larger().isPresent());
    }

    /** The node that takes the picture in. */
    public Node node() {
        return node;
    }

    /** What it has now. */
    public Shape input() {
        return input;
    }

    /** Whether the network works at its own size. */
    public boolean works() {
        return works(input.height(), input.width());
    }

    private boolean works(int height, int width) {
        return works(height, width, whole);
    }

    private boolean works(int height, int width, List<NodeId> whole) {
        if (height < 1 || width < 1 || !Shape.isAddressable(input.channels(), height, width)) {
            return false;
        }
        Shape tried = input.withSize(height, width);
        return shapes.at(tried).filter(then -> whole.stream().allMatch(id -> then.shape(id).sameSizeAs(tried)))
                .isPresent();
    }

    /** This height and width, or the nearest below them; empty if there is none. */
    public Optional<Shape> atMost(int height, int width) {
        return works(height, width) ? Optional.of(input.withSize(height, width)) : beside(height, width, -1);
    }

    /** The nearest one that is smaller. */
    public Optional<Shape> smaller() {
        return beside(input.height(), input.width(), -1);
    }

    /** The nearest one that is larger. */
    public Optional<Shape> larger() {
        return beside(input.height(), input.width(), 1);
    }

    /** The one nearest to half of each side. */
    public Optional<Shape> half() {
        return near((input.height() + 1) / 2, (input.width() + 1) / 2);
    }

    /** The one nearest to twice each side. */
    public Optional<Shape> twice() {
        return Shape.isAddressable(input.channels(), 2L * input.height(), 2L * input.width())
                ? near(2 * input.height(), 2 * input.width()) : Optional.empty();
    }

    private Optional<Shape> near(int height, int width) {
        if (works(height, width)) {
            return Optional.of(input.withSize(height, width));
        }
        Optional<Shape> below = beside(height, width, -1);
        Optional<Shape> above = beside(height, width, 1);
        boolean isAbove = below.isEmpty()
                || above.filter(shape -> shape.height() - height <= height - below.get().height()).isPresent();
        return isAbove ? above : below;
    }

    /** Sides that work as a square each work together, unless windows are no squares; then both go by as much. */
    private Optional<Shape> beside(int height, int width, int step) {
        if (height == width) {
            OptionalInt side = first(height, step, 1, at -> works(at, at));
            return side.isPresent() ? Optional.of(input.withSize(side.getAsInt(), side.getAsInt())) : Optional.empty();
        }
        int from = works(height, width) ? 1 : 0;
        OptionalInt high = first(height, step, from, at -> works(at, at));
        OptionalInt wide = first(width, step, from, at -> works(at, at));
        if (high.isPresent() && wide.isPresent() && works(high.getAsInt(), wide.getAsInt())) {
            return Optional.of(input.withSize(high.getAsInt(), wide.getAsInt()));
        }
        OptionalInt both = first(0, step, 1, by -> works(height + by, width + by));
        return both.isPresent() ? Optional.of(input.withSize(height + both.getAsInt(), width + both.getAsInt()))
                : Optional.empty();
    }

    /**
     * A few to choose from, the smallest first: about half, the next ones, about twice. Neighbours by a single pixel
     * are not named: then any size works.
     */
    public List<Shape> choices() {
        Stream<Shape> next = Stream.of(smaller(), larger()).flatMap(Optional::stream)
                .filter(shape -> Math.abs(shape.height() - input.height()) > 1);
        return Stream.concat(next, Stream.of(half(), twice()).flatMap(Optional::stream))
                .filter(shape -> !shape.equals(input)).distinct().sorted(Comparator.comparing(Shape::area)).toList();
    }

    private static OptionalInt first(int start, int step, int from, IntPredicate works) {
        return IntStream.range(from, MOST_TRIES).map(by -> start + step * by).filter(works).findFirst();
    }
}
