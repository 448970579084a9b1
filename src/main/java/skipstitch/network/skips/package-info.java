/**
 * Dragging skips, without a window: what can be carried, where it can land, what each place answers for add and
 * for concat, what mends a skip that does not fit, and the network after the drop.
 *
 * <p>{@link skipstitch.network.skips.Landings} answers for all places at once,
 * {@link skipstitch.network.skips.Repairs} lists what mends, {@link skipstitch.network.skips.Skips} makes the
 * drop. What an answer says is what the drop then does.
 */
package skipstitch.network.skips;
