/**
 * Groups of nodes, drawn as one card each while they are folded: stages, blocks, the levels of a U. A folding is a
 * choice, like a zoom; the network knows nothing of it.
 */
package skipstitch.network.folding;
