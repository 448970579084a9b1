package skipstitch.ui;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import skipstitch.document.LayerKind;
import skipstitch.document.NewLayer;
import skipstitch.document.PlaceLayer;
import skipstitch.network.Edge;
import skipstitch.network.Place;
import skipstitch.session.Session;
import skipstitch.ui.editing.PaletteDrag;
import skipstitch.ui.lanes.LanesView;

/** A layer dragged out of the palette goes onto the edge that it is dropped on, or stands on the ground. */
final class LayerDrop implements PaletteDrag {
    private final LanesView lanes;
    private final Session session;
    private Optional<LayerKind> held = Optional.empty();

    LayerDrop(LanesView lanes, Session session) {
        this.lanes = lanes;
        this.session = session;
    }

    @Override
    public void started(LayerKind kind, MouseEvent event) {
        held = Optional.of(kind);
    }

    @Override
    public void moved(MouseEvent event) {
        held.ifPresent(kind -> lanes.drops().hover(kind.title(), at(event)));
    }

    @Override
    public void dropped(MouseEvent event) {
        Point2D at = at(event);
        Optional<Edge> edge = lanes.drops().edge(at);
        Optional<Place> ground = lanes.drops().place(at);
        Optional<LayerKind> kind = held;
        cancelled();
        kind.ifPresent(layer -> {
            if (edge.isPresent()) {
                session.edit(new NewLayer(layer).on(session.document().get(), edge.get()));
            } else {
                ground.ifPresent(place -> session.edit(new PlaceLayer(layer.layer(), place)));
            }
        });
    }

    private Point2D at(MouseEvent event) {
        return lanes.sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    @Override
    public void cancelled() {
        held = Optional.empty();
        lanes.drops().hoverNothing();
    }
}
