package skipstitch.explain.code;

import java.util.Optional;
import skipstitch.network.Fit;
import skipstitch.network.Misfit;
import skipstitch.network.Node;
import skipstitch.network.Shapes;

/** One node in both frameworks. */
public record CodeLines(Snippet pyTorch, Snippet keras) {

    /**
     * Where the node or what comes before it misfits, the lines are those that one would write all the same.
     *
     * @param node of the shapes' network
     */
    public static CodeLines of(Shapes shapes, Node node) {
        Operands operands = Operands.of(shapes, node);
        Optional<Misfit> misfit = shapes.fit(node.id()) instanceof Fit.Breaks(Misfit broken)
                ? Optional.of(broken) : Optional.empty();
        return new CodeLines(
                new Snippet(operands.variables(), new PyTorch(shapes, node, operands).lines(),
                        misfit.flatMap(broken -> PyTorchResponse.to(shapes, node, broken))),
                new Snippet(Keras.variables(shapes, node, operands), new Keras(shapes, node, operands).lines(),
                        misfit.flatMap(broken -> KerasResponse.to(node, broken))));
    }
}
