package skipstitch.ui.gradients;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import skipstitch.explain.Inspector;
import skipstitch.explain.arithmetic.Cell;
import skipstitch.explain.gradients.MergeGradient;
import skipstitch.explain.gradients.Ways;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Gradients;
import skipstitch.session.Session;

/** Beside the gradients, in words and numbers: what the merge makes of its gradient, and which way it came. */
public final class GradientPane extends ScrollPane {
    public static final double WIDTH = 372;

    private final Session session;
    private final VBox cards = new VBox();

    public GradientPane(Session session) {
        this.session = session;
        setId("gradient-pane");
        getStyleClass().addAll("side-pane", "gradient-pane");
        cards.getStyleClass().add("side-cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        Gradients gradients = session.sheets().gradients();
        gradients.told().subscribe(_ -> show());
        session.selection().subscribe(_ -> show());
        gradients.openProperty().subscribe(_ -> show());
        session.stepping().stepper().subscribe(_ -> show());
    }

    private void show() {
        List<Node> wanted = new ArrayList<>();
        Gradients gradients = session.sheets().gradients();
        VBox node = new VBox(4);
        gradients.found().get().ifPresent(found -> found.lanes().forEach(lane ->
                lane.sentence(session.selection().get()).ifPresent(sentence -> node.getChildren().add(label(
                        Inspector.laneTitle(lane.ran().lane().variant()) + ": " + sentence, "gradient-sentence")))));
        gradients.told().get().ifPresent(told -> told.lanes().forEach(lane -> {
            VBox card = new VBox(4);
            card.getChildren().add(label(Inspector.laneTitle(lane.lane().variant()), "side-title"));
            received(lane.received(), session.stepping().stepper().get())
                    .forEach(sentence -> card.getChildren().add(label(sentence, "gradient-sentence")));
            lane.ways().map(Ways::sentences).stream().flatMap(List::stream)
                    .forEach(sentence -> card.getChildren().add(label(sentence, "gradient-sentence")));
            wanted.add(card);
        }));
        if (!session.selection().get().equals(session.merge().get())) {
            wanted.addFirst(node);
        }
        if (wanted.isEmpty()) {
            wanted.add(label("Select a merge to read what it makes of its gradient.", "gradient-sentence"));
        }
        cards.getChildren().setAll(wanted);
    }

    /** As closely as one looks at the merge. */
    private static List<String> received(MergeGradient merge, Stepper at) {
        if (!at.node().equals(merge.merge().id())) {
            return merge.layer();
        }
        Cell cell = at.cell();
        int channel = Math.min(cell.channel(), merge.gradient().shape().channels() - 1);
        return switch (at.depth()) {
            case NETWORK, LAYER -> merge.layer();
            case CHANNEL -> merge.channel(channel);
            case PIXEL -> merge.pixel(channel, Math.min(cell.y(), merge.gradient().shape().height() - 1),
                    Math.min(cell.x(), merge.gradient().shape().width() - 1));
        };
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
