package skipstitch.engine;

import java.util.Optional;
import skipstitch.network.Node;

/**
 * What passes take of the memory for activations.
 *
 * @param needed    bytes at their height, what others hold included
 * @param held      bytes of it that others hold
 * @param available bytes for activations in all
 * @param largest   the largest tensor; empty where nothing is computed
 */
public record Footprint(long needed, long held, long available, Optional<Largest> largest) {

    /** @param node whose tensor it is */
    public record Largest(Node node, long bytes) {}

    public boolean fits() {
        return needed <= available;
    }
}
