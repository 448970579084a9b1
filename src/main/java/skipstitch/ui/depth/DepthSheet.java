package skipstitch.ui.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import skipstitch.explain.depth.DepthSettings;
import skipstitch.explain.depth.DepthWords;
import skipstitch.session.Deepening;
import skipstitch.ui.drawing.Buttons;

/**
 * Chains of many blocks, over lanes and tensors: a slider for how many, three charts side by side, what is to be read
 * out of them, and the settings that they hold for.
 */
public final class DepthSheet extends Region {
    private static final double MARGIN = 16;
    private static final double BETWEEN = 28;

    private final Deepening depth;
    private final Runnable leave;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.GRADIENT);
    private final ObjectProperty<OptionalInt> pointed = new SimpleObjectProperty<>(OptionalInt.empty());
    private final Slider blocks = new Slider(DepthSettings.FEWEST, DepthSettings.MOST, DepthSettings.usual().blocks());
    private final Label count = new Label();
    private final Label computing = new Label("computing…");
    private final ToggleButton more = new ToggleButton("More");
    private final HBox bar = new HBox(10);
    private final HBox tabs = new HBox(14);
    private final DialBar dials;
    private final List<ChartView> charts = new ArrayList<>();
    private final Label waiting = new Label("The curves appear here as soon as they are computed.");
    private final VBox words = new VBox(3);

    /** @param leave puts the keyboard's focus back where it belongs */
    public DepthSheet(Deepening depth, Runnable leave) {
        this.depth = depth;
        this.leave = leave;
        this.dials = new DialBar(depth.settingsProperty());
        setId("depth");
        getStyleClass().addAll("viewer", "depth");
        fillBar();
        Label drawn = new Label();
        drawn.getStyleClass().add("depth-note");
        drawn.setMinWidth(0);
        view.subscribe(now -> drawn.setText(now.tooltip() + "."));
        tabs.getStyleClass().add("depth-tabs");
        tabs.getChildren().addAll(new Segments<>("depth-view", List.of(View.values()), View::title, View::tooltip, view,
                view::set).node(), drawn);
        waiting.getStyleClass().add("waiting");
        words.getStyleClass().add("depth-words");
        words.setId("depth-words");
        getChildren().addAll(bar, dials, tabs, waiting, words);
        more.selectedProperty().subscribe(open -> {
            dials.setVisible(open);
            dials.setManaged(open);
            requestLayout();
        });
        view.subscribe(now -> {
            pointed.set(OptionalInt.empty());
            depth.deletingProperty().set(now == View.DELETION);
            fill();
        });
        depth.settingsProperty().subscribe(_ -> fill());
        depth.study().subscribe(_ -> fill());
        depth.deletions().subscribe(_ -> fill());
        depth.openProperty().subscribe(this::open);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void fillBar() {
        Label title = new Label("Depth");
        title.getStyleClass().add("panel-title");
        blocks.setId("depth-blocks");
        blocks.setAccessibleText("Number of blocks, from 2 to 50");
        blocks.setBlockIncrement(1);
        blocks.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(blocks, Priority.ALWAYS);
        depth.settingsProperty().subscribe(now -> {
            if (Math.round(blocks.getValue()) != now.blocks()) {
                blocks.setValue(now.blocks());
            }
        });
        blocks.valueProperty().subscribe(now -> depth.settingsProperty().set(
                depth.settingsProperty().get().withBlocks((int) Math.round(now.doubleValue()))));
        count.setId("depth-count");
        count.getStyleClass().add("depth-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        computing.setId("depth-computing");
        computing.getStyleClass().add("depth-computing");
        computing.setMinWidth(Region.USE_PREF_SIZE);
        more.setId("depth-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("depth-bar");
        bar.getChildren().addAll(title, count, blocks, computing, more,
                Buttons.named("close-depth", "Close", "Back to the network (Esc)", depth::close));
    }

    private void open(boolean wanted) {
        boolean had = isFocusWithin();
        setVisible(wanted);
        setManaged(wanted);
        if (wanted) {
            blocks.requestFocus();
        } else if (had) {
            leave.run();
        }
    }

    private void fill() {
        DepthSettings settings = depth.settingsProperty().get();
        count.setText(settings.blocks() + " blocks");
        boolean stale = !view.get().isFresh(depth);
        computing.setVisible(stale);
        List<Plot> plots = view.get().plots(depth);
        waiting.setVisible(plots.isEmpty());
        for (int i = 0; i < plots.size(); i++) {
            if (i == charts.size()) {
                charts.add(new ChartView("depth-chart-" + i, plots.get(i), pointed));
                getChildren().add(charts.get(i));
            }
            charts.get(i).show(plots.get(i), stale);
        }
        charts.forEach(each -> each.setVisible(!plots.isEmpty()));
        List<String> said = new ArrayList<>(plots.isEmpty() ? List.of() : view.get().words(depth));
        said.add(DepthWords.settings(settings) + " That is what these chains do, not a law.");
        while (words.getChildren().size() < said.size()) {
            Label line = new Label();
            line.setWrapText(true);
            words.getChildren().add(line);
        }
        for (int i = 0; i < words.getChildren().size(); i++) {
            Label line = (Label) words.getChildren().get(i);
            line.setVisible(i < said.size());
            line.setManaged(i < said.size());
            line.setText(i < said.size() ? said.get(i) : "");
            line.getStyleClass().setAll("label", i == said.size() - 1 ? "depth-note" : "depth-sentence");
            line.setOpacity(stale && i < said.size() - 1 ? 0.35 : 1);
        }
        requestLayout();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            depth.close();
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double y = row(bar, 0, width);
        if (dials.isManaged()) {
            y = row(dials, y, width);
        }
        y = row(tabs, y, width) + 4;
        double wordsHeight = Math.ceil(words.prefHeight(width));
        words.resizeRelocate(MARGIN, getHeight() - wordsHeight, width, wordsHeight);
        double each = Math.floor((width - 2 * BETWEEN) / 3);
        double chartHeight = Math.max(0, getHeight() - wordsHeight - y - 8);
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).resizeRelocate(MARGIN + i * (each + BETWEEN), y, each, chartHeight);
        }
        waiting.resizeRelocate(MARGIN, y, width, waiting.prefHeight(width));
    }

    private static double row(Region region, double y, double width) {
        double height = Math.ceil(region.prefHeight(width));
        region.resizeRelocate(MARGIN, y, width, height);
        return y + height;
    }
}
