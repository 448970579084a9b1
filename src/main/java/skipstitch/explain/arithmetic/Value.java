package skipstitch.explain.arithmetic;

import skipstitch.network.Node;
import skipstitch.network.NodeId;

/**
 * One value of a run and how it came about.
 *
 * @param at    the node that made it
 * @param cell  where it is in that node's tensor
 * @param value what the engine computed
 * @param how   the same from its operands
 */
public record Value(Node at, Cell cell, float value, Arithmetic how) {

    public NodeId node() {
        return at.id();
    }
}
