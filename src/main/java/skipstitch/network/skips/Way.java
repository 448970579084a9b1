package skipstitch.network.skips;

import java.util.List;
import java.util.stream.Stream;
import skipstitch.network.Layer;

/** Layers that may mend a skip, not yet tried. */
record Way(Repair.Kind kind, List<Layer> layers) {

    static Way of(Repair.Kind kind, Layer... layers) {
        return new Way(kind, List.of(layers));
    }

    Way then(Layer layer) {
        return new Way(kind, Stream.concat(layers.stream(), Stream.of(layer)).toList());
    }
}
