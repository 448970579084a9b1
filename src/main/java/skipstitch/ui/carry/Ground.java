package skipstitch.ui.carry;

import java.util.Optional;
import javafx.geometry.Point2D;
import skipstitch.network.skips.Carried;
import skipstitch.network.skips.Target;

/** Where things stand on the screen, in the lane in which one carries. */
public interface Ground {

    /** The middle of a place; empty if the lane does not draw it. */
    Optional<Point2D> at(Target target);

    /** Where the end hangs that is not in the hand. */
    Optional<Point2D> fixed(Carried carried);

    /** Where the end in the hand was lifted from. */
    Optional<Point2D> lifted(Carried carried);

    /** Of the lane, in screen units. */
    double width();

    /** Screen units to a world unit. */
    double zoom();
}
