package skipstitch.ui.stepper;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Step;
import skipstitch.explain.steps.Row;

/** Of which channels of which layers a channel is made, after any number of merges. */
final class MadeView extends VBox {

    /** @param lanes those that have the channel */
    MadeView(Step step, List<LaneStep.Stands> lanes) {
        getStyleClass().add("made-view");
        setId("made-of");
        Label title = new Label("Made of");
        title.getStyleClass().add("side-title");
        getChildren().add(title);
        boolean same = lanes.stream().map(lane -> lane.rows().stream().map(Row::made).toList()).distinct().count() <= 1;
        lanes.stream().limit(same ? 1 : lanes.size()).forEach(lane -> {
            if (!same) {
                Label where = new Label(step.title(lane.lane()));
                where.getStyleClass().add("lane-row-title");
                getChildren().add(where);
            }
            lane.rows().forEach(row -> {
                Label words = new Label(row.made());
                words.setWrapText(true);
                words.getStyleClass().add("story-words");
                getChildren().add(words);
            });
        });
    }
}
