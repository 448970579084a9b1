package skipstitch.network;

/**
 * One edge, named by the inlet that it is.
 *
 * @param to    the node that it enters
 * @param inlet which of that node's inlets, from 0
 */
public record Edge(NodeId to, int inlet) {

    /** Whether the network has this edge. */
    public boolean isIn(Network network) {
        return network.inlet(this).isPresent();
    }

    /**
     * Where it comes from, and in which role.
     *
     * @throws IllegalArgumentException if the network has no such edge
     */
    public Inlet of(Network network) {
        return network.inlet(this).orElseThrow(() ->
                new IllegalArgumentException(network.name() + " has no inlet " + inlet + " at '" + to + "'"));
    }

    @Override
    public String toString() {
        return to + "[" + inlet + "]";
    }
}
