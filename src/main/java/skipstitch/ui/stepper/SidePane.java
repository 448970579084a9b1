package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Step;
import skipstitch.session.Session;

/**
 * Beside a step: what the layer does, of what its channel is made, where its number came from, and the
 * layer in code.
 */
public final class SidePane extends ScrollPane {
    public static final double WIDTH = 316;
    private static final double PICTURE = 132;

    private final VBox cards = new VBox();

    public SidePane(Session session) {
        getStyleClass().add("side-pane");
        setId("side");
        cards.getStyleClass().add("side-cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        session.stepping().step().subscribe(this::show);
    }

    private void show(Optional<Step> found) {
        List<Node> wanted = new ArrayList<>();
        found.ifPresent(step -> {
            if (step.at().depth() == Depth.LAYER) {
                wanted.addAll(stories(step));
            }
        });
        found.filter(step -> step.at().depth() != Depth.LAYER).ifPresent(step -> wanted.add(new MadeView(step, standing(step).toList())));
        found.flatMap(SidePane::first).flatMap(LaneStep.Stands::ways).ifPresent(ways -> wanted.add(new WhereView(ways, PICTURE)));
        found.map(Step::at).ifPresent(at -> wanted.add(new CodeView(at.route().lanes(), at.node())));
        cards.getChildren().setAll(wanted);
    }

    /** Lanes that do the same tell it once. */
    private static List<StoryView> stories(Step step) {
        List<LaneStep.Stands> lanes = standing(step).toList();
        boolean same = lanes.stream().map(LaneStep.Stands::layer).distinct().count() <= 1;
        return lanes.stream().limit(same ? 1 : lanes.size()).map(lane ->
                new StoryView(lane.layer(), same ? "" : step.title(lane.lane()))).toList();
    }

    private static Stream<LaneStep.Stands> standing(Step step) {
        return step.lanes().stream().flatMap(lane -> lane instanceof LaneStep.Stands stands ? Stream.of(stands) : Stream.empty());
    }

    /** The first lane that does not wait speaks for all. */
    private static Optional<LaneStep.Stands> first(Step step) {
        return standing(step).findFirst();
    }
}
