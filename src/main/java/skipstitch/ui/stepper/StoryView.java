package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import skipstitch.explain.arithmetic.Line;
import skipstitch.explain.arithmetic.Line.Says;
import skipstitch.explain.stories.LayerStory;

/** What a layer does: in a sentence or three, in symbols, and how its shape and its weights are counted. */
final class StoryView extends VBox {

    /** @param where of which lane, where lanes differ; else empty */
    StoryView(LayerStory story, String where) {
        getStyleClass().add("story-view");
        Label title = new Label(where.isEmpty() ? story.node().label() : story.node().label() + " · " + where);
        title.getStyleClass().add("side-title");
        getChildren().add(title);
        if (!story.formula().isEmpty()) {
            getChildren().add(new LinesView(List.of(new Line(Says.VALUE, story.formula()))));
        }
        story.sentences().forEach(sentence -> {
            Label words = new Label(sentence);
            words.setWrapText(true);
            words.getStyleClass().add("story-words");
            getChildren().add(words);
        });
        List<Line> sums = new ArrayList<>(story.shapes());
        story.weights().ifPresent(sums::add);
        if (!sums.isEmpty()) {
            getChildren().add(new LinesView(sums));
        }
    }
}
