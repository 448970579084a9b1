package skipstitch.network;

/**
 * Where a person put a node: the left top corner of its box, in world units.
 *
 * @param x from left to right
 * @param y downwards
 */
public record Place(double x, double y) {}
