package skipstitch.explain.survival;

import skipstitch.tensor.Tensor;

/** A linear readout: at each position, from a tensor's channels there, and a constant, to the picture's patch there. */
final class Readout {
    /** Small: there are many more positions than channels, and what is exact shall stay so. */
    private static final double PENALTY = 1e-6;
    /** Coprime to all but huge maps' areas: positions that are left out are spread. */
    private static final int STRIDE = 7919;

    private final Patches patches;
    private final RidgeRegression regression;

    Readout(Patches patches) {
        this.patches = patches;
        this.regression = new RidgeRegression(patches.map().channels(), patches.size());
    }

    /** Learns from some positions of a picture and its tensor. */
    void learn(Tensor tensor, Tensor picture, int positions) {
        int area = patches.map().area();
        for (int i = 0; i < Math.min(positions, area); i++) {
            int position = area % STRIDE == 0 ? i : (int) ((long) i * STRIDE % area);
            regression.add(patches.features(tensor, position), patches.patch(picture, position));
        }
    }

    /** How many it has learned from. */
    long positions() {
        return regression.samples();
    }

    LinearMap fit() {
        return regression.fit(PENALTY);
    }

    Tensor rebuild(LinearMap map, Tensor tensor) {
        float[] values = new float[patches.picture().elements()];
        for (int position = 0; position < patches.map().area(); position++) {
            patches.put(map.of(patches.features(tensor, position)), position, values);
        }
        return new Tensor(patches.picture(), values);
    }
}
