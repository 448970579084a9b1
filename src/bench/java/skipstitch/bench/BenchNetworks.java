package skipstitch.bench;

import java.util.Optional;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.files.BuiltInPicture;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.RandomNetworks;
import skipstitch.session.Origin;

/** The networks that editing is measured on: random ones, as a person might draw them, always the same. */
final class BenchNetworks {
    private BenchNetworks() {}

    /**
     * A network and its first skip, so that few places are loops.
     *
     * @param drawn what
     * @param skip  the one that is carried
     */
    record Sample(Network drawn, Edge skip) {

        /** @param seed of the weights: with another one, a memo knows nothing but the pictures */
        Document document(long seed) {
            return Document.of(drawn, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), seed);
        }

        Origin opened(long seed) {
            return new Origin(document(seed), drawn.name(), "", Optional.empty());
        }
    }

    static Sample of(int nodes) {
        Network drawn = new RandomNetworks(1).ofSize(nodes);
        Node merge = drawn.skipMerges().getFirst();
        Inlet skip = merge.inlets(Inlet.Role.SKIP).getFirst();
        return new Sample(drawn, new Edge(merge.id(), merge.inlets().indexOf(skip)));
    }
}
