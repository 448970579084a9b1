package skipstitch.document;

import skipstitch.network.Network;
import skipstitch.network.folding.Folding;

/**
 * Another network that stands beside, as drawn, to be compared. It is looked at, not edited.
 *
 * @param folding which of its groups are drawn as one card
 */
public record Neighbour(Network network, Folding folding) {}
