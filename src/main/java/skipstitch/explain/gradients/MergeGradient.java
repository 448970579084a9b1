package skipstitch.explain.gradients;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import skipstitch.explain.MergeWords;
import skipstitch.explain.Numerals;
import skipstitch.explain.Ran;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.tensor.Tensor;

/**
 * What a merge makes of the gradient that comes back to it, called G: an addition copies it whole to each inlet, a
 * concatenation slices it. In whole tensors, for one channel, and for one number.
 *
 * @param merge    an add, a concat, or what a lane without the skip has in its place
 * @param gradient G
 * @param inlets   in order
 */
public record MergeGradient(Node merge, Tensor gradient, List<Received> inlets) {
    public MergeGradient {
        inlets = List.copyOf(inlets);
    }

    /**
     * What one inlet's source gets.
     *
     * @param name         {@code x}, {@code F(x)}
     * @param firstChannel of G that it gets
     * @param gradient     that came back by the edge
     * @param done         what a person did to the tensor on the edge, which its gradient passes too; mostly empty
     */
    public record Received(Edge edge, String name, int firstChannel, Tensor gradient, String done) {

        boolean has(int channel) {
            return channel >= firstChannel && channel < firstChannel + channels();
        }

        int channels() {
            return gradient.shape().channels();
        }
    }

    /**
     * Empty for other layers than those named above, and for a node without a tensor.
     *
     * @param gradients of a lane, in the place of its activations
     */
    public static Optional<MergeGradient> of(Ran gradients, NodeId id) {
        return gradients.lane().network().find(id).filter(node -> gradients.activations().has(id))
                .filter(node -> node.layer() instanceof Layer.Add || node.layer() instanceof Layer.Concat
                        || node.layer() instanceof Layer.Identity)
                .map(node -> of(gradients, node));
    }

    private static MergeGradient of(Ran gradients, Node node) {
        List<String> names = MergeWords.names(gradients.lane().network(), node);
        List<Received> inlets = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < node.inlets().size(); i++) {
            Edge edge = new Edge(node.id(), i);
            Tensor part = gradients.activations().on(edge);
            String name = node.layer() instanceof Layer.Identity && node.inlets().get(i).role() == Inlet.Role.MAIN
                    ? "F(x)" : names.get(i);
            inlets.add(new Received(edge, name, first, part, gradients.interventions().title(edge)));
            first += node.layer() instanceof Layer.Concat ? part.shape().channels() : 0;
        }
        return new MergeGradient(node, gradients.activations().tensor(node.id()), inlets);
    }

    private boolean slices() {
        return merge.layer() instanceof Layer.Concat;
    }

    /** In whole tensors. */
    public List<String> layer() {
        List<String> said = new ArrayList<>();
        said.add("G is the gradient at " + merge.label() + ": " + gradient.shape() + ", length "
                + length(gradient) + ".");
        inlets.forEach(each -> said.add(each.name() + " gets " + (slices()
                ? "channels " + each.firstChannel() + " to " + (each.firstChannel() + each.channels() - 1) + " of G"
                : "all of G, copied") + passing(each) + ": length " + length(each.gradient()) + "."));
        if (inlets.size() > 1) {
            said.add(slices() ? "Nothing is in two slices, and together they are G."
                    : "A copy takes nothing from the others: each has the whole of it.");
        }
        return said;
    }

    /**
     * About one channel of G.
     *
     * @throws IllegalArgumentException if G has no such channel
     */
    public List<String> channel(int channel) {
        require(channel);
        if (!slices()) {
            return List.of("Channel " + channel + " of G goes, whole, to channel " + channel + " of "
                    + inlets.stream().map(each -> each.name() + passing(each)).collect(Collectors.joining(" and of "))
                    + ".");
        }
        Received owner = owner(channel);
        List<String> said = new ArrayList<>(List.of("Channel " + channel + " of G is the gradient of channel "
                + (channel - owner.firstChannel()) + " of " + owner.name() + passing(owner) + "."));
        inlets.stream().filter(each -> !each.equals(owner))
                .forEach(each -> said.add(each.name() + " gets nothing of it."));
        return said;
    }

    /**
     * About one number of G.
     *
     * @throws IllegalArgumentException if G has no such channel
     */
    public List<String> pixel(int channel, int y, int x) {
        require(channel);
        String place = "(" + y + ", " + x + ")";
        List<String> said = new ArrayList<>(List.of("G is " + Numerals.value(gradient.at(channel, y, x)) + " at "
                + place + " of channel " + channel + "."));
        for (Received each : inlets) {
            if (each.has(channel) || !slices()) {
                int own = channel - each.firstChannel();
                float number = each.gradient().at(own, y, x);
                boolean same = number == gradient.at(channel, y, x);
                said.add(each.name() + " gets " + Numerals.value(number) + " at " + place + " of its channel " + own
                        + (same ? ": the same number" + (slices() ? ", sliced" : ", copied") : passing(each)) + ".");
            } else {
                said.add(each.name() + " gets nothing of it.");
            }
        }
        return said;
    }

    private void require(int channel) {
        if (channel < 0 || channel >= gradient.shape().channels()) {
            throw new IllegalArgumentException("G is " + gradient.shape() + " and has no channel " + channel);
        }
    }

    private Received owner(int channel) {
        return inlets.stream().filter(each -> each.has(channel)).findFirst().orElseThrow();
    }

    private static String passing(Received each) {
        return each.done().isEmpty() ? "" : ", through what was done on the edge (" + each.done() + ")";
    }

    private static String length(Tensor tensor) {
        return LogScale.words(LaneGradients.length(tensor.values()));
    }
}
