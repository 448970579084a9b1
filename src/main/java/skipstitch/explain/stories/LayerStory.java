package skipstitch.explain.stories;

import java.util.List;
import java.util.Optional;
import skipstitch.explain.Provenance;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Token;
import skipstitch.network.Lane;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;

/**
 * What a layer does to a tensor.
 *
 * @param node      which
 * @param in        shapes of what comes in, in the order of the inlets
 * @param out       shape of what goes out
 * @param sentences one to three
 * @param formula   in symbols, with the branches' colours; empty for an input
 * @param shapes    how the shape came about: {@code height ⌊(32 + 2 · 1 − 3) / 1⌋ + 1 = 32}
 * @param weights   how many there are: {@code 3 · 3 · 8 · 8 = 576}; empty for a layer without
 */
public record LayerStory(Node node, List<Shape> in, Shape out, List<String> sentences, List<Token> formula,
                         List<Line> shapes, Optional<Line> weights) {
    public LayerStory {
        in = List.copyOf(in);
        sentences = List.copyOf(sentences);
        formula = List.copyOf(formula);
        shapes = List.copyOf(shapes);
    }

    /** @throws IllegalStateException if the node has no shape in this lane */
    public static LayerStory of(Lane lane, Provenance provenance, NodeId id) {
        Node node = lane.network().node(id);
        Shape out = lane.shapes().shape(id);
        List<Shape> in = lane.shapes().incoming(node);
        return new LayerStory(node, in, out, LayerSentences.of(node, in, out),
                new Formula(lane.network(), provenance, node).tokens(), ShapeSums.of(node.layer(), in, out),
                WeightSums.of(node.layer(), in));
    }
}
