package skipstitch.document;

import java.util.List;
import java.util.Optional;
import skipstitch.network.Network;

/**
 * Has a network that stands beside change places with the one that is edited. What a person did to tensors, and where
 * nodes were put, stays with ids that both have. A network that came with weights would lose them: it stays.
 */
public record SwapBeside(Network network) implements Edit {

    @Override
    public Document apply(Document document) {
        Optional<Neighbour> wanted = document.beside().stream()
                .filter(each -> each.network().equals(network)).findFirst();
        if (wanted.isEmpty() || !document.given().isNone()) {
            return document;
        }
        Neighbour left = new Neighbour(document.network(), document.folding());
        List<Neighbour> beside = document.beside().stream().filter(each -> !each.network().equals(left.network()))
                .map(each -> each == wanted.get() ? left : each).toList();
        return document.withNetwork(wanted.get().network(), Math.max(document.made(), Document.newest(network)))
                .withFolding(wanted.get().folding()).withBeside(beside);
    }

    @Override
    public String name() {
        return "edit " + network.name();
    }
}
