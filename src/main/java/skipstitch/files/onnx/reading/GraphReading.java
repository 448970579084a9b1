package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skipstitch.network.NodeId;

/** One walk over a model's operators, from what goes in on. */
final class GraphReading {
    private final GraphProto graph;
    private final long set;
    private final Ids ids;
    private final Initialisers initialisers;
    private final Inputs inputs;
    private final Uses uses;
    private final Layers layers;
    private final Map<String, Value> values = new HashMap<>();
    private final Problems problems = new Problems();
    private final List<String> remarks = new ArrayList<>();
    private final Drawing drawing = new Drawing();

    /** @param set the version of the operators */
    GraphReading(GraphProto graph, long set, Ids ids, ExternalData external) {
        this.graph = graph;
        this.set = set;
        this.ids = ids;
        this.initialisers = new Initialisers(graph, external);
        this.inputs = new Inputs(graph, initialisers);
        this.uses = new Uses(graph);
        this.layers = new Layers(drawing, uses, initialisers, inputs.batch());
    }

    Drawing drawing() {
        return drawing;
    }

    Problems problems() {
        return problems;
    }

    /** What was chosen where the model leaves it open, in sentences. */
    List<String> remarks() {
        return remarks;
    }

    void read() {
        for (ValueInfoProto input : graph.getInputList()) {
            if (!initialisers.has(input.getName()) && !values.containsKey(input.getName())) {
                takeIn(input);
            }
        }
        OperatorOrder order = OperatorOrder.of(graph);
        order.ordered().forEach(this::read);
        order.looped().forEach(each -> problems.add(each.getOpType(), name(each),
                "it stands on a loop, or reads from one"));
    }

    private void takeIn(ValueInfoProto input) {
        try {
            Inputs.Picture picture = inputs.picture(input);
            values.put(input.getName(), new Value.Tensor(drawing.input(ids.of(input.getName()), picture.shape()),
                    picture.axes()));
            if (Inputs.isOpen(input)) {
                remarks.add("The model leaves the size of " + Sentences.quoted(input.getName()) + " open; "
                        + picture.shape() + " was chosen.");
            }
        } catch (Unsupported refusal) {
            values.put(input.getName(), new Value.Cut());
            problems.add("Input", input.getName(), refusal.getMessage());
        }
    }

    private void read(NodeProto operator) {
        NodeId id = ids.of(operator);
        drawing.in(ids.group(operator));
        List<Value> results = List.of();
        try {
            List<Optional<Value>> in = new ArrayList<>();
            for (String name : operator.getInputList()) {
                in.add(name.isEmpty() ? Optional.empty() : Optional.of(value(name)));
            }
            if (in.stream().anyMatch(each -> each.filter(Value.Cut.class::isInstance).isPresent())) {
                problems.cut();
            } else {
                results = layers.of(new Op(operator, id, set, in));
                share(operator, in, results.getFirst());
            }
        } catch (Unsupported refusal) {
            problems.add(operator.getOpType(), name(operator), refusal.getMessage());
        }
        if (drawing.node(id) == null) {
            ids.release(id);
        }
        for (int i = 0; i < operator.getOutputCount(); i++) {
            values.putIfAbsent(operator.getOutput(i), i < results.size() ? results.get(i) : new Value.Cut());
        }
    }

    /** What gives a tensor on under another name has others read it, too. */
    private void share(NodeProto operator, List<Optional<Value>> in, Value result) {
        for (int i = 0; i < in.size(); i++) {
            if (result instanceof Value.Tensor(NodeId node, var _)
                    && in.get(i).orElse(result) instanceof Value.Tensor(NodeId same, var _) && same.equals(node)) {
                uses.viewed(node, operator.getInput(i));
            }
        }
    }

    private Value value(String name) throws Unsupported {
        Value known = values.get(name);
        if (known != null) {
            return known;
        }
        if (!initialisers.has(name)) {
            throw new Unsupported("it reads " + Sentences.quoted(name) + ", which is nowhere in the file");
        }
        return new Value.Constant(initialisers.of(name));
    }

    private static String name(NodeProto operator) {
        return operator.getName().isEmpty() && operator.getOutputCount() > 0 ? operator.getOutput(0)
                : operator.getName();
    }
}
