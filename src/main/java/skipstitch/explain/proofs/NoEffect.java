package skipstitch.explain.proofs;

import skipstitch.network.NodeId;

/**
 * There is no such layer, or it was not run in every lane.
 *
 * @param why one sentence
 */
public record NoEffect(NodeId merge, String why) implements NextLayer {}
