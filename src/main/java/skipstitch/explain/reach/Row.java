package skipstitch.explain.reach;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The places of one row, or none of them. Never changed, so that equal rows of a mask can be one. */
record Row(BitSet places) {
    static final Row EMPTY = new Row(new BitSet());

    static Row one(int x) {
        return range(x, x + 1);
    }

    /** From one place to before another. */
    static Row range(int from, int to) {
        BitSet places = new BitSet(to);
        places.set(from, to);
        return new Row(places);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    Row or(Row other) {
        if (this == other || other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        BitSet both = (BitSet) places.clone();
        both.or(other.places);
        return both.equals(places) ? this : both.equals(other.places) ? other : new Row(both);
    }

    /** What these places of the output read. */
    Row backward(Axis axis) {
        BitSet read = new BitSet(axis.in());
        for (int o = places.nextSetBit(0); o >= 0; o = places.nextSetBit(o + 1)) {
            Taps taps = axis.taps(o);
            if (taps.step() == 1) {
                read.set(taps.first(), taps.last() + 1);
            } else {
                for (long i = taps.first(); i <= taps.last(); i += taps.step()) {
                    read.set((int) i);
                }
            }
        }
        return new Row(read);
    }

    /** The places of the output that read one of these. */
    Row forward(Axis axis) {
        BitSet reading = new BitSet(axis.out());
        for (int o = 0; o < axis.out(); o++) {
            reading.set(o, hasAny(axis.taps(o)));
        }
        return new Row(reading);
    }

    private boolean hasAny(Taps taps) {
        if (taps.step() == 1) {
            int next = places.nextSetBit(taps.first());
            return next >= 0 && next <= taps.last();
        }
        for (long i = taps.first(); i <= taps.last(); i += taps.step()) {
            if (places.get((int) i)) {
                return true;
            }
        }
        return false;
    }

    /** Computes each distinct row once. */
    static UnaryOperator<Row> once(UnaryOperator<Row> change) {
        Map<Row, Row> known = new HashMap<>();
        return row -> row.isEmpty() ? EMPTY : known.computeIfAbsent(row, change);
    }
}
