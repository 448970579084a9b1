package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import skipstitch.explain.steps.Step;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Pixels;

/** What is to be said of a channel or a number, one row a lane. */
public final class StepView extends Region {
    private static final double MARGIN = 16;
    private static final double TOP = 8;
    private static final double BETWEEN = 8;

    private final Session session;
    private final Label title = new Label();
    private final List<LaneRow> rows = new ArrayList<>();

    public StepView(Session session) {
        this.session = session;
        getStyleClass().add("step-view");
        setId("step-view");
        title.getStyleClass().add("step-title");
        session.stepping().step().subscribe(this::show);
        Pixels.onScaleChange(this, this::requestLayout);
    }

    private void show(Optional<Step> found) {
        rows.clear();
        found.ifPresent(step -> {
            title.setText(step.at().words());
            step.lanes().forEach(lane -> rows.add(new LaneRow(step, lane, session.stepping())));
        });
        List<Node> children = new ArrayList<>(List.of(title));
        children.addAll(rows);
        getChildren().setAll(children);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        title.autosize();
        title.relocate(MARGIN, TOP);
        double top = TOP + title.getHeight() + BETWEEN;
        double each = Math.floor((getHeight() - top) / Math.max(1, rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(MARGIN, Math.rint(top + i * each), width, each - BETWEEN);
        }
    }
}
