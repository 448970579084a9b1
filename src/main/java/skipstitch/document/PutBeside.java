package skipstitch.document;

import java.util.ArrayList;
import java.util.List;
import skipstitch.network.Network;
import skipstitch.network.folding.Folding;

/**
 * Puts another network beside, below those that stand there. Where it stands there already, or
 * {@link Document#MOST_BESIDE} do, nothing happens. One that would be shown open has the groups folded that are folded
 * in the network that is edited.
 */
public record PutBeside(Network network) implements Edit {

    @Override
    public Document apply(Document document) {
        if (document.beside().size() >= Document.MOST_BESIDE
                || document.beside().stream().anyMatch(each -> each.network().equals(network))) {
            return document;
        }
        List<Neighbour> more = new ArrayList<>(document.beside());
        Folding fitting = Folding.fitting(network);
        more.add(new Neighbour(network, fitting.folded().isEmpty() ? document.folding().within(network) : fitting));
        return document.withBeside(more);
    }

    @Override
    public String name() {
        return "put " + network.name() + " beside";
    }
}
