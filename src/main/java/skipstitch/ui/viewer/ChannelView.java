package skipstitch.ui.viewer;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import skipstitch.explain.Branch;
import skipstitch.explain.Closeup;
import skipstitch.explain.Closeup.Counterpart;
import skipstitch.explain.Inspector;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Extent;
import skipstitch.tensor.Histogram;
import skipstitch.tensor.Statistics;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Words;

/** The selected channel large, the other lane's beside it, their difference, and how its values are spread. */
final class ChannelView extends Region {
    private static final double TITLE = 30;
    private static final double READING = 30;
    private static final double GAP = 16;
    private static final double FRAMES = 8;
    private static final double REMARK = 44;
    private static final double LEAST_HISTOGRAM = 230;
    private static final double MOST_HISTOGRAM = 260;
    /** Of the height that is left, for the upper row. */
    private static final double UPPER = 0.6;

    private final Gaze gaze;
    private final Label title = new Label();
    private final Label reading = new Label();
    private final Label remark = new Label();
    private final Button next = new Button();
    private final MapView own;
    private final MapView beside;
    private final MapView difference;
    private final HistogramView histogram = new HistogramView();
    private boolean dirty = true;

    ChannelView(Gaze gaze, GlyphSizes glyphs) {
        this.gaze = gaze;
        getStyleClass().add("channel-view");
        setManaged(false);
        own = new MapView("map-own", glyphs, this::hover, this::keep);
        beside = new MapView("map-beside", glyphs, this::hover, this::keep);
        difference = new MapView("map-difference", glyphs, this::hover, this::keep);
        title.setId("channel-title");
        title.getStyleClass().add("panel-title");
        reading.setId("cell-reading");
        reading.getStyleClass().add("cell-reading");
        remark.setId("channel-remark");
        remark.getStyleClass().add("map-caption");
        remark.setWrapText(true);
        next.setId("next-beside");
        next.setTooltip(new Tooltip("Compare with the next channel that lines up with this one (X)"));
        next.setOnAction(_ -> gaze.nextBeside());
        getChildren().addAll(title, next, own, beside, difference, histogram, remark, reading);
        gaze.closeup().subscribe(_ -> refill());
        gaze.groups().subscribe(_ -> refill());
        gaze.selected().subscribe(_ -> refill());
        gaze.alternative().subscribe(_ -> refill());
        gaze.pointed().subscribe(_ -> requestLayout());
    }

    private void hover(Optional<Cell> place) {
        gaze.hover(place.map(cell -> cell.in(gaze.selected().get())));
    }

    private void keep(Cell place) {
        gaze.keep(place.in(gaze.selected().get()));
    }

    private void refill() {
        dirty = true;
        requestLayout();
    }

    private void fill(Closeup now) {
        int channel = gaze.selected().get();
        String branch = SheetWords.branch(now.branches().get(channel));
        title.setText("Channel " + channel + " of " + now.tensor().shape().channels()
                + (branch.isEmpty() ? "" : ", " + branch));
        own.show(new MapView.Shown(now.tensor(), channel, now.scale(), now.branches().get(channel)),
                Inspector.laneTitle(now.lane()), SheetWords.figures(now.statistics().get(channel)));
        histogram.show(Histogram.of(now.tensor(), channel, HistogramView.BINS), "How often its values occur");
        Optional<Integer> aligned = gaze.beside(channel);
        boolean compares = aligned.isPresent() && !now.other().map(Counterpart::same).orElse(true);
        if (compares) {
            compare(now, channel, now.other().orElseThrow(), aligned.get());
        }
        remark.setText(compares ? "" : now.other().map(other -> other.same()
                ? "The " + Inspector.laneTitle(other.lane()) + " has the very same numbers here."
                : "Nothing in the " + Inspector.laneTitle(other.lane()) + " lines up with this channel: its tensor is "
                        + other.tensor().shape() + ".").orElse(""));
        beside.setVisible(compares);
        difference.setVisible(compares);
        next.setVisible(compares && now.aligned(channel).size() > 1);
    }

