package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.network.NodeId;
import skipstitch.network.Place;

/**
 * Puts nodes somewhere.
 *
 * @param places where each one stands then
 * @param name   {@code "move conv2"}, {@code "align 3 layers"}
 */
public record PlaceNodes(Map<NodeId, Place> places, String name) implements Edit {
    public PlaceNodes {
        places = Map.copyOf(places);
    }

    @Override
    public Document apply(Document document) {
        Map<NodeId, Place> all = new LinkedHashMap<>(document.places());
        places.forEach((id, place) -> {
            if (document.network().has(id)) {
                all.put(id, place);
            }
        });
        return all.equals(document.places()) ? document : document.withPlaces(all);
    }
}
