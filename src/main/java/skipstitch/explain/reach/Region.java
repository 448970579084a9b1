package skipstitch.explain.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.network.Shape;

/**
 * A set of cells of one tensor: channels with the same positions in one part.
 *
 * @param shape of the tensor
 * @param parts by their lowest channel; no channel is in two
 */
public record Region(Shape shape, List<Part> parts) {
    public Region {
        parts = List.copyOf(parts);
    }

    /** The positions that these channels have in common. */
    public record Part(ChannelSet channels, Mask mask) {}

    static Region none(Shape shape) {
        return new Region(shape, List.of());
    }

    /** @throws IllegalArgumentException if the tensor has no such cell */
    static Region one(Shape shape, Cell cell) {
        if (cell.channel() < 0 || cell.channel() >= shape.channels() || cell.y() < 0 || cell.y() >= shape.height()
                || cell.x() < 0 || cell.x() >= shape.width()) {
            throw new IllegalArgumentException("A tensor of " + shape + " has no " + cell);
        }
        return new Region(shape, List.of(new Part(ChannelSet.one(cell.channel()),
                Mask.one(shape.height(), shape.width(), cell.y(), cell.x()))));
    }

    /** @throws IllegalArgumentException if the shape lacks one of the cells */
    static Region cells(Shape shape, List<Cell> cells) {
        return cells.stream().map(cell -> one(shape, cell)).reduce(none(shape), Region::or);
    }

    /** Of parts that may have channels in common, or nothing at all. */
    static Region of(Shape shape, List<Part> parts) {
        return parts.stream().filter(part -> !part.channels().isEmpty() && !part.mask().isEmpty())
                .map(part -> new Region(shape, List.of(part))).reduce(none(shape), Region::or);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    public boolean has(Cell cell) {
        return parts.stream()
                .anyMatch(part -> part.channels().has(cell.channel()) && part.mask().has(cell.y(), cell.x()));
    }

    /** The channels with any position. */
    public ChannelSet channels() {
        return parts.stream().map(Part::channels).reduce(ChannelSet.NONE, ChannelSet::or);
    }

    /** The positions of one channel. */
    public Mask mask(int channel) {
        return parts.stream().filter(part -> part.channels().has(channel)).map(Part::mask).findFirst()
                .orElseGet(this::nowhere);
    }

    /** The positions of any channel. */
    public Mask mask() {
        return parts.stream().map(Part::mask).reduce(Mask::or).orElseGet(this::nowhere);
    }

    private Mask nowhere() {
        return Mask.run(shape.height(), shape.width(), 0, 0);
    }

    /** Around the positions of any channel. */
    public Box box() {
        return mask().box();
    }

    /** How many values: positions, channel by channel. */
    public int count() {
        return parts.stream().mapToInt(part -> part.channels().count() * part.mask().count()).sum();
    }

    /** Cells of either. */
    public Region or(Region other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        List<Part> all = parts;
        for (Part added : other.parts) {
            List<Part> next = new ArrayList<>();
            ChannelSet alone = added.channels();
            for (Part part : all) {
                ChannelSet common = part.channels().and(added.channels());
                put(next, part.channels().minus(common), part.mask());
                put(next, common, common.isEmpty() ? part.mask() : part.mask().or(added.mask()));
                alone = alone.minus(common);
            }
            put(next, alone, added.mask());
            all = next;
        }
        return tidied(shape, all);
    }

    /** With other channels and other positions, part by part. */
    Region moved(Shape to, UnaryOperator<ChannelSet> channels, UnaryOperator<Mask> masks) {
        List<Part> moved = new ArrayList<>();
        for (Part part : parts) {
            ChannelSet set = channels.apply(part.channels());
            if (!set.isEmpty()) {
                moved.add(new Part(set, masks.apply(part.mask())));
            }
        }
        return of(to, moved);
    }

    private static void put(List<Part> parts, ChannelSet channels, Mask mask) {
        if (!channels.isEmpty()) {
            parts.add(new Part(channels, mask));
        }
    }

    /** With channels of equal positions in one part. */
    private static Region tidied(Shape shape, List<Part> parts) {
        Map<Mask, ChannelSet> byMask = new LinkedHashMap<>();
        parts.forEach(part -> byMask.merge(part.mask(), part.channels(), ChannelSet::or));
        return new Region(shape, byMask.entrySet().stream().map(entry -> new Part(entry.getValue(), entry.getKey()))
                .sorted(Comparator.comparingInt(part -> part.channels().first())).toList());
    }
}
