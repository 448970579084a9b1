package skipstitch.training.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Misfit;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;
import skipstitch.training.tasks.Task.Goal;

/**
 * A network being made ready for a task. Losses take scores as the last layer gives them, so a softmax or sigmoid at the
 * end goes. Where the last layer gives scores, their number is put right; where the network ends in features, after a
 * ReLU or a merge, one more layer makes scores of them.
 */
final class Fitted {
    private final Task task;
    private final Network drawn;
    private final List<String> changes = new ArrayList<>();

    Fitted(Task task, Network drawn) {
        this.task = task;
        this.drawn = drawn;
    }

    TaskFit fit() {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new TaskFit.Refused(refusal.get());
        }
        Shape input = drawn.inputShape().orElseThrow();
        Network bare = withoutSquashing(drawn);
        Node last = bare.outputs().getFirst();
        Shape output = Shapes.of(bare).shape(last.id());
        Shape wanted = task.output(input);
        if (task.goal() != Goal.WHOLE && !output.sameSizeAs(wanted)) {
            return new TaskFit.Refused(drawn.name() + " gives " + output + ", but " + task.word()
                    + " wants the height and width of the picture, " + wanted);
        }
        Network fitted = task.goal() == Goal.WHOLE && !output.isVector() ? averaged(bare, last)
                : scorer(bare, last).map(node -> widened(bare, node, wanted.channels()))
                        .orElseGet(() -> headed(bare, last, wanted.channels()));
        return new TaskFit.Fits(fitted, fitted.outputs().getFirst().id(), changes);
    }

    private Optional<String> refusal() {
        List<Node> inputs = drawn.nodes().stream().filter(node -> node.layer() instanceof Layer.Input).toList();
        List<Node> outputs = drawn.outputs();
        if (inputs.size() != 1 || outputs.size() != 1) {
            return Optional.of(drawn.name() + " has " + count(inputs.size(), "input") + " and "
                    + count(outputs.size(), "output") + ", but a task gives one picture and wants one answer");
        }
        if (outputs.equals(inputs)) {
            return Optional.of(drawn.name() + " has no layer behind its input");
        }
        Shape input = drawn.inputShape().orElseThrow();
        if (input.channels() != 1 && input.channels() != 3 || outside(input.height()) || outside(input.width())) {
            return Optional.of(drawn.name() + " takes " + input + ", but a task's pictures have 1 channel or 3 and are "
                    + Task.LEAST + " to " + Task.MOST + " high and wide");
        }
        Shapes shapes = Shapes.of(drawn);
        return shapes.allFit() ? Optional.empty() : Optional.of("In " + drawn.name() + " not all shapes fit"
                + shapes.misfits().stream().findFirst().map(Misfit::why).map(why -> ": " + why).orElse(""));
    }

    private static boolean outside(int size) {
        return size < Task.LEAST || size > Task.MOST;
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }

    private Network withoutSquashing(Network network) {
        Node last = network.outputs().getFirst();
        if (!(last.layer() instanceof Layer.Softmax || last.layer() instanceof Layer.Sigmoid)) {
            return network;
        }
        changes.add("“" + last.label() + "” at the end is taken off for training.");
        return withoutSquashing(network.without(Set.of(last.id())));
    }

    /** The layer whose filters are the output's channels: nothing but what leaves scores scores stands behind it. */
    private static Optional<Node> scorer(Network network, Node last) {
        return switch (last.layer()) {
            case Layer.Conv conv when conv.groups() == 1 -> Optional.of(last);
            case Layer.TransposedConv _, Layer.Linear _ -> Optional.of(last);
            case Layer.BatchNorm _, Layer.Identity _, Layer.Upsample _, Layer.Crop _, Layer.AveragePool _,
                    Layer.GlobalAveragePool _, Layer.Dropout _ ->
                    network.find(last.inlets().getFirst().source())
                            .filter(source -> network.consumers(source.id()).size() == 1)
                            .flatMap(source -> scorer(network, source));
            default -> Optional.empty();
        };
    }

    private Network widened(Network network, Node scorer, int channels) {
        Layer layer = switch (scorer.layer()) {
            case Layer.Conv conv -> new Layer.Conv(channels, conv.window(), 1, conv.bias());
            case Layer.TransposedConv conv -> new Layer.TransposedConv(channels, conv.kernel(), conv.stride(),
                    conv.padding(), conv.outputPadding(), conv.bias());
            case Layer.Linear linear -> new Layer.Linear(channels, linear.bias());
            case Layer other -> other;
        };
        if (!layer.equals(scorer.layer())) {
            changes.add("“" + scorer.id() + "” gives " + channels + " channels for training.");
        }
        return network.with(scorer.withLayer(layer));
    }

    private Network headed(Network network, Node last, int channels) {
        Layer head = task.goal() == Goal.WHOLE ? new Layer.Linear(channels, true)
                : Layer.Conv.same(channels, 1).biased();
        return behind(network, "head", head, last.id());
    }

    private Network averaged(Network network, Node last) {
        Network pooled = behind(network, "average", new Layer.GlobalAveragePool(), last.id());
        return behind(pooled, "classes", new Layer.Linear(task.classes().size(), true),
                pooled.outputs().getFirst().id());
    }

    private Network behind(Network network, String name, Layer layer, NodeId source) {
        NodeId id = NodeId.of(name);
        for (int number = 2; network.has(id); number++) {
            id = NodeId.of(name + number);
        }
        changes.add("“" + layer.title() + "” stands behind the end for training.");
        return network.appended(List.of(new Node(id, "", "", layer, List.of(Inlet.main(source)))));
    }
}
