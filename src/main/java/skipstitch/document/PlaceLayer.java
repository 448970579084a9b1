package skipstitch.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Place;

/**
 * A layer put on the ground, with nothing coming in yet.
 *
 * @param layer what
 * @param place where it stands
 */
public record PlaceLayer(Layer layer, Place place) implements Edit {

    @Override
    public Document apply(Document document) {
        Document made = document.making(ids -> document.network().appended(
                List.of(new Node(ids.apply(layer), "", "", layer, List.of()))));
        NodeId id = made.network().nodes().getLast().id();
        Map<NodeId, Place> places = new LinkedHashMap<>(made.places());
        places.put(id, place);
        return made.withPlaces(places);
    }

    @Override
    public String name() {
        return "put " + layer.title();
    }
}
