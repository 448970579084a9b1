package skipstitch.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.network.InputSizes;
import skipstitch.network.Misfit;
import skipstitch.network.Rounding;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.network.Size;

/** Which sizes of the input would work, where the one that it has does not. */
public final class SizeWords {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
            "seventh", "eighth", "ninth", "tenth");

    private SizeWords() {}

    /**
     * {@code At 250×250 the fourth pool gets 31×31, an odd size. 240×240 and 256×256 would work.} Empty where another
     * size would not mend it.
     */
    public static Optional<String> of(Shapes shapes, Misfit misfit) {
        return InputSizes.mending(shapes, misfit).map(sizes -> "At " + size(sizes.input()) + " "
                + Rounding.before(shapes, misfit).map(SizeWords::rounded).orElse("it is too small here") + ". "
                + working(sizes));
    }

    /**
     * The same of a whole network: of its first misfit, or of an output that is to have the picture's size and has
     * not. Empty for a network that works at its size.
     */
    public static Optional<String> of(Shapes shapes) {
        if (!shapes.misfits().isEmpty()) {
            return shapes.misfits().stream().flatMap(misfit -> of(shapes, misfit).stream()).findFirst();
        }
        return InputSizes.of(shapes).filter(sizes -> !sizes.works()).map(sizes -> "At " + size(sizes.input())
                + " what comes out is " + size(shapes.shape(shapes.network().outputs().getFirst().id())) + ". "
                + working(sizes));
    }

    private static String working(InputSizes sizes) {
        return Stream.of(sizes.smaller(), sizes.larger()).flatMap(Optional::stream).map(SizeWords::size)
                .collect(Collectors.joining(" and ")) + " would work.";
    }

    private static String rounded(Rounding rounding) {
        Size stride = rounding.stride();
        String rest = stride.equals(Size.square(2)) ? "an odd size" : "which " + stride + " does not divide";
        return "the " + ordinal(rounding.number()) + (rounding.isPool() ? " pool" : " layer with a stride") + " gets "
                + size(rounding.gets()) + ", " + rest;
    }

    /** {@code 248×248}. */
    public static String size(Shape shape) {
        return new Size(shape.height(), shape.width()).toString();
    }

    private static String ordinal(int number) {
        return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : number + "th";
    }
}
