package skipstitch.explain.code;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skipstitch.network.NodeId;

/** Names of nodes in Python: {@code layer1_0_conv1} for {@code layer1.0.conv1}. */
final class PythonNames {
    /** Words of the language, and names that lines of layers use themselves. */
    private static final Set<String> TAKEN = Set.of("and", "as", "assert", "async", "await", "break", "class", "continue",
            "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
            "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "self", "torch", "nn", "p",
            "m", "total", "flat", "len", "float", "load", "re",
            // Of a module itself.
            "train", "eval", "forward", "training", "type", "half", "double", "cpu", "to", "apply", "parameters", "modules",
            "children", "buffers", "add_module", "state_dict", "zero_grad", "bfloat16", "cuda", "named_parameters");

    private final Map<NodeId, String> names = new LinkedHashMap<>();

    PythonNames(List<NodeId> ids) {
        Set<String> used = new HashSet<>(TAKEN);
        for (NodeId id : ids) {
            String name = plain(id);
            while (used.contains(name) || used.contains(name + "_indices")) {
                name += "_";
            }
            used.addAll(List.of(name, name + "_indices"));
            names.put(id, name);
        }
    }

    private static String plain(NodeId id) {
        return id.value().replaceAll("\\W", "_").replaceFirst("^(\\d)", "_$1");
    }

    String of(NodeId id) {
        return names.get(id);
    }

    /** Those that are not just the id with underscores. */
    Map<NodeId, String> odd() {
        return names.entrySet().stream().filter(each -> !each.getValue().equals(each.getKey().value().replaceAll("\\W", "_")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    /** {@code ResNet18} of {@code res-net 18}. */
    String type(String network) {
        String joined = Stream.of(network.split("[^A-Za-z0-9]+")).filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return joined.isEmpty() || Character.isDigit(joined.charAt(0)) ? "Network" + joined : joined;
    }

    /** Words as a line of text in quotation marks can have them. */
    String plain(String text) {
        return text.replaceAll("[\\\\\"\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", " ").strip();
    }
}
