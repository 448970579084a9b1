package skipstitch.engine;

import java.util.List;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.network.Layer;

/**
 * The slices of the kernels that a node came with.
 *
 * @param layer whose kernels they fit
 */
record GivenKernels(Given given, Layer layer) {

    Kernels kernels() {
        return (Kernels) given.weights();
    }

    private int taps() {
        List<Integer> sizes = given.sizes();
        return sizes.size() == 4 ? sizes.get(2) * sizes.get(3) : 1;
    }

    /** Puts a slice's taps where they belong; whether there is such a slice. */
    boolean copy(Address address, int out, float[] to, int at) {
        int place = given.place(address);
        int slice = place < 0 ? -1 : slice(out, place);
        if (slice >= 0) {
            System.arraycopy(kernels().kernels(), slice * taps(), to, at, taps());
        }
        return slice >= 0;
    }

    private int slice(int out, int place) {
        return switch (layer) {
            case Layer.Conv conv -> {
                int channels = given.sizes().get(1);
                int inGroup = place - out / (conv.filters() / conv.groups()) * channels;
                yield inGroup >= 0 && inGroup < channels ? out * channels + inGroup : -1;
            }
            case Layer.TransposedConv conv -> place * conv.filters() + out;
            default -> out * given.count() + place;
        };
    }

    /** Whether a lane has just the same channels, in the same order. */
    boolean areWhole(List<Address> incoming) {
        if (incoming.size() != given.count()) {
            return false;
        }
        for (int channel = 0; channel < incoming.size(); channel++) {
            if (given.place(incoming.get(channel)) != channel) {
                return false;
            }
        }
        return true;
    }
}
