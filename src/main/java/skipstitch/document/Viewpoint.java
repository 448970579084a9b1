package skipstitch.document;

/**
 * Where the lanes are looked at from.
 *
 * @param zoom screen units to a world unit
 * @param x    world x at the view's left edge
 * @param y    world y at a lane's top edge
 */
public record Viewpoint(double zoom, double x, double y) {}
