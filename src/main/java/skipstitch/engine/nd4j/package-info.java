/**
 * The engine on ND4J, and the only importer of it. {@link skipstitch.engine.nd4j.Nd4jEngine} opens it; nothing
 * else is public, and no ND4J type leaves the package.
 *
 * <p>Inside, a tensor is one dense, c-ordered, freshly owned off-heap array {@code [1, H, W, C]}: native code
 * crashes or computes wrongly on views and other orders. Every setting is checked in Java before native code
 * sees it, for that kills the process on some bad ones.
 */
package skipstitch.engine.nd4j;
