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
import skipstitch.network.layout.Drawings;
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
            return BenchNetworks.document(drawn, seed);
        }

        Origin opened(long seed) {
            return new Origin(document(seed), drawn.name(), "", Optional.empty());
        }
    }

    /** A chain of residual blocks: every value of a picture reaches every layer, which random networks do not promise. */
    static Document residual(int nodes) {
        return document(Drawings.residuals(nodes), 1);
    }

    private static Document document(Network drawn, long seed) {
        return Document.of(drawn, ChosenPicture.whole(BuiltInPicture.HOUSE.load()), seed);
    }

    static Sample of(int nodes) {
        Network drawn = new RandomNetworks(1).ofSize(nodes);
        Node merge = drawn.skipMerges().getFirst();
        Inlet skip = merge.inlets(Inlet.Role.SKIP).getFirst();
        return new Sample(drawn, new Edge(merge.id(), merge.inlets().indexOf(skip)));
    }
}
