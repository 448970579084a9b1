/**
 * Networks as immutable values: what a person draws, and all that follows from it without running it.
 *
 * <p>A {@link skipstitch.network.Network} is an ordered list of nodes; a node has a
 * {@link skipstitch.network.Layer} and {@link skipstitch.network.Inlet inlets}, and an edge <em>is</em> an
 * inlet. Only choices are stored. {@link skipstitch.network.Shapes}, {@link skipstitch.network.Costs} and
 * {@link skipstitch.network.Origins} derive the rest; {@link skipstitch.network.Variant} turns one network
 * into the lanes that are compared.
 *
 * <p>Plain Java: nothing of ours is imported here, no JavaFX, no ND4J. Shapes are {@code [C, H, W]} of one
 * sample; the batch axis N is 1 everywhere and is not written.
 */
package skipstitch.network;
