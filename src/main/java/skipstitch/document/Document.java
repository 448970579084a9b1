package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skipstitch.engine.GivenWeights;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.Variant;
import skipstitch.network.folding.Folded;
import skipstitch.network.folding.Folding;

/**
 * A network with all that a person chose besides.
 *
 * @param network       as drawn
 * @param places        of the nodes that a person put somewhere; the others are laid out
 * @param lanes         which variants stand on the screen, top to bottom
 * @param selection     what is selected
 * @param view          where the lanes are looked at from; empty for wherever they fit
 * @param picture       what goes in
 * @param seed          of untrained weights
 * @param made          the number of the newest node: ids of nodes that are gone are not used again
 * @param interventions what is done to tensors on edges of the network as drawn
 * @param knob          which kernels the skips' channels meet in a concat lane, see {@link KnobStop}
 * @param folding       which groups are drawn as one card
 * @param beside        other networks that stand beside, top to bottom; at most {@link #MOST_BESIDE}
 * @param given         weights that the network came with; all others are untrained
 */
public record Document(Network network, Map<NodeId, Place> places, List<Variant> lanes, Selection selection,
                       Optional<Viewpoint> view, ChosenPicture picture, long seed, int made,
                       Interventions interventions, double knob, Folding folding, List<Neighbour> beside,
                       GivenWeights given) {
    /** More lanes than of so many networks cannot be told apart on a screen. */
    public static final int MOST_BESIDE = 3;

    private static final Pattern NUMBERED = Pattern.compile(".*-(\\d{1,9})");

    public Document {
        places = Map.copyOf(places);
        lanes = List.copyOf(lanes);
        beside = List.copyOf(beside);
    }

    /** With no tensor intervened on, the skips' kernels their own, weights untrained, and as open as fits on a screen. */
    public Document(Network network, Map<NodeId, Place> places, List<Variant> lanes, Selection selection,
                    Optional<Viewpoint> view, ChosenPicture picture, long seed, int made) {
        this(network, places, lanes, selection, view, picture, seed, made, Interventions.none(), KnobStop.OWN.at(),
                Folding.fitting(network), List.of(), GivenWeights.NONE);
    }

    /** A network as it comes, the first merge that is seen selected, in an add and a concat lane. */
    public static Document of(Network network, ChosenPicture picture, long seed) {
        Folding folding = Folding.fitting(network);
        Folded folded = Folded.of(network, List.of(), folding);
        Selection first = network.skipMerges().stream().filter(merge -> !folded.isHidden(merge.id())).findFirst()
                .or(() -> network.skipMerges().stream().findFirst()).or(() -> network.nodes().stream().findFirst())
                .map(node -> Selection.of(node.id())).orElse(Selection.NONE);
        return new Document(network, Map.of(), List.of(Variant.ADD, Variant.CONCAT), first, Optional.empty(), picture,
                seed, newest(network), Interventions.none(), KnobStop.OWN.at(), folding, List.of(), GivenWeights.NONE);
    }

    /** So that an id that ends in a number is not made anew once its node is gone. */
    static int newest(Network network) {
        return network.nodes().stream().map(node -> NUMBERED.matcher(node.id().value())).filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .reduce(network.nodes().size(), Math::max);
    }

    /** Another network; places and selection of nodes that it does not have go, and interventions on edges. */
    public Document withNetwork(Network other, int newMade) {
        Map<NodeId, Place> left = new LinkedHashMap<>(places);
        left.keySet().removeIf(id -> !other.has(id));
        return new Document(other, left, lanes, selection.within(other), view, picture, seed, newMade,
                interventions.kept(network, other), knob, folding.within(other), beside, given);
    }

    public Document withPlaces(Map<NodeId, Place> newPlaces) {
        return new Document(network, newPlaces, lanes, selection, view, picture,
                seed, made, interventions, knob, folding, beside, given);
    }

    public Document withLanes(List<Variant> newLanes) {
        return lanes.equals(newLanes) ? this
                : new Document(network, places, newLanes, selection, view, picture,
                        seed, made, interventions, knob, folding, beside, given);
    }

    public Document withSelection(Selection newSelection) {
        return new Document(network, places, lanes, newSelection, view, picture,
                seed, made, interventions, knob, folding, beside, given);
    }

    public Document withView(Optional<Viewpoint> newView) {
        return new Document(network, places, lanes, selection, newView, picture,
                seed, made, interventions, knob, folding, beside, given);
    }

    public Document withFolding(Folding other) {
        return folding.equals(other) ? this
                : new Document(network, places, lanes, selection, view, picture,
                        seed, made, interventions, knob, other, beside, given);
    }

    public Document withPicture(ChosenPicture newPicture) {
        return new Document(network, places, lanes, selection, view, newPicture,
                seed, made, interventions, knob, folding, beside, given);
    }

    public Document withInterventions(Interventions others) {
        return interventions.equals(others) ? this
                : new Document(network, places, lanes, selection, view, picture,
                        seed, made, others, knob, folding, beside, given);
    }

    public Document withKnob(double turned) {
        return knob == turned ? this
                : new Document(network, places, lanes, selection, view, picture,
                        seed, made, interventions, turned, folding, beside, given);
    }

    public Document withBeside(List<Neighbour> others) {
        return beside.equals(others) ? this : new Document(network, places, lanes, selection, view, picture, seed, made,
                interventions, knob, folding, others, given);
    }

    /** With weights that the network came with. */
    public Document withGiven(GivenWeights weights) {
        return new Document(network, places, lanes, selection, view, picture,
                seed, made, interventions, knob, folding, beside, weights);
    }

    /** Whether nothing differs from another document but what is selected, shown, and looked at. */
    public boolean isSameWork(Document other) {
        return network == other.network && places.equals(other.places)
                && picture == other.picture && seed == other.seed
                && interventions.equals(other.interventions) && knob == other.knob && given == other.given
                && neighbours().equals(other.neighbours());
    }

    private List<Network> neighbours() {
        return beside.stream().map(Neighbour::network).toList();
    }

    /**
     * With a network that has new nodes, made by a function that asks for their ids: {@code conv-12} for the twelfth
     * node made. The last of them is then selected.
     */
    Document making(Function<Ids, Network> change) {
        Ids ids = new Ids(this);
        Document after = withNetwork(change.apply(ids), ids.made);
        return after.withSelection(ids.newest.filter(after.network::has).map(Selection::of).orElse(after.selection));
    }

    /** Makes ids that were never used. */
    static final class Ids implements Function<Layer, NodeId> {
        private final Network network;
        private int made;
        private Optional<NodeId> newest = Optional.empty();

        private Ids(Document document) {
            network = document.network;
            made = document.made;
        }

        @Override
        public NodeId apply(Layer layer) {
            NodeId id;
            do {
                made++;
                id = NodeId.of(layer.op() + "-" + made);
            } while (network.has(id));
            newest = Optional.of(id);
            return id;
        }
    }
}
