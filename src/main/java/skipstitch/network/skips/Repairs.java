package skipstitch.network.skips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import skipstitch.network.Layer;
import skipstitch.network.Layer.Conv;
import skipstitch.network.Shape;
import skipstitch.network.skips.Repair.Kind;

/**
 * What makes a skip fit a main branch. Concat wants height and width mended, add the channels besides. Each repair
 * has been tried by the rules of shapes: it mends.
 */
public final class Repairs {
    private Repairs() {}

    /**
     * What makes a skip addable, the usual repair first; none where the two are equal.
     *
     * @param main the shape that all others which are added have
     */
    public static List<Repair> forAdd(Shape skip, Shape main) {
        return all(new Layer.Add(), skip, main);
    }

    /**
     * What makes a skip fit for concat, the usual repair first; none where height and width are equal.
     *
     * @param main the shape of all others that are joined
     */
    public static List<Repair> forConcat(Shape skip, Shape main) {
        return all(new Layer.Concat(), skip, main);
    }

    static List<Repair> all(Layer.Merge merge, Shape skip, Shape main) {
        List<Repair> all = new ArrayList<>(tried(merge, skip, main).toList());
        if (!all.isEmpty()) {
            all.set(0, all.getFirst().asUsual());
        }
        return List.copyOf(all);
    }

    /** The first of {@link #all}, without trying the others. */
    static Optional<Repair> usual(Layer.Merge merge, Shape skip, Shape main) {
        return tried(merge, skip, main).findFirst().map(Repair::asUsual);
    }

    private static Stream<Repair> tried(Layer.Merge merge, Shape skip, Shape main) {
        boolean concat = merge instanceof Layer.Concat;
        if (concat ? skip.sameSizeAs(main) : skip.equals(main)) {
            return Stream.of();
        }
        Trial trial = new Trial(merge, skip, main);
        return (concat ? concatenable(skip, main) : addable(skip, main)).stream()
                .flatMap(way -> trial.of(way).stream());
    }

    private static List<Way> concatenable(Shape skip, Shape main) {
        Resizing resizing = new Resizing(skip, main, skip.channels());
        List<Way> ways = new ArrayList<>(resizing.byPooling());
        ways.addAll(resizing.bySubsampling());
        ways.addAll(resizing.byStride());
        ways.addAll(resizing.byEnlarging());
        ways.addAll(resizing.atTheBorder());
        return ways;
    }

    private static List<Way> addable(Shape skip, Shape main) {
        if (skip.sameSizeAs(main)) {
            List<Way> ways = new ArrayList<>(List.of(Way.of(Kind.PROJECTION, Conv.same(main.channels(), 1))));
            if (skip.channels() < main.channels()) {
                ways.add(Way.of(Kind.ZERO_CHANNELS, zeros(skip, main)));
            }
            return ways;
        }
        Resizing resizing = new Resizing(skip, main, main.channels());
        List<Way> ways = new ArrayList<>(resizing.byStride());
        resizing.bySubsampling().forEach(way -> {
            // With fewer channels it would be the strided projection in two steps.
            if (skip.channels() <= main.channels()) {
                ways.add(skip.channels() == main.channels() ? way : way.then(zeros(skip, main)));
            }
        });
        Stream.of(resizing.byPooling(), resizing.byEnlarging(), resizing.atTheBorder()).flatMap(List::stream)
                .forEach(way -> ways.addAll(withChannels(way, skip, main)));
        return ways;
    }

    /** A 1×1 convolution behind what mends the size; and the form without parameters, where channels grow. */
    private static List<Way> withChannels(Way way, Shape skip, Shape main) {
        if (skip.channels() == main.channels() || way.kind() == Kind.TRANSPOSED_CONV) {
            return List.of(way);
        }
        Way projected = way.then(Conv.same(main.channels(), 1));
        return skip.channels() > main.channels() ? List.of(projected)
                : List.of(projected, way.then(zeros(skip, main)));
    }

    private static Layer zeros(Shape skip, Shape main) {
        return new Layer.ZeroPadChannels(0, main.channels() - skip.channels());
    }
}
