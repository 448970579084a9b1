package skipstitch.engine;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.NodeId;
import skipstitch.network.Origins.Origin;

/** A channel as the weights of a node that takes it in see it in every lane. */
sealed interface Address {

    /** @param index its place among the channels of the main branch */
    record Main(int index) implements Address {}

    /** One that a concat took in by a skip: a channel of the node that last mixed it. */
    record Skip(NodeId mixer, int index) implements Address {}

    /** Of all channels that come in, in order. */
    static List<Address> of(List<Origin> incoming) {
        List<Address> addresses = new ArrayList<>(incoming.size());
        int main = 0;
        for (Origin origin : incoming) {
            addresses.add(origin.bySkip() ? new Skip(origin.mixer(), origin.index()) : new Main(main++));
        }
        return addresses;
    }
}
