package skipstitch.ui.lanes;

/**
 * Where the lanes are looked at from, the same for all of them. Zooms are eighths, so that the pictures on the
 * cards, whose places are multiples of eight, fall on whole pixels.
 *
 * @param zoom screen units to a world unit
 * @param x    world x at the view's left edge
 * @param y    world y at the view's top edge
 */
record Camera(double zoom, double x, double y) {
    static final double LEAST = 0.25;
    static final double MOST = 4;

    /** The next zoom in or out, around a point of the view that stays where it is. */
    Camera stepped(int direction, double viewX, double viewY) {
        double step = zoom + direction * 1e-9 < 2 ? 1.0 / 8 : 1.0 / 4;
        return zoomed(zoom + direction * step, viewX, viewY);
    }

    /** With another zoom, kept within bounds and at an eighth, around a point of the view. */
    Camera zoomed(double wanted, double viewX, double viewY) {
        double next = Math.clamp(Math.rint(wanted * 8) / 8, LEAST, MOST);
        return new Camera(next, x + viewX / zoom - viewX / next, y + viewY / zoom - viewY / next);
    }

    /** Moved by a drag of so many screen units. */
    Camera panned(double screenX, double screenY) {
        return new Camera(zoom, x - screenX / zoom, y - screenY / zoom);
    }
}
