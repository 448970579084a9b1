package skipstitch.ui.lanes;

import java.util.Locale;
import skipstitch.explain.Inspector;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.Variant;

/**
 * What a lane is called.
 *
 * @param word  what the ids of its nodes begin with
 * @param title for a person
 */
record LaneName(String word, String title) {

    /** A lane of the network that is edited. */
    static LaneName of(Lane lane) {
        return new LaneName(lane.variant().word(), Inspector.laneTitle(lane.variant()));
    }

    /** A network that stands beside. */
    static LaneName of(Network beside) {
        return new LaneName(beside.name(), title(beside, Variant.AS_DRAWN));
    }

    /** A lane's title where there are other networks. */
    static String title(Network network, Variant variant) {
        return network.name() + "  ·  " + variant.title().toLowerCase(Locale.ROOT);
    }
}
