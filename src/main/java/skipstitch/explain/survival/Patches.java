package skipstitch.explain.survival;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Which part of a picture stands at a position of a map: one pixel, or a patch of as many rows and columns as the map is
 * smaller by.
 *
 * @param map     {@code [C, h, w]}
 * @param picture {@code [C', H, W]}; H and W are multiples of h and w
 */
record Patches(Shape map, Shape picture) {
    private static final int MOST_ROWS = 16;
    private static final int MOST_CHANNELS = 768;

    /** @throws NoReadout with a sentence why there is none, for such shapes */
    Patches {
        if (map.height() > picture.height() || map.width() > picture.width()
                || picture.height() % map.height() != 0 || picture.width() % map.width() != 0) {
            throw new NoReadout("A map of " + map.height() + "×" + map.width() + " does not divide the picture's "
                    + picture.height() + "×" + picture.width() + " into equal patches.");
        }
        if (picture.height() / map.height() > MOST_ROWS || picture.width() / map.width() > MOST_ROWS) {
            throw new NoReadout("One position of " + map.height() + "×" + map.width() + " stands for "
                    + picture.height() / map.height() + "×" + picture.width() / map.width()
                    + " pixels: too many for a readout of one position.");
        }
        if (map.channels() > MOST_CHANNELS) {
            throw new NoReadout("A readout of " + map.channels() + " channels takes too long; it stops at "
                    + MOST_CHANNELS + ".");
        }
    }

    int rows() {
        return picture.height() / map.height();
    }

    int columns() {
        return picture.width() / map.width();
    }

    /** Numbers in a patch, of all its channels. */
    int size() {
        return picture.channels() * rows() * columns();
    }

    /** All channels at a position. */
    double[] features(Tensor tensor, int position) {
        double[] features = new double[map.channels()];
        for (int c = 0; c < features.length; c++) {
            features[c] = tensor.values()[c * map.area() + position];
        }
        return features;
    }

    double[] patch(Tensor whole, int position) {
        double[] patch = new double[size()];
        for (int i = 0; i < patch.length; i++) {
            patch[i] = whole.values()[place(position, i)];
        }
        return patch;
    }

    void put(double[] patch, int position, float[] whole) {
        for (int i = 0; i < patch.length; i++) {
            whole[place(position, i)] = (float) patch[i];
        }
    }

    /** Where a patch's number stands in the picture. */
    private int place(int position, int number) {
        int inChannel = number % (rows() * columns());
        int y = position / map.width() * rows() + inChannel / columns();
        int x = position % map.width() * columns() + inChannel % columns();
        return number / (rows() * columns()) * picture.area() + y * picture.width() + x;
    }
}
