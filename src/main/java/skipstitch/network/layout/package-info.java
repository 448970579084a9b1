/**
 * Where nodes stand and edges run, in world units, once for all lanes of a network:
 * {@link skipstitch.network.layout.Layout}. The trunk is one row from left to right, what stands on its skips is
 * above it, other branches have rows below. Views draw what is said here and decide nothing.
 */
package skipstitch.network.layout;
