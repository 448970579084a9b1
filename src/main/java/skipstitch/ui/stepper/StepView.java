package skipstitch.ui.stepper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.LaneStep;
import skipstitch.explain.steps.Part;
import skipstitch.explain.steps.Step;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Session;
import skipstitch.ui.drawing.MapTouch;
import skipstitch.ui.drawing.Motion;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.proofs.BranchTouch;
import skipstitch.ui.proofs.Brush;

/** What is to be said of a channel or a number, one row a lane. */
public final class StepView extends Region {
    private static final double MARGIN = 16;
    private static final double TOP = 8;
    private static final double BETWEEN = 8;
    /** Of a lane that waits, and of one that stands, among those of several networks. */
    private static final double WAITING = 82;
    private static final double LEAST_ROW = 170;

    private final Session session;
    private final Motion motion;
    private final Brush brush;
    private final Label title = new Label();
    private final List<LaneRow> rows = new ArrayList<>();
    private Optional<Step> shown = Optional.empty();

    /** @param brush paints on the maps while it is in the hand */
    public StepView(Session session, Motion motion, Brush brush) {
        this.session = session;
        this.brush = brush;
        this.motion = motion;
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
            step.alike().forEach(lanes -> rows.add(new LaneRow(step, lanes, part -> touch(step, lanes, part),
                    session.pointed()::set)));
        });
        List<Node> children = new ArrayList<>(List.of(title));
        children.addAll(rows);
        getChildren().setAll(children);
        requestLayout();
        if (motion.on().get() && found.isPresent() && isElsewhere(found.get().at())) {
            // What moves begins where the layout has put it.
            applyCss();
            layout();
            rows.forEach(row -> row.play(motion));
        }
        shown = found;
    }

    private MapTouch touch(Step step, List<LaneStep> lanes, Part part) {
        return step.isBeside(lanes.getFirst().lane()) ? MapTouch.jumping(_ -> session.stepping().go(Stepper::deeper)) :
                new BranchTouch(session, brush, part.node(), at -> session.stepping().go(now -> jump(now, part, at)));
    }

    /** A place of a map that goes in is followed into the layer. */
    private static Stepper jump(Stepper now, Part part, MapTouch.Spot at) {
        return now.to(part.node()).place(at.y(), at.x()).to(now.node()).at(Depth.PIXEL);
    }

    /** Another layer or another channel: of another place in the same map nothing moves. */
    private boolean isElsewhere(Stepper now) {
        return now.depth().compareTo(Depth.CHANNEL) >= 0 && shown.map(Step::at).filter(before ->
                before.node().equals(now.node()) && before.cell().channel() == now.cell().channel()
                        && before.depth() == now.depth()).isEmpty();
    }

    private static void place(List<LaneRow> rows, double width, double top, double each) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(MARGIN, Math.rint(top + i * each), width, each - BETWEEN);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        title.autosize();
        title.relocate(MARGIN, TOP);
        double top = TOP + title.getHeight() + BETWEEN;
        if (rows.size() <= 2) {
            place(rows, width, top, Math.floor((getHeight() - top) / Math.max(1, rows.size())));
        } else {
            // Of several networks, those that wait take little room, and the others stand two in a row where it is low.
            List<LaneRow> waiting = rows.stream().filter(LaneRow::waits).toList();
            List<LaneRow> standing = rows.stream().filter(row -> !row.waits()).toList();
            double height = getHeight() - top - waiting.size() * WAITING;
            int columns = standing.size() > 1 && height / standing.size() < LEAST_ROW ? 2 : 1;
            int lines = Math.ceilDiv(standing.size(), columns);
            double each = Math.floor(height / Math.max(1, lines));
            double pitch = Math.floor((width + BETWEEN) / columns);
            for (int i = 0; i < standing.size(); i++) {
                standing.get(i).resizeRelocate(MARGIN + i % columns * pitch,
                        Math.rint(top + Math.floorDiv(i, columns) * each), pitch - BETWEEN, each - BETWEEN);
            }
            place(waiting, width, top + lines * each, WAITING);
        }
    }
}
