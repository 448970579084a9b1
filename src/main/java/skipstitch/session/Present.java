package skipstitch.session;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import skipstitch.document.ChosenPicture;
import skipstitch.document.Document;
import skipstitch.document.History;
import skipstitch.network.NodeId;

/** The document that is open, and what follows when it becomes another: lanes, runs, and what is looked at. */
final class Present {
    private final Running running;
    private final Neighbours neighbours;
    private final Carrying carrying;

    final Standing standing = new Standing();
    final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.BOTH);
    final ReadOnlyObjectWrapper<ChosenPicture> picture = new ReadOnlyObjectWrapper<>();
    final ObjectProperty<Optional<Spot>> pointed = new SimpleObjectProperty<>(Optional.empty());

    Present(Running running, Neighbours neighbours, Carrying carrying) {
        this.running = running;
        this.neighbours = neighbours;
        this.carrying = carrying;
    }

    /** Makes a history's present what is open, and has done again what differs from before. */
    void become(History next, Optional<Document> before) {
        Document now = next.now();
        boolean otherLanes = before.filter(each -> each.network() == now.network() && each.lanes().equals(now.lanes())
                && each.seed() == now.seed()).isEmpty();
        boolean otherPlaces = before.filter(each -> each.places().equals(now.places())
                && each.folding().equals(now.folding())).isEmpty();
        boolean otherSetting = before.map(Setting::of).filter(Setting.of(now)::equals).isEmpty();
        NodeId lookedAt = standing.selection.get();
        history.set(next);
        document.set(now);
        if (before.filter(each -> each.network() == now.network()).isEmpty()) {
            carrying.letGo();
        }
        picture.set(now.picture());
        boolean unknown = otherLanes || otherSetting;
        if (otherLanes) {
            pointed.set(Optional.empty());
            running.stopLooking();
            standing.compare(now, before.isEmpty());
        } else if (otherPlaces) {
            unknown |= !move(now);
        } else {
            standing.follow(now);
        }
        shown.set(Shown.of(now.lanes()));
        boolean besides = neighbours.follow(now);
        if (unknown) {
            run();
        } else if (besides || !standing.selection.get().equals(lookedAt)) {
            inspect();
        }
    }

    /** Nodes stand elsewhere; what was found in them stays, if it was found already. */
    private boolean move(Document now) {
        Comparison before = standing.comparison.get();
        Comparison moved = before.placed(now.places(), now.folding());
        boolean found = running.moved(before, moved);
        standing.move(now, moved);
        return found;
    }

    /** Runs the lanes that are shown. */
    void run() {
        if (standing.comparison.get().drawn().inputShape().isPresent()) {
            running.run(standing.comparison.get(), Setting.of(document.get()), this::looking);
        } else {
            running.rest();
        }
    }

    /** Looks into what was run. */
    void inspect() {
        running.inspect(looking());
    }

    private Optional<Running.Looking> looking() {
        return standing.looking(neighbours.selection().get(), neighbours.all().get());
    }
}
