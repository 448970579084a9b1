package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.NodeId;
import skipstitch.network.folding.Folded;

/**
 * What shows that cards belong together: it stands below them, in world units.
 *
 * @param group path of the group, which is open
 * @param above the lower edge of its cards
 */
public record Brace(String group, double left, double right, double above) {

    /** Of the open groups that keep to a row of cards, if it bends at all by little: there it is clear what a brace holds. */
    static List<Brace> below(Map<NodeId, Box> boxes, Folded folded) {
        Map<String, List<Box>> groups = new LinkedHashMap<>();
        boxes.forEach((id, box) -> folded.open(id).filter(_ -> box.kind() != Box.Kind.PILL)
                .ifPresent(path -> groups.computeIfAbsent(path, _ -> new ArrayList<>()).add(box)));
        List<Brace> braces = new ArrayList<>();
        groups.forEach((path, members) -> {
            Brace brace = around(path, members);
            boolean row = members.size() > 1
                    && members.stream().allMatch(box -> brace.above - box.bottom() <= DenseBlocks.DROP);
            if (row && boxes.values().stream().noneMatch(box -> !members.contains(box) && brace.meets(box))) {
                braces.add(brace);
            }
        });
        return braces;
    }

    private static Brace around(String path, List<Box> boxes) {
        return new Brace(path, boxes.stream().mapToDouble(Box::left).min().orElseThrow(),
                boxes.stream().mapToDouble(Box::right).max().orElseThrow(),
                boxes.stream().mapToDouble(Box::bottom).max().orElseThrow());
    }

    /** Whether a box stands over or under it, and is not clear above the row. */
    private boolean meets(Box box) {
        return box.bottom() >= above && box.left() < right && box.right() > left;
    }
}
