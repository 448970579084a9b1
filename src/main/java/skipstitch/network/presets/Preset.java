package skipstitch.network.presets;

import java.util.Optional;
import skipstitch.network.Network;

/**
 * A network to begin with.
 *
 * @param name    as the command line takes it
 * @param title   as the menu shows it
 * @param remark  one sentence: what to look at
 * @param network as drawn
 * @param card    what more there is to say; every network that comes with the app has one
 */
public record Preset(String name, String title, String remark, Network network, Optional<Card> card) {

    /** A network of which there is no more to say. */
    public Preset(String name, String title, String remark, Network network) {
        this(name, title, remark, network, Optional.empty());
    }

    static Preset of(String title, String remark, Network network, Card card) {
        return new Preset(network.name(), title, remark, network, Optional.of(card));
    }
}
