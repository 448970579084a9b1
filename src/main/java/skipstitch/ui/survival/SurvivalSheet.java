package skipstitch.ui.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.explain.survival.Survival;
import skipstitch.explain.survival.SurvivalWords;
import skipstitch.explain.survival.Survived;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.session.Rebuilding;
import skipstitch.session.Session;
import skipstitch.ui.drawing.Buttons;
import skipstitch.ui.drawing.Pixels;

/** Below the lanes: the picture, and what a linear readout makes of the selected node's tensor in each lane. */
public final class SurvivalSheet extends Region {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double MARGIN = 16;
    private static final double BETWEEN = 24;
    private static final double NOTES = 290;
    private static final double BELOW = 10;
    private static final double LEAST = 16;

    private final Session session;
    private final Rebuilding rebuilding;
    private final Runnable leave;
    private final Label title = new Label();
    private final Label finding = new Label();
    private final Label computing = new Label("computing…");
    private final HBox bar = new HBox(12);
    private final List<PictureView> pictures = new ArrayList<>();
    private final Pane row = new Pane();
    private final VBox notes = new VBox(8);

    /** @param leave puts the keyboard's focus back where it belongs */
    public SurvivalSheet(Session session, Runnable leave) {
        this.session = session;
        this.rebuilding = session.sheets().survival();
        this.leave = leave;
        setId("survival");
        getStyleClass().addAll("viewer", "costs", "survival");
        title.getStyleClass().add("panel-title");
        title.setId("survival-title");
        title.setMinWidth(USE_PREF_SIZE);
        finding.setId("survival-finding");
        finding.getStyleClass().add("cost-sentence");
        computing.setId("survival-computing");
        computing.getStyleClass().add("depth-computing");
        computing.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        bar.getStyleClass().add("cost-bar");
        bar.getChildren().addAll(title, finding, spacer, computing,
                Buttons.named("close-survival", "Close", "Back to the tensors (Esc)", rebuilding::close));
        row.getStyleClass().add("survival-row");
        getChildren().addAll(bar, row, notes);
        rebuilding.openProperty().subscribe(this::open);
        rebuilding.found().subscribe(this::fill);
        rebuilding.staleProperty().subscribe(_ -> mark());
        session.selection().subscribe(this::name);
        Pixels.onScaleChange(this, this::requestLayout);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void open(boolean wanted) {
        boolean had = isFocusWithin();
        setVisible(wanted);
        setManaged(wanted);
        if (!wanted && had) {
            leave.run();
        }
    }

    private void name(NodeId node) {
        title.setText("What survived at " + session.comparison().get().drawn().find(node)
                .map(each -> each.name().isEmpty() ? each.id().value() : each.name()).orElse(node.value()) + "?");
    }

    /** What is of another node or run is pale, and says so. */
    private void mark() {
        boolean stale = rebuilding.staleProperty().get();
        computing.setVisible(stale);
        finding.setVisible(!stale);
        row.pseudoClassStateChanged(STALE, stale);
    }

    private void fill(Optional<Survival> found) {
        pictures.clear();
        notes.getChildren().clear();
        finding.setText("");
        found.ifPresent(survival -> {
            finding.setText(SurvivalWords.finding(survival));
            pictures.add(new PictureView("survived-original", survival.original(), "The picture",
                    survival.original().shape().toString(), "not among those learned from"));
            survival.lanes().forEach(lane -> add(survival, lane));
            note(SurvivalWords.method(survival));
            note(SurvivalWords.limits());
        });
        row.getChildren().setAll(pictures);
        mark();
        requestLayout();
    }

    private void add(Survival survival, Survived lane) {
        switch (lane) {
            case Survived.Rebuilt rebuilt -> pictures.add(new PictureView("survived-" + lane.variant().word(),
                    rebuilt.picture(), from(lane.variant(), survival) + ", " + rebuilt.tensor(),
                    SurvivalWords.error(rebuilt.score()), SurvivalWords.figures(rebuilt.score())));
            case Survived.Nothing nothing -> note(from(lane.variant(), survival) + ": " + nothing.why());
        }
    }

    private static String from(Variant variant, Survival survival) {
        return survival.lanes().size() == 1 ? "Rebuilt" : variant.title();
    }

    private void note(String words) {
        Label note = new Label(words);
        note.getStyleClass().add("depth-note");
        note.setWrapText(true);
        notes.getChildren().add(note);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            rebuilding.close();
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double barHeight = Math.ceil(bar.prefHeight(width));
        bar.resizeRelocate(MARGIN, 0, width, barHeight);
        double height = getHeight() - barHeight - BELOW;
        double words = pictures.stream().mapToDouble(PictureView::words).max().orElse(0);
        int count = Math.max(1, pictures.size());
        double beside = Math.min((width - NOTES) / count - BETWEEN, height - words);
        double notesBelow = Math.ceil(notes.prefHeight(width)) + BELOW;
        double above = Math.min(width / count - BETWEEN, height - words - notesBelow);
        boolean under = above > beside;
        double x = 0;
        for (PictureView each : pictures) {
            each.fit(Math.max(LEAST, under ? above : beside));
            each.relocate(Math.rint(x), 0);
            x += each.getWidth() + BETWEEN;
        }
        double tallest = pictures.stream().mapToDouble(Region::getHeight).max().orElse(0);
        row.resizeRelocate(MARGIN, barHeight, width, height);
        if (under) {
            notes.resizeRelocate(MARGIN, barHeight + tallest + BELOW, width, notesBelow - BELOW);
        } else {
            double notesWidth = Math.max(NOTES, Math.min(width - x, 2 * NOTES));
            notes.resizeRelocate(MARGIN + Math.min(x, width - notesWidth), barHeight, notesWidth, height);
        }
    }
}
