package skipstitch.explain.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * A lane as a Python file with one PyTorch module: a layer with weights is made once, under its node's name, and the
 * forward pass reads like the network. Weights are not in the text; a function of it takes them from the lane's ONNX
 * model.
 */
public final class PyTorchModule {
    public static final String ENDING = ".py";

    private final Lane lane;
    private final Shapes shapes;
    private final PythonNames names;
    private final List<Node> nodes;
    private final Map<String, String> layers = new LinkedHashMap<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> forward = new ArrayList<>();

    private PyTorchModule(Lane lane) {
        this.lane = lane;
        this.shapes = lane.shapes();
        this.nodes = shapes.order().stream().filter(node -> lane.isLive(node.id())).toList();
        this.names = new PythonNames(nodes.stream().map(Node::id).toList());
    }

    /**
     * The whole text. What no output depends on is left out.
     *
     * @throws IllegalArgumentException if not all shapes fit
     */
    public static String of(Lane lane) {
        if (!lane.shapes().allFit()) {
            throw new IllegalArgumentException("Not all shapes fit: " + lane.shapes().misfits());
        }
        return new PyTorchModule(lane).text();
    }

    private String text() {
        String group = "";
        for (Node node : nodes) {
            if (!node.group().equals(group)) {
                group = node.group();
                String heading = group.isEmpty() ? "" : "# " + group;
                Stream.of(made, forward).forEach(lines -> lines.addAll(heading.isEmpty() ? List.of("") : List.of("", heading)));
            }
            if (!(node.layer() instanceof Layer.Input)) {
                add(node);
            }
        }
        forward.add("return " + joined(nodes.stream().filter(node -> isOutput(node.id())).toList()));
        String name = lane.network().name();
        List<String> lines = new ArrayList<>(List.of("import re", "", "import torch"));
        if (forward.stream().anyMatch(line -> line.contains("F."))) {
            lines.add("import torch.nn.functional as F");
        }
        lines.addAll(List.of("from torch import nn", "", "", "class " + names.type(name) + "(nn.Module):",
                "    \"\"\"" + described() + "\"\"\"", "", "    def __init__(self):", "        super().__init__()"));
        made.forEach(line -> lines.add(line.isEmpty() ? "" : "        " + line));
        lines.addAll(List.of("", "    def forward(self, "
                + joined(nodes.stream().filter(node -> node.layer() instanceof Layer.Input).toList()) + "):"));
        forward.forEach(line -> lines.add(line.isEmpty() ? "" : "        " + line));
        lines.addAll(loading());
        return squeezed(lines);
    }

    private String described() {
        String inputs = nodes.stream().filter(node -> node.layer() instanceof Layer.Input)
                .map(node -> shapes.shape(node.id()).toString()).collect(Collectors.joining(" and "));
        return names.plain(lane.network().name()) + ", merges: " + lane.variant().word() + "; takes N×" + inputs + ".";
    }

    private boolean isOutput(NodeId id) {
        return nodes.stream().noneMatch(node -> node.inlets().stream().anyMatch(inlet -> inlet.source().equals(id)));
    }

    private String joined(List<Node> of) {
        return of.stream().map(node -> names.of(node.id())).collect(Collectors.joining(", "));
    }

    private void add(Node node) {
        String name = names.of(node.id());
        Operands operands = Operands.named(shapes, node, names::of);
        List<String> lines = new PyTorch(shapes, node, operands).lines();
        for (String line : lines) {
            String own = line.startsWith("y, indices = ") ? name + ", " + name + "_indices" + line.substring(10)
                    : line.startsWith("y = ") ? name + line.substring(1) : line;
            forward.add(withLayer(own, name) + (line.equals(lines.getLast()) ? comment(node) : ""));
        }
    }

    /** The line with {@code self.conv1} where a layer is made, which is made beforehand instead. */
    private String withLayer(String line, String name) {
        int from = line.indexOf("nn.");
        if (from < 0) {
            return line;
        }
        int to = end(line, line.indexOf('(', from));
        String layer = line.substring(from, to);
        if (layers.putIfAbsent(name, layer) == null) {
            made.add("self." + name + " = " + layer);
        }
        return withLayer(line.substring(0, from) + "self." + name + line.substring(to), name);
    }

    /** Behind the bracket that closes the one at a place. */
    private static int end(String line, int open) {
        int depth = 0;
        for (int i = open; i < line.length(); i++) {
            depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("No bracket closes: " + line);
    }

    /** What meets in a merge of a skip, and what comes of it. */
    private String comment(Node node) {
        if (!node.mergesSkip()) {
            return "";
        }
        return "  # " + node.inlets().stream()
                .map(inlet -> (inlet.role() == Inlet.Role.SKIP ? "skip " : "main ") + shapes.shape(inlet.source()))
                .collect(Collectors.joining(", ")) + " -> " + shapes.shape(node.id());
    }

    private List<String> loading() {
        List<String> lines = new ArrayList<>(List.of("", "", "def load(module, path):",
                "    \"\"\"Takes the weights from the ONNX model that Skipstitch exports of the same lane.\"\"\"",
                "    import onnx", "    from onnx import numpy_helper", "",
                "    parts = {\"kernels\": \"weight\", \"bias\": \"bias\", \"scale\": \"weight\", \"shift\": \"bias\",",
                "             \"mean\": \"running_mean\", \"variance\": \"running_var\"}"));
        String odd = names.odd().entrySet().stream().map(each -> "\"" + each.getKey() + "\": \"" + each.getValue() + "\"")
                .collect(Collectors.joining(", "));
        lines.addAll(List.of("    names = {" + odd + "}", "    with torch.no_grad():",
                "        for constant in onnx.load(path).graph.initializer:",
                "            node, _, part = constant.name.partition(\"/\")",
                "            layer = getattr(module, names.get(node, re.sub(r\"\\W\", \"_\", node)), None)",
                "            if part in parts and layer is not None:",
                "                values = torch.from_numpy(numpy_helper.to_array(constant).copy())",
                "                getattr(layer, parts[part]).copy_(values)",
                "    return module.eval()"));
        return lines;
    }

    /** Without two blank lines in a row inside the class, or one right under its methods' heads. */
    private static String squeezed(List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        return text.replaceAll("(super\\(\\).__init__\\(\\)|def forward\\(.*\\):)\\n\\n+( +#)", "$1\n$2")
                .replaceAll("\\n{3,}( {4})", "\n\n$1");
    }
}
