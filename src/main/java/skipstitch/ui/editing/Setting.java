package skipstitch.ui.editing;

import java.util.List;
import java.util.function.Function;
import skipstitch.network.Layer;

/** One choice within a layer, as a person reads and changes it. */
sealed interface Setting {

    String name();

    /**
     * Something to type.
     *
     * @param text as it is
     * @param hint what may be typed
     * @param with the layer with what is typed; throws an IllegalArgumentException with a sentence where it is none
     */
    record Typed(String name, String text, String hint, Function<String, Layer> with) implements Setting {}

    /** Yes or no. */
    record Switched(String name, boolean on, String hint, Function<Boolean, Layer> with) implements Setting {}

    /** One of a few words. */
    record Picked(String name, String picked, List<String> options, Function<String, Layer> with) implements Setting {}
}
