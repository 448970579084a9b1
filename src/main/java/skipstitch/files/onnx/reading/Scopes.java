package skipstitch.files.onnx.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.Network;
import skipstitch.network.Node;

/**
 * Groups by the modules that exporters name operators after: {@code layer1.0.conv1} is in {@code layer1/0}. A module that
 * holds most of the network is no group, and neither is one of a single layer.
 */
final class Scopes {
    private Scopes() {}

    /** The same network in groups. */
    static Network in(Network network) {
        String around = around(network);
        Map<String, Integer> sizes = new HashMap<>();
        network.nodes().forEach(node -> sizes.merge(path(node, around), 1, Integer::sum));
        return network.map(node -> new Node(node.id(), node.name(), group(path(node, around), sizes).replace('.', '/'),
                node.layer(), node.inlets()));
    }

    /** The innermost module that holds more than one layer itself. */
    private static String group(String path, Map<String, Integer> sizes) {
        String group = path;
        while (!group.isEmpty() && sizes.getOrDefault(group, 0) < 2) {
            group = group.contains(".") ? group.substring(0, group.lastIndexOf('.')) : "";
        }
        return group;
    }

    /** The modules around most of the network, with a dot behind each. */
    private static String around(Network network) {
        String around = "";
        for (String wider = next(network, around); !wider.equals(around); wider = next(network, around)) {
            around = wider;
        }
        return around;
    }

    private static String next(Network network, String around) {
        Map<String, Integer> sizes = new HashMap<>();
        for (Node node : network.nodes()) {
            int dot = node.id().value().startsWith(around) ? node.id().value().indexOf('.', around.length()) : -1;
            if (dot >= 0) {
                sizes.merge(node.id().value().substring(0, dot + 1), 1, Integer::sum);
            }
        }
        List<String> most = sizes.entrySet().stream().filter(each -> each.getValue() * 3 > network.nodes().size() * 2)
                .map(Map.Entry::getKey).toList();
        return most.isEmpty() ? around : most.getFirst();
    }

    private static String path(Node node, String around) {
        String id = node.id().value();
        String inner = id.startsWith(around) ? id.substring(around.length()) : id;
        return inner.contains(".") ? inner.substring(0, inner.lastIndexOf('.')) : "";
    }
}
