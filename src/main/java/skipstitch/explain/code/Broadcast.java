package skipstitch.explain.code;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Shape;

/**
 * Shapes that an element by element operation takes one after another, as both frameworks spread a size of 1.
 *
 * @param so    the shape so far
 * @param clash the first that does not fit
 */
record Broadcast(Shape so, Optional<Shape> clash) {

    static Broadcast of(List<Shape> shapes) {
        Shape so = shapes.getFirst();
        for (Shape next : shapes.subList(1, shapes.size())) {
            if (!spreads(so.channels(), next.channels()) || !spreads(so.height(), next.height())
                    || !spreads(so.width(), next.width())) {
                return new Broadcast(so, Optional.of(next));
            }
            so = new Shape(Math.max(so.channels(), next.channels()), Math.max(so.height(), next.height()),
                    Math.max(so.width(), next.width()));
        }
        return new Broadcast(so, Optional.empty());
    }

    static boolean spreads(int one, int other) {
        return one == other || one == 1 || other == 1;
    }

    Response.GoesOn response(List<Shape> shapes) {
        boolean spread = shapes.stream().anyMatch(each -> !each.equals(so));
        return new Response.GoesOn(so.toString(), spread ? "spreads every size of 1 without a word"
                : "multiplies element by element without a word");
    }
}
