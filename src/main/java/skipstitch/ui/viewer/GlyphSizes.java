package skipstitch.ui.viewer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Shape;

/** The glyphs of a window, made once for each size. */
final class GlyphSizes {
    /** Units of the type of what stands below maps. */
    private static final double CAPTION = 13;
    /** Of numbers in cells, the largest first. */
    private static final double[] NUMBERS = {22, 17, 13};
    /** Units of a cell's side for a unit of type: from 34 on there are numbers in it. */
    private static final double ROOM = 34 / 13.0;

    private final Map<Integer, Glyphs> made = new HashMap<>();

    private Glyphs of(double pixels) {
        return made.computeIfAbsent((int) Math.round(pixels), Glyphs::of);
    }

    /** @param device device pixels to a unit */
    Glyphs caption(double device) {
        return of(CAPTION * device);
    }

    /** For the numbers in the cells of maps of a shape, larger in larger cells; empty where there is no room for any. */
    Optional<Glyphs> numbers(SheetLayout layout, Shape shape, double device) {
        for (double size : NUMBERS) {
            if (layout.hasCells(shape, ROOM * size * device)) {
                return Optional.of(of(size * device));
            }
        }
        return Optional.empty();
    }
}
