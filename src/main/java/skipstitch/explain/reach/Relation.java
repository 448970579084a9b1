package skipstitch.explain.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skipstitch.explain.reach.ChannelSet.Run;
import skipstitch.explain.reach.Region.Part;
import skipstitch.network.Shape;

/** Which cells of one tensor each cell of another reads. */
sealed interface Relation {

    /** What these cells of the output read. */
    Region backward(Region out);

    /** The cells of the output that read one of these. */
    Region forward(Region in);

    /** Rows, columns and channels each on their own: what a cell reads is a box, or a grid. */
    record Window(ChannelRelation channels, Axis down, Axis across) implements Relation {
        @Override
        public Region backward(Region region) {
            return region.moved(new Shape(channels.in(), down.in(), across.in()),
                    channels::backward, mask -> mask.backward(down, across));
        }

        @Override
        public Region forward(Region region) {
            return region.moved(new Shape(channels.out(), down.out(), across.out()),
                    channels::forward, mask -> mask.forward(down, across));
        }
    }

    /** The other way round: what an unpool may put somewhere comes from every window that has the place in it. */
    record Turned(Relation relation) implements Relation {
        @Override
        public Region backward(Region out) {
            return relation.forward(out);
        }

        @Override
        public Region forward(Region in) {
            return relation.backward(in);
        }
    }

    /** Cells that share a window: whether one of them is its maximum depends on all. */
    record SharedWindow(Relation pool) implements Relation {
        @Override
        public Region backward(Region region) {
            return pool.backward(pool.forward(region));
        }

        @Override
        public Region forward(Region region) {
            return backward(region);
        }
    }

    /** A tensor and its values one after another: channel by channel, row by row. */
    record Flattened(Shape in) implements Relation {
        @Override
        public Region backward(Region out) {
            int area = in.area();
            List<Part> parts = new ArrayList<>();
            for (Run run : out.channels().runs()) {
                int first = Math.ceilDiv(run.first(), area);
                int end = run.end() / area;
                if (first > end) {
                    parts.add(part(end, run.first() - end * area, run.end() - end * area));
                } else {
                    parts.add(part(first - 1, run.first() - (first - 1) * area, area));
                    parts.add(new Part(ChannelSet.range(first, end), Mask.full(in.height(), in.width())));
                    parts.add(part(end, 0, run.end() - end * area));
                }
            }
            return Region.of(in, parts);
        }

        private Part part(int channel, int from, int to) {
            return new Part(channel < 0 ? ChannelSet.NONE : ChannelSet.one(channel),
                    Mask.run(in.height(), in.width(), Math.min(from, to), to));
        }

        @Override
        public Region forward(Region region) {
            Shape vector = Shape.vector(in.elements());
            return region.parts().stream()
                    .map(part -> new Region(vector, List.of(new Part(flat(part), Mask.full(1, 1)))))
                    .reduce(Region.none(vector), Region::or);
        }

        private ChannelSet flat(Part part) {
            if (part.mask().isFull()) {
                return part.channels().regrouped(1, in.area());
            }
            IntStream.Builder bounds = IntStream.builder();
            for (Run run : part.channels().runs()) {
                for (int channel = run.first(); channel < run.end(); channel++) {
                    for (int y = 0; y < in.height(); y++) {
                        int row = (channel * in.height() + y) * in.width();
                        for (int x = part.mask().next(y, 0); x >= 0; x = part.mask().next(y, x)) {
                            bounds.add(row + x);
                            x = part.mask().nextOutside(y, x);
                            bounds.add(row + x);
                        }
                    }
                }
            }
            return ChannelSet.of(bounds.build());
        }
    }
}
