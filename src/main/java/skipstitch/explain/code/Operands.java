package skipstitch.explain.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import skipstitch.network.Inlet;
import skipstitch.network.Inlet.Role;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * What a node reads, by name.
 *
 * @param tensors of the inlets but pooling indices, in order
 * @param indices the one with pooling indices
 */
record Operands(List<Operand> tensors, Optional<Operand> indices) {

    /**
     * One tensor.
     *
     * @param flat  whether in code it has no height and width any more, only a batch and channels
     * @param shape empty where it has none
     */
    record Operand(Variable variable, boolean flat, Optional<Shape> shape) {
        String name() {
            return variable.name();
        }

        boolean isVector() {
            return shape.filter(Shape::isVector).isPresent();
        }
    }

    static Operands of(Shapes shapes, Node node) {
        return of(shapes, node, inlet -> name(node, inlet));
    }

    /** By the names of the nodes that they come from. */
    static Operands named(Shapes shapes, Node node, Function<NodeId, String> names) {
        return of(shapes, node, inlet -> {
            Inlet each = node.inlets().get(inlet);
            return names.apply(each.source()) + (each.role() == Role.INDICES ? "_indices" : "");
        });
    }

    private static Operands of(Shapes shapes, Node node, IntFunction<String> names) {
        Set<NodeId> flats = flats(shapes);
        List<Operand> tensors = new ArrayList<>();
        Optional<Operand> indices = Optional.empty();
        for (int i = 0; i < node.inlets().size(); i++) {
            Inlet inlet = node.inlets().get(i);
            Optional<Node> source = shapes.network().find(inlet.source());
            String label = source.map(Node::label).orElse("'" + inlet.source() + "'");
            Variable variable = new Variable(names.apply(i), meaning(node, i) + label, inlet.source());
            Operand operand = new Operand(variable, flats.contains(inlet.source()),
                    source.flatMap(found -> shapes.find(found.id())));
            if (inlet.role() == Role.INDICES) {
                indices = Optional.of(operand);
            } else {
                tensors.add(operand);
            }
        }
        return new Operands(tensors, indices);
    }

    List<Variable> variables() {
        return Stream.concat(tensors.stream(), indices.stream()).map(Operand::variable).toList();
    }

    /** Whether in code the node's tensor is flat: if nothing has a height and width, and something lost them. */
    boolean areFlat() {
        return tensors.stream().anyMatch(Operand::flat)
                && tensors.stream().allMatch(each -> each.flat() || each.isVector());
    }

    private static String name(Node node, int inlet) {
        Role role = node.inlets().get(inlet).role();
        if (role == Role.INDICES) {
            return "indices";
        }
        if (node.layer() instanceof Layer.Gate) {
            return inlet == 0 ? "x" : "gate";
        }
        String letter = role == Role.SKIP || !(node.layer() instanceof Layer.Merge) ? "x" : "f";
        List<Inlet> alike = node.inlets(role);
        return alike.size() == 1 ? letter
                : letter + (1 + node.inlets().subList(0, inlet).stream().filter(each -> each.role() == role).count());
    }

    private static String meaning(Node node, int inlet) {
        Role role = node.inlets().get(inlet).role();
        return role == Role.INDICES ? "the places of the maxima: " : role == Role.SKIP ? "the skip: "
                : node.mergesSkip() ? "the main branch: " : "";
    }

    /** Nodes whose tensors have lost height and width in code. */
    private static Set<NodeId> flats(Shapes shapes) {
        Set<NodeId> flats = new HashSet<>();
        for (Node node : shapes.order()) {
            List<NodeId> sources = node.inlets().stream().map(Inlet::source).toList();
            boolean flat = switch (node.layer()) {
                case Layer.Flatten _, Layer.Linear _ -> true;
                case Layer.Relu _, Layer.Relu6 _, Layer.LeakyRelu _, Layer.Sigmoid _, Layer.Softmax _, Layer.BatchNorm _,
                        Layer.Dropout _, Layer.Scale _, Layer.Identity _, Layer.ZeroPadChannels _, Layer.Add _,
                        Layer.Concat _, Layer.Multiply _, Layer.Gate _ -> sources.stream().anyMatch(flats::contains)
                        && sources.stream().allMatch(each -> flats.contains(each)
                                || shapes.find(each).filter(Shape::isVector).isPresent());
                case Layer.Input _, Layer.Conv _, Layer.TransposedConv _, Layer.MaxPool _, Layer.AveragePool _,
                        Layer.GlobalAveragePool _, Layer.MaxUnpool _, Layer.Upsample _, Layer.Crop _, Layer.ZeroPad _,
                        Layer.Subsample _ -> false;
            };
            if (flat) {
                flats.add(node.id());
            }
        }
        return flats;
    }
}
