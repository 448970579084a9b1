package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Shape;

/**
 * Shapes that an element by element operation takes one after another, as both frameworks spread a size of 1.
 *
 * @param so    the sizes so far
 * @param clash those of the first that does not fit
 */
record Broadcast(Sizes so, Optional<Sizes> clash) {

    /** As a shape, but of as many elements as there may be. */
    record Sizes(int channels, int height, int width) {
        static Sizes of(Shape shape) {
            return new Sizes(shape.channels(), shape.height(), shape.width());
        }

        boolean meets(Sizes other) {
            return spreads(channels, other.channels) && spreads(height, other.height) && spreads(width, other.width);
        }

        Sizes spread(Sizes other) {
            return new Sizes(Math.max(channels, other.channels), Math.max(height, other.height),
                    Math.max(width, other.width));
        }

        @Override
        public String toString() {
            return channels + "×" + height + "×" + width;
        }
    }

    static Broadcast of(List<Shape> shapes) {
        Sizes so = Sizes.of(shapes.getFirst());
        for (Shape shape : shapes.subList(1, shapes.size())) {
            Sizes next = Sizes.of(shape);
            if (!so.meets(next)) {
                return new Broadcast(so, Optional.of(next));
            }
            so = so.spread(next);
        }
        return new Broadcast(so, Optional.empty());
    }

    static boolean spreads(int one, int other) {
        return one == other || one == 1 || other == 1;
    }

    Response.GoesOn response(List<Shape> shapes) {
        boolean spread = shapes.stream().anyMatch(each -> !Sizes.of(each).equals(so));
        return new Response.GoesOn(so.toString(), spread ? "spreads every size of 1 without a word"
                : "multiplies element by element without a word");
    }
}
