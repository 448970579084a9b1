package skipstitch.network.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skipstitch.network.NodeId;

/** What must not be in a layout, found the slow and certain way. */
final class Crossings {
    private Crossings() {}

    /** Pairs of nodes that overlap. */
    static List<String> ofBoxes(Layout layout) {
        List<String> found = new ArrayList<>();
        List<Map.Entry<NodeId, Box>> boxes = List.copyOf(layout.boxes().entrySet());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                Box a = boxes.get(i).getValue();
                Box b = boxes.get(j).getValue();
                if (a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom()) {
                    found.add(boxes.get(i) + " on " + boxes.get(j));
                }
            }
        }
        return found;
    }

    /**
     * Edges that run through a node that they neither leave nor enter; but not through what a lane of its own puts on
     * them, which that lane has in their stead.
     */
    static List<String> ofRoutes(Layout layout) {
        List<String> found = new ArrayList<>();
        layout.routes().forEach((link, route) -> layout.boxes().forEach((id, box) -> {
            if (!id.equals(layout.folded().stand(link.from())) && !id.equals(layout.folded().stand(link.to()))
                    && !isInItsStead(layout, id, link) && crosses(route, box)) {
                found.add(link + " through " + id + " " + box + ": " + route);
            }
        }));
        return found;
    }

    private static boolean isInItsStead(Layout layout, NodeId id, Link link) {
        return id.value().startsWith(link.to().value() + ".project-")
                && layout.routes().keySet().stream().anyMatch(each -> each.from().equals(link.from()) && each.to().equals(id));
    }

    private static boolean crosses(Route route, Box box) {
        List<Point> way = route.flattened();
        for (int i = 1; i < way.size(); i++) {
            Point from = way.get(i - 1);
            Point to = way.get(i);
            int steps = (int) Math.ceil(from.distance(to)) + 1;
            for (int step = 0; step <= steps; step++) {
                double x = from.x() + (to.x() - from.x()) * step / steps;
                double y = from.y() + (to.y() - from.y()) * step / steps;
                if (x > box.left() + 0.5 && x < box.right() - 0.5 && y > box.top() + 0.5 && y < box.bottom() - 0.5) {
                    return true;
                }
            }
        }
        return false;
    }
}
