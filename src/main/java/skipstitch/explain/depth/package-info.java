/**
 * Chains of many blocks, plain, with add and with concat: what becomes of gradients and values over depth, which paths
 * there are, and what a block less does. Measured on untrained chains, never told without the settings beside it.
 */
package skipstitch.explain.depth;
