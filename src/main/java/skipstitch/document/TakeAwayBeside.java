package skipstitch.document;

import java.util.List;
import skipstitch.network.Network;

/** Takes a network away that stands beside. */
public record TakeAwayBeside(Network network) implements Edit {

    @Override
    public Document apply(Document document) {
        List<Neighbour> left = document.beside().stream().filter(each -> !each.network().equals(network)).toList();
        return left.size() == document.beside().size() ? document : document.withBeside(left);
    }

    @Override
    public String name() {
        return "take " + network.name() + " away";
    }
}
