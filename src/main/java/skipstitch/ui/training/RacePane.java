package skipstitch.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.session.RaceStanding;
import skipstitch.session.RaceStanding.State;
import skipstitch.session.Racing;
import skipstitch.session.Session;
import skipstitch.training.Band;
import skipstitch.training.Point;
import skipstitch.training.RaceSettings;
import skipstitch.training.scores.Measure;
import skipstitch.ui.drawing.Buttons;

/** What is trained and how, on the left; how it goes, on the right. Closing it leaves the race going. */
public final class RacePane extends Region {
    private static final double MARGIN = 16;
    private static final double FORM = 300;
    private static final double READABLE = 640;
    private static final double CHART = 190;
    /** In a high window charts have what the rest leaves. */
    private static final double HIGHEST_CHART = 440;
    private static final double UNDER_CHARTS = 540;

    private final Racing racing;
    private final Runnable leave;
    private final RaceForm form;
    private final Button start;
    private final Button pause;
    private final Button cancel;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label headway = new Label();
    private final Label refusal = new Label();
    private final CurveChart score = new CurveChart("race-score");
    private final CurveChart loss = new CurveChart("race-loss");
    private final PredictionStrip predictions = new PredictionStrip();
    private final RaceTable table = new RaceTable();
    private final VBox found = new VBox(3);
    private final VBox papers = new VBox(3);
    private final Label before = new Label("""
            Each lane learns the same task from the same pictures in the same order, and begins with the same weights\
             where it has the same channels.

            The curves tell what the lanes make of pictures that nobody was trained on: a line is the mean over the\
             seeds, the band around it goes from the worst of them to the best. One may close this pane and go on\
             working meanwhile.""");
    private final ScrollPane left;
    private final ScrollPane right;

    /** @param leave puts the keyboard's focus back where it belongs */
    public RacePane(Session session, Runnable leave) {
        this.racing = session.sheets().racing();
        this.leave = leave;
        form = new RaceForm(session);
        setId("race");
        getStyleClass().addAll("viewer", "race");
        start = Buttons.named("race-start", "Start", "Start the race with these settings", this::start);
        pause = Buttons.named("race-pause", "Pause", "Halt after this step, or go on", this::pause);
        cancel = Buttons.named("race-cancel", "Cancel", "End the race after this step; its curves stay",
                racing::cancel);
        headway.setId("race-headway");
        refusal.setId("race-refusal");
        refusal.getStyleClass().add("race-refusal");
        refusal.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much of the race is done");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox under = new HBox(8, headway, between,
                Buttons.named("race-close", "Close", "Back to the lanes; the race goes on (Esc)", racing::close));
        under.getStyleClass().add("race-head");
        VBox settings = new VBox(10, form, new HBox(8, start, pause, cancel), bar, under, refusal);
        settings.setPrefWidth(FORM);
        left = scrolling(settings, "race-left");
        HBox charts = new HBox(12, score, loss);
        for (CurveChart chart : List.of(score, loss)) {
            HBox.setHgrow(chart, Priority.ALWAYS);
            chart.setPrefSize(300, CHART);
            chart.setMinHeight(CHART);
        }
        found.setId("race-found");
        papers.setId("race-papers");
        HBox told = new HBox(24, found, papers);
        for (VBox side : List.of(found, papers)) {
            HBox.setHgrow(side, Priority.ALWAYS);
            side.setPrefWidth(300);
        }
        right = scrolling(new VBox(10, charts, predictions, table, told,
                Buttons.named("race-save", "Save curves as CSV…", "All curves, for spreadsheets and scripts",
                        racing::save)), "race-right");
        before.setWrapText(true);
        before.getStyleClass().add("race-before");
        getChildren().addAll(left, before, right);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        heightProperty().map(height -> Math.clamp(height.doubleValue() - UNDER_CHARTS, CHART, HIGHEST_CHART))
                .subscribe(height -> List.of(score, loss).forEach(chart -> chart.setPrefHeight(height)));
        racing.openProperty().subscribe(this::open);
        racing.standing().subscribe(_ -> show());
        racing.underWay().subscribe(_ -> show());
        racing.refusal().subscribe(why -> refusal.setText(why.orElse("")));
    }

    private static ScrollPane scrolling(Node content, String style) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add(style);
        return pane;
    }

    private void open(boolean wanted) {
        boolean had = isFocusWithin();
        setVisible(wanted);
        setManaged(wanted);
        if (wanted) {
            start.requestFocus();
        } else if (had) {
            leave.run();
        }
    }

    private void start() {
        RaceSettings settings;
        try {
            settings = form.settings();
        } catch (IllegalArgumentException e) {
            refusal.setText(e.getMessage());
            return;
        }
        refusal.setText("");
        racing.start(settings);
    }

    private void pause() {
        racing.pause(racing.standing().get().filter(now -> now.state() == State.GOING).isPresent());
    }

    private void show() {
        Optional<RaceStanding> standing = racing.standing().get();
        boolean going = racing.underWay().get();
        pause.setDisable(!going || standing.isEmpty());
        cancel.setDisable(!going);
        start.setText(going ? "Start anew" : "Start");
        pause.setText(standing.filter(now -> now.state() == State.PAUSED).isPresent() ? "Go on" : "Pause");
        bar.setProgress(standing.map(RaceStanding::progress).orElse(going ? ProgressBar.INDETERMINATE_PROGRESS : 0.0));
        headway.setText(standing.map(RaceWords::headway).orElse(going ? "Preparing…" : ""));
        right.setVisible(standing.isPresent());
        before.setVisible(standing.isEmpty());
        standing.ifPresent(this::fill);
    }

    private void fill(RaceStanding now) {
        Measure measure = now.settings().task().score();
        score.show(measure.title() + " on held-out pictures", now.settings().steps(),
                series(now, point -> point.scores().of(measure)));
        loss.show("Loss on held-out pictures", now.settings().steps(), series(now, Point::loss));
        predictions.show(now);
        table.show(now);
        say(found, "This race", RaceWords.found(now));
        say(papers, "In papers", RaceWords.papers(now.settings().task()));
    }

    private static List<CurveChart.Series> series(RaceStanding now, ToDoubleFunction<Point> value) {
        return now.lanes().stream().map(lane ->
                new CurveChart.Series(lane.variant(), Band.of(now.curves(lane.variant()), value))).toList();
    }

    private static void say(VBox box, String title, List<String> sentences) {
        List<String> all = box.getChildren().stream().skip(1).map(node -> ((Label) node).getText()).toList();
        if (!all.equals(sentences)) {
            Label head = new Label(title);
            head.getStyleClass().add("race-told-title");
            box.getChildren().setAll(head);
            sentences.forEach(sentence -> {
                Label words = new Label(sentence);
                words.setWrapText(true);
                words.getStyleClass().add("race-told");
                box.getChildren().add(words);
            });
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            racing.close();
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(0, getHeight() - 2 * MARGIN);
        left.resizeRelocate(MARGIN, MARGIN, FORM, height);
        double x = MARGIN + FORM + MARGIN;
        before.resizeRelocate(x, MARGIN, Math.clamp(getWidth() - x - MARGIN, 0, READABLE), before.prefHeight(READABLE));
        right.resizeRelocate(x, MARGIN, Math.max(0, getWidth() - x - MARGIN), height);
    }
}
