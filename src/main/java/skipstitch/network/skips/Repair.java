package skipstitch.network.skips;

import java.util.List;
import skipstitch.network.Cost;
import skipstitch.network.Layer;
import skipstitch.network.Shape;

/**
 * Layers that make a skip fit.
 *
 * @param kind        how it mends
 * @param layers      what stands on the skip, in order, before the merge
 * @param result      the shape that the merge then makes
 * @param own         what these layers cost, without what follows the merge
 * @param title       what a person reads: {@code 1×1 conv, 16 filters, stride 2}
 * @param information what happens to the information: {@code drops three quarters of the positions}
 * @param usual       whether it is the one usual in the literature
 */
public record Repair(Kind kind, List<Layer> layers, Shape result, Cost own, String title, String information,
        boolean usual) {
    public Repair {
        layers = List.copyOf(layers);
    }

    Repair asUsual() {
        return new Repair(kind, layers, result, own, title, information, true);
    }

    /** How height and width are mended, or else the channels. */
    public enum Kind {
        /** A 1×1 convolution, strided where sizes go down (option B of He et al. 2015, 3.3). */
        PROJECTION,
        /** Every so many rows and columns; with channels of zeros it is option A of the same. */
        SUBSAMPLE,
        /** Channels of zeros alone, where sizes meet. */
        ZERO_CHANNELS,
        MAX_POOL,
        AVERAGE_POOL,
        NEAREST,
        BILINEAR,
        TRANSPOSED_CONV,
        /** The middle is kept, as in U-Net; where one side is too small it is padded besides. */
        CROP,
        ZERO_PAD
    }
}
