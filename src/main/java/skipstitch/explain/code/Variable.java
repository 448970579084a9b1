package skipstitch.explain.code;

import skipstitch.network.NodeId;

/**
 * A name that a snippet reads.
 *
 * @param name   {@code x} for a skip's tensor, or the only one; {@code f} for the main branch's where a skip meets it
 * @param means  {@code the skip: Conv 3×3}
 * @param source whose tensor it is; not always one that the network has
 */
public record Variable(String name, String means, NodeId source) {}
