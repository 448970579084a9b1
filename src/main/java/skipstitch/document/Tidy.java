package skipstitch.document;

import java.util.Map;

/** Forgets where nodes were put: all are laid out. */
public record Tidy() implements Edit {

    @Override
    public Document apply(Document document) {
        return document.places().isEmpty() ? document : document.withPlaces(Map.of());
    }

    @Override
    public String name() {
        return "tidy";
    }
}
