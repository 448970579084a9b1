package skipstitch.training;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Variant;

/**
 * One run as far as it has come.
 *
 * @param diverged why it goes no further than its points, a whole sentence; empty if it did not diverge
 */
public record Curve(Variant variant, long seed, List<Point> points, Optional<String> diverged) {
    public Curve {
        points = List.copyOf(points);
    }

    public Optional<Point> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
    }
}
