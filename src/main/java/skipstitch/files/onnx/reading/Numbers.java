package skipstitch.files.onnx.reading;

import java.util.Arrays;

/** A constant of a model, the last axis running fastest. Arrays are shared; nobody writes into them. */
sealed interface Numbers {

    /** Of the axes; none of them for a single number. */
    int[] sizes();

    int count();

    double at(int index);

    /** The same numbers with other axes. */
    Numbers shaped(int[] sizes);

    /** Floating-point numbers, of whatever precision they were. */
    record Reals(int[] sizes, float[] values) implements Numbers {
        @Override
        public int count() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return values[index];
        }

        @Override
        public Numbers shaped(int[] other) {
            return new Reals(other, values);
        }
    }

    /** Whole numbers and truths. */
    record Wholes(int[] sizes, long[] values) implements Numbers {
        static Wholes of(long... values) {
            return new Wholes(new int[] {values.length}, values);
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return values[index];
        }

        @Override
        public Numbers shaped(int[] other) {
            return new Wholes(other, values);
        }
    }

    /** As kernels have them; real ones are not copied. */
    default float[] floats() {
        return switch (this) {
            case Reals(_, float[] values) -> values;
            case Wholes(_, long[] values) -> {
                float[] all = new float[values.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = values[i];
                }
                yield all;
            }
        };
    }

    /**
     * As sizes and indices.
     *
     * @throws Unsupported if one is not whole
     */
    default long[] longs() throws Unsupported {
        return switch (this) {
            case Wholes(_, long[] values) -> values;
            case Reals(_, float[] values) -> {
                long[] all = new long[values.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = (long) values[i];
                    if (all[i] != values[i]) {
                        throw new Unsupported("its sizes are no whole numbers");
                    }
                }
                yield all;
            }
        };
    }

    /** How many numbers there are with such axes; −1 for more than an array holds. */
    static int count(long... sizes) {
        long count = 1;
        boolean empty = Arrays.stream(sizes).anyMatch(size -> size == 0);
        for (long size : sizes) {
            if (size < 0 || size > Integer.MAX_VALUE) {
                return -1;
            }
            count = empty ? 0 : count * size;
            if (count > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) count;
    }
}
