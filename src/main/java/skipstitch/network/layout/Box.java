package skipstitch.network.layout;

/**
 * The room of a node, in world units.
 *
 * @param kind how the node is drawn
 * @param left a multiple of eight, as is {@code top}: so pictures fall on whole pixels at every zoom
 */
public record Box(Kind kind, double left, double top) {
    /** Of the edges that run from card to card, below the card's top. */
    public static final double AXIS = 44;
    public static final double MERGE_RADIUS = 24;
    /** All places are multiples of this. */
    static final int GRID = 8;

    /** How a node is drawn. */
    public enum Kind {
        CARD(96, 104),
        /** A ring in the room of a card: a merge that takes a skip in. */
        MERGE(96, 104),
        /** A layer on a skip, above the trunk. */
        PILL(152, 48);

        private final double width;
        private final double height;

        Kind(double width, double height) {
            this.width = width;
            this.height = height;
        }

        public double width() {
            return width;
        }

        public double height() {
            return height;
        }
    }

    public double width() {
        return kind.width;
    }

    public double height() {
        return kind.height;
    }

    public double right() {
        return left + kind.width;
    }

    public double bottom() {
        return top + kind.height;
    }

    public Point centre() {
        return new Point(left + kind.width / 2, top + kind.height / 2);
    }

    public boolean contains(Point point) {
        return point.x() >= left && point.x() < right() && point.y() >= top && point.y() < bottom();
    }

    /** The height at which edges enter and leave at the sides. */
    double axis() {
        return top + (kind == Kind.PILL ? kind.height / 2 : AXIS);
    }

    /** Where edges leave to the right. */
    Point exit() {
        return new Point(kind == Kind.MERGE ? centre().x() + MERGE_RADIUS : right(), axis());
    }

    /** Where edges enter from the left. */
    Point entry() {
        return new Point(kind == Kind.MERGE ? centre().x() - MERGE_RADIUS - 2 : left, axis());
    }

    /** Where an arc leaves upwards. */
    Point rise() {
        return kind == Kind.MERGE ? new Point(centre().x() + 14, axis() - 19)
                : new Point(centre().x() + 31, top);
    }

    /** Where an arc comes down. */
    Point landing() {
        return kind == Kind.MERGE ? new Point(centre().x(), axis() - MERGE_RADIUS - 4)
                : new Point(centre().x() - 19, top);
    }

    Box moved(double right, double down) {
        return new Box(kind, left + right, top + down);
    }

    boolean overlaps(Box other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }
}
