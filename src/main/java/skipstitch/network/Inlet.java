package skipstitch.network;

/**
 * One edge, seen from the node that it enters. The order of a node's inlets matters to a concat.
 *
 * @param source the node whose tensor comes in
 * @param role   what the edge is to the network
 */
public record Inlet(NodeId source, Role role) {

    /** What an edge is to the network. */
    public enum Role {
        /** The trunk: what remains when no skip is taken. */
        MAIN,
        /** A shortcut that a merge takes in beside the main branch. */
        SKIP,
        /** The places of the maxima that a pool found, for an unpool (SegNet). */
        INDICES
    }

    public static Inlet main(NodeId source) {
        return new Inlet(source, Role.MAIN);
    }

    public static Inlet skip(NodeId source) {
        return new Inlet(source, Role.SKIP);
    }

    public static Inlet indices(NodeId source) {
        return new Inlet(source, Role.INDICES);
    }
}
