package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Step;
import skipstitch.session.Session;

/** Beside a step: where its number came from. */
public final class SidePane extends ScrollPane {
    public static final double WIDTH = 316;
    private static final double PICTURE = 132;

    private final VBox cards = new VBox();

    public SidePane(Session session) {
        getStyleClass().add("side-pane");
        cards.getStyleClass().add("side-cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        session.stepping().step().subscribe(this::show);
    }

    private void show(Optional<Step> found) {
        List<Node> wanted = new ArrayList<>();
        found.flatMap(SidePane::first).flatMap(LaneStep.Stands::ways).ifPresent(ways -> wanted.add(new WhereView(ways, PICTURE)));
        cards.getChildren().setAll(wanted);
    }

    /** The first lane that does not wait speaks for all. */
    private static Optional<LaneStep.Stands> first(Step step) {
        return step.lanes().stream().flatMap(lane -> lane instanceof LaneStep.Stands stands ? Stream.of(stands) : Stream.empty())
                .findFirst();
    }
}
