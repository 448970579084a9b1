package skipstitch.explain.reach;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Positions of a map {@code [H, W]}. Rows with the same positions are one in memory, which they mostly are: what a
 * window reads is the same in all its rows.
 */
public final class Mask {
    private final Row[] rows;
    private final int width;

    private Mask(Row[] rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    static Mask one(int height, int width, int y, int x) {
        Row[] rows = empty(height);
        rows[y] = Row.one(x);
        return new Mask(rows, width);
    }

    static Mask full(int height, int width) {
        Row[] rows = new Row[height];
        Arrays.fill(rows, Row.range(0, width));
        return new Mask(rows, width);
    }

    /** The positions from one to before another, in reading order. */
    static Mask run(int height, int width, int from, int to) {
        Row[] rows = empty(height);
        Row whole = Row.range(0, width);
        for (int y = from / width; y * (long) width < to; y++) {
            int start = Math.max(from - y * width, 0);
            int end = (int) Math.min(to - y * (long) width, width);
            rows[y] = end - start == width ? whole : Row.range(start, end);
        }
        return new Mask(rows, width);
    }

    private static Row[] empty(int height) {
        Row[] rows = new Row[height];
        Arrays.fill(rows, Row.EMPTY);
        return rows;
    }

    public int height() {
        return rows.length;
    }

    public int width() {
        return width;
    }

    public boolean has(int y, int x) {
        return rows[y].places().get(x);
    }

    /** The first position of a row that is not left of x and belongs to the mask; −1 if there is none. */
    public int next(int y, int x) {
        return rows[y].places().nextSetBit(x);
    }

    /** The first place of a row that is not left of x and does not belong to the mask; at most the width. */
    public int nextOutside(int y, int x) {
        return rows[y].places().nextClearBit(x);
    }

    public boolean isEmpty() {
        return Arrays.stream(rows).allMatch(Row::isEmpty);
    }

    boolean isFull() {
        return Arrays.stream(rows).allMatch(row -> row.places().nextClearBit(0) >= width);
    }

    /** How many positions. */
    public int count() {
        return Arrays.stream(rows).mapToInt(row -> row.places().cardinality()).sum();
    }

    public Box box() {
        int top = -1;
        int bottom = -1;
        int left = width;
        int right = -1;
        for (int y = 0; y < rows.length; y++) {
            if (!rows[y].isEmpty()) {
                top = top < 0 ? y : top;
                bottom = y;
                left = Math.min(left, rows[y].places().nextSetBit(0));
                right = Math.max(right, rows[y].places().length() - 1);
            }
        }
        return top < 0 ? Box.NONE : new Box(top, left, bottom - top + 1, right - left + 1);
    }

    /** Positions of either. */
    public Mask or(Mask other) {
        if (this == other) {
            return this;
        }
        Row[] both = new Row[rows.length];
        for (int y = 0; y < both.length; y++) {
            both[y] = rows[y].or(other.rows[y]);
        }
        return new Mask(both, width);
    }

    /** What these positions of an output read. */
    Mask backward(Axis down, Axis across) {
        Row[] read = empty(down.in());
        UnaryOperator<Row> along = Row.once(row -> row.backward(across));
        for (int o = 0; o < rows.length; o++) {
            if (!rows[o].isEmpty()) {
                Row row = along.apply(rows[o]);
                Taps taps = down.taps(o);
                for (long i = taps.first(); i <= taps.last(); i += taps.step()) {
                    read[(int) i] = read[(int) i].or(row);
                }
            }
        }
        return new Mask(read, across.in());
    }

    /** The positions of an output that read one of these. */
    Mask forward(Axis down, Axis across) {
        Row[] reading = empty(down.out());
        UnaryOperator<Row> along = Row.once(row -> row.forward(across));
        for (int o = 0; o < reading.length; o++) {
            Taps taps = down.taps(o);
            for (long i = taps.first(); i <= taps.last(); i += taps.step()) {
                reading[o] = reading[o].or(along.apply(rows[(int) i]));
            }
        }
        return new Mask(reading, across.out());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Mask mask && width == mask.width && Arrays.equals(rows, mask.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows) + width;
    }

    /** Row by row, {@code #} for a position and {@code .} for none. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < width; x++) {
                text.append(has(y, x) ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