    private void compare(Closeup now, int channel, Counterpart other, int aligned) {
        Tensor theirs = other.tensor();
        beside.show(new MapView.Shown(theirs, aligned, now.scale(), Branch.NONE),
                Inspector.laneTitle(other.lane()) + ", channel " + aligned,
                SheetWords.figures(Statistics.of(theirs, aligned)));
        Tensor minus = now.tensor().map(channel).minus(theirs.map(aligned));
        Extent extent = minus.extent();
        difference.show(new MapView.Shown(minus, 0, ColourScale.of(extent), Branch.NONE),
                "Difference: " + now.lane().title() + " − " + other.lane().title(), words(extent));
        List<Integer> all = now.aligned(channel);
        next.setText("Compare with channel " + all.get((all.indexOf(aligned) + 1) % all.size()));
    }

    /** How large a difference is. */
    private static String words(Extent extent) {
        float largest = Math.max(Math.abs(extent.min()), Math.abs(extent.max()));
        int odd = extent.nans() + extent.infinite();
        return (largest == 0 && odd == 0 ? "no difference" : "at most " + Words.value(largest) + ", on a scale of its own")
                + (odd > 0 ? ", " + Words.count(odd) + " not finite" : "");
    }

    private void read(Closeup now) {
        Optional<Cell> pointed = gaze.pointed().get().filter(cell -> cell.isIn(now.tensor().shape()));
        reading.setText(pointed.map(cell -> {
            String place = "(" + cell.row() + ", " + cell.column() + ")";
            float value = now.tensor().at(cell.channel(), cell.row(), cell.column());
            Optional<Integer> aligned = gaze.beside(cell.channel());
            String ours = "channel " + cell.channel() + " " + place + "   " + Words.value(value);
            return aligned.filter(_ -> !now.other().orElseThrow().same()).map(channel -> {
                Counterpart other = now.other().orElseThrow();
                float theirs = other.tensor().at(channel, cell.row(), cell.column());
                return ours + "   " + Inspector.laneTitle(other.lane()) + " " + Words.value(theirs) + "   difference "
                        + Words.value(value - theirs);
            }).orElse(ours);
        }).orElse("Point at a value, or press Ctrl and an arrow, to read it."));
        List.of(own, beside, difference).forEach(map -> map.mark(pointed));
    }

    @Override
    protected void layoutChildren() {
        gaze.closeup().get().ifPresent(now -> {
            if (dirty) {
                dirty = false;
                fill(now);
            }
            read(now);
            arrange();
        });
    }

    private void arrange() {
        double width = getWidth();
        title.autosize();
        title.relocate(0, (TITLE - title.getHeight()) / 2);
        next.autosize();
        next.relocate(width - next.getWidth(), (TITLE - next.getHeight()) / 2);
        reading.resizeRelocate(0, getHeight() - READING, width, READING);
        double height = getHeight() - TITLE - READING;
        double around = MapView.HEADING + MapView.CAPTION + FRAMES;
        double column = (width - GAP) / 2;
        if (beside.isVisible()) {
            double upper = Math.max(40, Math.min(column - FRAMES, height * UPPER - around));
            double lower = Math.max(40, Math.min(column - FRAMES, height - upper - 2 * around));
            place(own, 0, TITLE, column, upper);
            place(beside, column + GAP, TITLE, column, upper);
            place(difference, 0, TITLE + upper + around, column, lower);
            histogram.resizeRelocate(column + GAP, TITLE + upper + around, column,
                    lower + MapView.HEADING + FRAMES + 14);
            remark.resizeRelocate(0, 0, 0, 0);
        } else {
            double said = remark.getText().isEmpty() ? 0 : REMARK;
            double side = Math.max(40, Math.min(width - LEAST_HISTOGRAM - GAP - FRAMES, height - around - said));
            place(own, 0, TITLE, Math.max(side + FRAMES, column), side);
            remark.resizeRelocate(0, TITLE + side + around, width, said);
            histogram.resizeRelocate(side + FRAMES + GAP, TITLE, width - side - FRAMES - GAP,
                    Math.min(side, MOST_HISTOGRAM) + MapView.HEADING);
        }
    }

    private static void place(MapView view, double x, double y, double width, double side) {
        view.setSide(side);
        view.resizeRelocate(x, y, width, MapView.HEADING + side + FRAMES + MapView.CAPTION);
    }
}
