package skipstitch.ui.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.Shape;

/** The glyphs of a window, made once for each size. */
final class GlyphSizes {
    /** Units of the type of what stands below maps. */
    private static final double CAPTION = 13;
    /** Of numbers in cells, the largest first. */
    private static final List<Size> NUMBERS = List.of(new Size(22, 90), new Size(17, 64), new Size(13, 34));

    /** Units of type, and of the side of the cells that are large enough for it. */
    private record Size(double type, double cell) {}

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
        return NUMBERS.stream().filter(size -> layout.hasCells(shape, size.cell() * device)).findFirst()
                .map(size -> of(size.type() * device));
    }
}
