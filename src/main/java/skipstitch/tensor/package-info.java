/**
 * Numbers and how they look: a {@link skipstitch.tensor.Tensor} with its shape, its statistics, and the colour
 * maps that turn values into ARGB pixels. Plain Java, no window.
 */
package skipstitch.tensor;
