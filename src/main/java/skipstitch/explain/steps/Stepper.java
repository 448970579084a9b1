package skipstitch.explain.steps;

import java.util.Optional;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/**
 * Where one looks: a layer, how closely, and in deeper depths which channel and which place. The place is where a person
 * put it, in one tensor; in every other it is followed from there. So steps forth and back lead to the same places, and
 * rounding never adds up.
 *
 * @param route   the way
 * @param node    the layer
 * @param depth   how closely
 * @param channel where the channel was chosen, whatever the row and column there
 * @param place   where the row and column were chosen, whatever the channel there
 */
public record Stepper(Route route, NodeId node, Depth depth, Anchor channel, Anchor place) {

    /** A cell of one node's tensor. */
    public record Anchor(NodeId node, Cell cell) {}

    /** At a node, looking at the whole network; the place is the middle of the first map. */
    public static Stepper at(Route route, NodeId node) {
        NodeId first = route.stations().getFirst().node();
        Cell middle = route.map(first).map(map -> new Cell(0, map.height() / 2, map.width() / 2)).orElse(new Cell(0, 0, 0));
        return new Stepper(route, node, Depth.NETWORK, new Anchor(node, middle), new Anchor(first, middle));
    }

    /** Channel (counted in places), row and column here. */
    public Cell cell() {
        Cell by = route.follow(place.node(), place.cell(), node);
        // Of a flatten's channels the place decides as well.
        Cell there = route.follow(place.node(), place.cell(), channel.node());
        Cell of = route.follow(channel.node(), new Cell(channel.cell().channel(), there.y(), there.x()), node);
        return new Cell(Math.clamp(of.channel(), 0, channels() - 1), by.y(), by.x());
    }

    /** How many channels there are to choose from. */
    public int channels() {
        return route.channels(node);
    }

    public Station station() {
        return route.station(index());
    }

    private int index() {
        return route.indexOf(node);
    }

    /** The next at this depth: a channel, past the last one and at all other depths a layer. The last one stays. */
    public Stepper next() {
        if (depth != Depth.CHANNEL) {
            return layer(1);
        }
        int now = cell().channel();
        if (now + 1 < channels()) {
            return turned(now + 1);
        }
        return isLast() ? this : layer(1).turned(0);
    }

    /** The one before at this depth. The first one stays. */
    public Stepper previous() {
        if (depth != Depth.CHANNEL) {
            return layer(-1);
        }
        int now = cell().channel();
        if (now > 0) {
            return turned(now - 1);
        }
        if (index() == 0) {
            return this;
        }
        Stepper before = layer(-1);
        return before.turned(before.channels() - 1);
    }

    /** So many layers on, or if negative back, at the same depth. */
    public Stepper layer(int by) {
        return to(route.station(index() + by).node());
    }

    /** Another layer, at the same depth. */
    public Stepper to(NodeId other) {
        return new Stepper(route, other, depth, channel, place);
    }

    /** The first at this depth: a channel, or the first layer. */
    public Stepper first() {
        return depth == Depth.CHANNEL ? turned(0) : layer(-route.stations().size());
    }

    /** The last at this depth: a channel, or the last layer. */
    public Stepper last() {
        return depth == Depth.CHANNEL ? turned(channels() - 1) : layer(route.stations().size());
    }

    /** Another channel; the last one if there are not so many. Counted in places. A flatten's channel is a place of maps, too. */
    public Stepper channel(int wanted) {
        Stepper there = turned(wanted);
        return route.isUnrolled(node) ? new Stepper(route, node, depth, there.channel, there.channel) : there;
    }

    /** Another channel, with the place where it was. */
    private Stepper turned(int wanted) {
        Cell here = cell();
        Cell there = new Cell(Math.clamp(wanted, 0, channels() - 1), here.y(), here.x());
        return new Stepper(route, node, depth, new Anchor(node, there), place);
    }

    /** Another place of this layer's maps, so many rows and columns on, as far as they go. */
    public Stepper moved(int rows, int columns) {
        Cell here = cell();
        return place(here.y() + rows, here.x() + columns);
    }

    /** A row and column of this layer's maps, the nearest if there is no such. */
    public Stepper place(int row, int column) {
        Optional<Shape> map = route.map(node);
        if (map.isEmpty()) {
            return this;
        }
        Cell there = new Cell(cell().channel(), Math.clamp(row, 0, map.get().height() - 1),
                Math.clamp(column, 0, map.get().width() - 1));
        return new Stepper(route, node, depth, channel, new Anchor(node, there));
    }

    /**
     * A value of the tensor here, in any lane: its channel as that lane counts.
     *
     * @param laneChannel of the lane that has so many
     */
    public Stepper choose(int laneChannel, int row, int column) {
        return channel(route.place(node, laneChannel)).place(row, column);
    }

    public Stepper at(Depth wanted) {
        return new Stepper(route, node, wanted, channel, place);
    }

    public Stepper deeper() {
        return at(depth.deeper());
    }

    public Stepper back() {
        return at(depth.shallower());
    }

    public boolean isFirst() {
        return index() == 0;
    }

    public boolean isLast() {
        return index() == route.stations().size() - 1;
    }

    /** Whether there is nothing further at this depth. */
    public boolean isAtEnd() {
        return isLast() && (depth != Depth.CHANNEL || cell().channel() == channels() - 1);
    }

    /** The same after an edit: at the same node and place, or at the nearest that are left. */
    public Stepper on(Route other) {
        NodeId there = kept(node, other).orElse(other.stations().getFirst().node());
        return new Stepper(other, there, depth, kept(channel, other, there), kept(place, other, there));
    }

    private Optional<NodeId> kept(NodeId wanted, Route other) {
        return other.has(wanted) ? Optional.of(wanted) : route.nearest(wanted, other);
    }

    private Anchor kept(Anchor anchor, Route other, NodeId there) {
        return other.has(anchor.node()) ? anchor : new Anchor(there, cell());
    }

    /** {@code Add · channel 3 of 8 · row 12, column 19}. */
    public String words() {
        StringBuilder words = new StringBuilder(station().title());
        if (depth.compareTo(Depth.CHANNEL) >= 0) {
            words.append(" · channel ").append(cell().channel()).append(" of ").append(channels());
        }
        if (depth == Depth.PIXEL) {
            words.append(" · row ").append(cell().y()).append(", column ").append(cell().x());
        }
        return words.toString();
    }
}
