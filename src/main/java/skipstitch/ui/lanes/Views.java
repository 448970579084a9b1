package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.Node;

/** Views by what they show. Each stays on screen as long as it is wanted: building one costs more than moving it. */
final class Views<K, V extends Node> {
    private final Group layer = new Group();
    private Map<K, V> byKey = Map.of();

    Group layer() {
        return layer;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Collection<V> all() {
        return byKey.values();
    }

    Map<K, V> byKey() {
        return byKey;
    }

    /** @param view gives the view of a thing, the one that {@link #find} has or another */
    <T> void show(List<T> things, Function<T, K> key, Function<T, V> view) {
        Map<K, V> shown = new LinkedHashMap<>();
        Set<V> stale = new LinkedHashSet<>(byKey.values());
        List<V> fresh = new ArrayList<>();
        for (T thing : things) {
            V now = view.apply(thing);
            shown.put(key.apply(thing), now);
            if (!stale.remove(now)) {
                fresh.add(now);
            }
        }
        byKey = shown;
        if (!stale.isEmpty()) {
            layer.getChildren().removeAll(stale);
        }
        layer.getChildren().addAll(fresh);
    }
}
