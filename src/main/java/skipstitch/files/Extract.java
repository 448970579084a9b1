package skipstitch.files;

import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/** What of a tensor goes into a file or onto the clipboard. */
public sealed interface Extract {

    Tensor tensor();

    /** How many values there are. */
    long size();

    /** All channels. */
    record Whole(Tensor tensor) implements Extract {
        @Override
        public long size() {
            return tensor.shape().elements();
        }
    }

    /** One channel's map. */
    record Map(Tensor tensor, int channel) implements Extract {

        /** @throws IllegalArgumentException if the tensor has no such channel */
        public Map {
            Shape shape = tensor.shape();
            if (channel < 0 || channel >= shape.channels()) {
                throw new IllegalArgumentException(shape + " has no channel " + channel);
            }
        }

        @Override
        public long size() {
            return tensor.shape().area();
        }
    }
}
