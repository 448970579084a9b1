package skipstitch.explain.gradients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.engine.tape.Tape;
import skipstitch.explain.MergeWords;
import skipstitch.explain.Numerals;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.tensor.Tensor;

/**
 * By which ways the gradient came to the input, told apart at one node: what came back by each of its inlets alone, and
 * what went round it. All together are the whole.
 *
 * @param merge where the ways part
 * @param whole the gradient at the input
 * @param ways  one an inlet, in order, without that of pooling indices
 * @param round what came by no inlet of the node; all values 0 where every way leads through it
 */
public record Ways(NodeId merge, Tensor whole, List<Way> ways, Way round) {
    /** Of the whole's length; less is rounding. */
    private static final double NOTHING = 1e-5;

    public Ways {
        ways = List.copyOf(ways);
    }

    /**
     * One way.
     *
     * @param edge   by which it leaves the node; empty for what goes round
     * @param role   the edge's: of the skip, or of the main branch
     * @param name   {@code x}, {@code F(x)}
     * @param part   what came to the input by it alone
     * @param length {@code √Σg²} of the part
     * @param share  how much of the whole it makes up: its component along the whole, by the whole's length. All shares
     *               together are 1; below 0 is one that works against the others. 0 if the whole is 0
     */
    public record Way(Optional<Edge> edge, Optional<Inlet.Role> role, String name, Tensor part, double length,
                      double share) {

        static Way of(Optional<Edge> edge, Optional<Inlet.Role> role, String name, Tensor part, Tensor whole) {
            double square = dot(whole, whole);
            return new Way(edge, role, name, part, LaneGradients.length(part.values()),
                    square == 0 ? 0 : dot(part, whole) / square);
        }
    }

    /**
     * Goes back once for the whole, once an inlet, and once more for the whole, so that the tape has it then.
     *
     * @param tape  with a batch of one, that went forward
     * @param seeds of the whole pass back
     * @return empty if the node has no tensor, or no input has one
     */
    public static Optional<Ways> of(Lane lane, Tape tape, Map<NodeId, float[]> seeds, NodeId merge) {
        Optional<Node> input = lane.shapes().order().stream().filter(node -> node.layer() instanceof Layer.Input
                && lane.shapes().find(node.id()).isPresent()).findFirst();
        Optional<Node> found = lane.network().find(merge).filter(node -> lane.shapes().find(node.id()).isPresent());
        return input.flatMap(from -> found.map(node -> new WaysBack(lane, tape, from.id()).ways(seeds, node)));
    }

    /** The passes back of one tape, as seen from one input. */
    private record WaysBack(Lane lane, Tape tape, NodeId input) {

        Ways ways(Map<NodeId, float[]> seeds, Node merge) {
            Tensor whole = back(seeds);
            Map<Edge, float[]> atInlets = new LinkedHashMap<>();
            for (int i = 0; i < merge.inlets().size(); i++) {
                if (merge.inlets().get(i).role() != Inlet.Role.INDICES) {
                    Edge edge = new Edge(merge.id(), i);
                    atInlets.put(edge, tape.gradient(edge));
                }
            }
            List<String> names = MergeWords.names(lane.network(), merge);
            List<Way> ways = new ArrayList<>();
            Tensor rest = whole;
            for (Map.Entry<Edge, float[]> each : atInlets.entrySet()) {
                Inlet inlet = each.getKey().of(lane.network());
                Tensor part = back(Map.of(inlet.source(), each.getValue()));
                rest = rest.minus(part);
                ways.add(Way.of(Optional.of(each.getKey()), Optional.of(inlet.role()),
                        names.get(each.getKey().inlet()), part, whole));
            }
            back(seeds);
            double length = LaneGradients.length(rest.values());
            double scale = ways.stream().mapToDouble(Way::length).sum() + LaneGradients.length(whole.values());
            Tensor round = length <= NOTHING * scale ? Tensor.zeros(rest.shape()) : rest;
            return new Ways(merge.id(), whole, ways,
                    Way.of(Optional.empty(), Optional.empty(), "round " + merge.label(), round, whole));
        }

        private Tensor back(Map<NodeId, float[]> seeds) {
            tape.backward(seeds);
            return new Tensor(lane.shapes().shape(input), tape.gradient(input));
        }
    }

    private static double dot(Tensor some, Tensor others) {
        double sum = 0;
        for (int k = 0; k < some.values().length; k++) {
            sum += (double) some.values()[k] * others.values()[k];
        }
        return sum;
    }

    /** What is to be said. */
    public List<String> sentences() {
        double length = LaneGradients.length(whole.values());
        List<String> said = new ArrayList<>();
        if (length == 0) {
            return ways.stream().allMatch(way -> way.length() == 0)
                    ? List.of("Nothing of the gradient comes back to the input.")
                    : List.of("At the input the ways cancel: nothing is left of the gradient.");
        }
        said.add("Of the gradient at the input, " + ways.stream()
                .map(way -> percent(way.share()) + " came back by " + way.name())
                .collect(Collectors.joining(", ")) + ".");
        said.add(round.length() == 0 ? "Every way leads through here: the parts add up to the whole."
                : percent(round.share()) + " went " + round.name() + ", by ways that do not lead through it.");
        if (ways.stream().anyMatch(way -> way.share() < 0) || round.share() < 0) {
            said.add("A share below 0 works against the others.");
        }
        said.add("Lengths: " + ways.stream().map(way -> way.name() + " " + LogScale.words(way.length()))
                .collect(Collectors.joining(", ")) + "; the whole " + LogScale.words(length) + ".");
        return said;
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return Numerals.fixed(percent, Math.abs(percent) < 10 ? 1 : 0) + " %";
    }
}
