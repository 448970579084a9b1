package skipstitch.network.folding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import skipstitch.network.Network;
import skipstitch.network.Node;

/** The groups of a network as a tree, by their paths: {@code stage1} holds {@code stage1/block1}. */
public final class Groups {
    private static final Pattern NUMBERED = Pattern.compile("(\\D+?)[-_ ]?(\\d+)");
    private static final String LEVEL = "level";

    private final Map<String, Set<String>> children = new LinkedHashMap<>();

    private Groups() {}

    public static Groups of(Network network) {
        Groups groups = new Groups();
        network.nodes().stream().map(Node::group).filter(path -> !path.isEmpty()).distinct().forEach(groups::add);
        return groups;
    }

    private void add(String path) {
        if (children.putIfAbsent(path, new LinkedHashSet<>()) == null) {
            parent(path).ifPresent(parent -> {
                add(parent);
                children.get(parent).add(path);
            });
        }
    }

    /** All paths, in drawing order. */
    public Set<String> paths() {
        return Set.copyOf(children.keySet());
    }

    public boolean has(String path) {
        return children.containsKey(path);
    }

    /** The groups right inside one. */
    public List<String> children(String path) {
        return List.copyOf(children.getOrDefault(path, Set.of()));
    }

    /** Whether no group is inside it: a block. */
    public boolean isLeaf(String path) {
        return children(path).isEmpty();
    }

    /** How many groups deep the deepest lies. */
    int depth() {
        return children.keySet().stream().mapToInt(path -> ancestry(path).size()).max().orElse(0);
    }

    /** All groups at a depth, the outermost at 1, with those that lie less deep and have none inside. */
    Set<String> at(int depth) {
        return children.keySet().stream().filter(path -> ancestry(path).size() == depth
                || ancestry(path).size() < depth && isLeaf(path)).collect(Collectors.toSet());
    }

    static Optional<String> parent(String path) {
        int cut = path.lastIndexOf('/');
        return cut < 0 ? Optional.empty() : Optional.of(path.substring(0, cut));
    }

    /** A path and those of the groups around it, the outermost first; none for the empty path. */
    static List<String> ancestry(String path) {
        List<String> found = new ArrayList<>();
        for (int cut = path.indexOf('/'); cut >= 0; cut = path.indexOf('/', cut + 1)) {
            found.add(path.substring(0, cut));
        }
        if (!path.isEmpty()) {
            found.add(path);
        }
        return found;
    }

    /** What a person calls it: {@code encoder/level2} is “Encoder 2”, {@code stage3/block1} is “Block 1”. */
    public static String title(String path) {
        String leaf = leaf(path);
        Matcher level = NUMBERED.matcher(leaf);
        if (level.matches() && level.group(1).equals(LEVEL)) {
            String around = parent(path).map(Groups::leaf).orElse(LEVEL);
            return (NUMBERED.matcher(around).matches() ? spaced(leaf) : capital(around) + " " + level.group(2));
        }
        return spaced(leaf);
    }

    private static String spaced(String leaf) {
        Matcher numbered = NUMBERED.matcher(leaf);
        return numbered.matches() ? capital(numbered.group(1)) + " " + numbered.group(2) : capital(leaf);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The word that groups share, without their numbers: “block”; empty if they share none. */
    static Optional<String> kind(Collection<String> paths) {
        Set<String> words = paths.stream().map(Groups::leaf).map(leaf -> {
            Matcher numbered = NUMBERED.matcher(leaf);
            return numbered.matches() ? numbered.group(1) : "";
        }).collect(Collectors.toSet());
        return words.size() == 1 ? words.stream().findFirst().filter(word -> !word.isEmpty()) : Optional.empty();
    }
}
