package skipstitch.ui.lanes;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/** How high the lanes are, and which of them are seen where there is no room for all: a bar brings the others. */
final class LaneRows {
    /** Of a lane that shows only a part of its height: a row of cards with arcs above. */
    private static final double LOWEST = 184;
    /** Of lanes of several networks: a row of cards. */
    private static final double LOWEST_OF_MANY = 140;
    private static final double BAR = 12;

    private final ScrollBar bar = new ScrollBar();
    private int count = 1;
    private int seen = 1;

    /** @param changed called when other lanes are to be seen */
    LaneRows(Runnable changed) {
        bar.setOrientation(Orientation.VERTICAL);
        bar.setId("lanes-bar");
        bar.setAccessibleText("Which lanes are seen");
        bar.setManaged(false);
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(1);
        bar.valueProperty().subscribe(_ -> changed.run());
    }

    ScrollBar bar() {
        return bar;
    }

    /**
     * Screen units of all lanes, or of as many as fit.
     *
     * @param lanes    how many there are
     * @param networks how many networks they are of
     * @param whole    units in which a lane is seen from top to bottom, for so many units a lane
     * @param all      whether all of them are to be seen, whatever that leaves
     */
    double preferredHeight(int lanes, int networks, DoubleUnaryOperator whole, double most, boolean all) {
        count = Math.max(1, lanes);
        double share = most / count;
        double lowest = networks > 1 ? LOWEST_OF_MANY : LOWEST;
        double each = Math.min(whole.applyAsDouble(share), Math.max(Math.floor(share), lowest));
        seen = all && networks == 1 ? count : Math.clamp((int) (most / each), 1, count);
        double height = Math.min(each, networks > 1 ? Math.floor(most / seen) : each);
        return height * seen;
    }

    /** Of each lane, where all that are seen have so much. */
    double height(double room) {
        return Math.floor(room / seen);
    }

    void place(List<? extends Region> lanes, double width, double height) {
        int hidden = Math.max(0, count - seen);
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount((double) seen * hidden / count);
        bar.setValue(Math.min(bar.getValue(), hidden));
        int first = (int) Math.rint(bar.getValue());
        double each = height(height);
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).resizeRelocate(0, (i - first) * each, width, each);
            lanes.get(i).setVisible(i >= first && i < first + seen);
        }
        bar.resizeRelocate(width - BAR, 0, BAR, height);
    }
}
