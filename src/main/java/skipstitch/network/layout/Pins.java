package skipstitch.network.layout;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.NodeId;
import skipstitch.network.Place;
import skipstitch.network.folding.Folded;

/** Puts nodes where a person placed them; others that stand there move down, and edges follow. */
final class Pins {
    private static final double BELOW = 24;

    private Pins() {}

    static Sheet pinned(Sheet automatic, Map<NodeId, Place> placed, Folded folded) {
        Map<NodeId, Box> boxes = new LinkedHashMap<>(automatic.boxes());
        boxes.replaceAll((id, box) -> Optional.ofNullable(placed.get(id))
                .map(place -> new Box(box.kind(), place.x(), place.y())).orElse(box));
        Ground ground = new Ground(placed.keySet().stream().filter(boxes::containsKey).map(boxes::get).toList());
        Set<NodeId> inTheWay = new LinkedHashSet<>();
        boxes.forEach((id, box) -> {
            if (!placed.containsKey(id) && ground.under(box).isPresent()) {
                inTheWay.add(id);
            }
        });
        boxes.forEach((id, box) -> {
            if (!placed.containsKey(id) && !inTheWay.contains(id)) {
                ground.add(box);
            }
        });
        for (NodeId id : inTheWay) {
            Box free = free(boxes.get(id), ground);
            boxes.put(id, free);
            ground.add(free);
        }
        Router router = new Router(boxes, folded, OwnPills.NONE);
        Map<Link, Route> routes = new LinkedHashMap<>(automatic.routes());
        routes.replaceAll((link, route) -> stays(automatic, boxes, folded.stand(link.from()))
                && stays(automatic, boxes, folded.stand(link.to()))
                ? route : router.anew(link, route));
        return new Sheet(boxes, routes);
    }

    private static boolean stays(Sheet automatic, Map<NodeId, Box> boxes, NodeId id) {
        return automatic.boxes().get(id).equals(boxes.get(id));
    }

    private static Box free(Box box, Ground ground) {
        Box at = box;
        for (Optional<Box> below = ground.under(at); below.isPresent(); below = ground.under(at)) {
            double top = Box.GRID * Math.ceil((below.get().bottom() + BELOW) / Box.GRID);
            at = new Box(box.kind(), box.left(), top);
        }
        return at;
    }
}
