package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import skipstitch.explain.Branch;
import skipstitch.network.Shape;
import skipstitch.network.layout.Slices;

/**
 * A tensor as a stack of slices: as many as it has channels (in log steps past 32), as tall as its maps. Each
 * slice has its channel's colour; after an add each is itself half one colour, half the other.
 */
final class Stack extends Group {
    /** Of a slice, compared with the way to the next. */
    private static final double THICKNESS = 0.7;
    private static final double TALLEST = 34;

    private final double thickness;

    /** The branch of each slice that stands for a tensor. */
    static List<Branch> slices(Shape shape, List<Branch> branches) {
        int slices = Slices.count(shape.channels());
        List<Branch> shown = new ArrayList<>(slices);
        for (int slice = 0; slice < slices; slice++) {
            int channel = (int) ((long) slice * shape.channels() / slices);
            shown.add(channel < branches.size() ? branches.get(channel) : Branch.NONE);
        }
        return shown;
    }

    /**
     * World units of a tensor's maps.
     *
     * @param tallest height of the tallest map in the lane, which fills the room there is
     */
    static double height(Shape shape, int tallest) {
        return Math.max(8, TALLEST * Math.sqrt((double) shape.height() / tallest));
    }

    /**
     * Standing with its bottom at y = 0 and its left edge at x = 0.
     *
     * @param step world units from slice to slice
     */
    Stack(List<Branch> slices, double step, double height) {
        thickness = THICKNESS * step;
        setMouseTransparent(true);
        Path skip = path("skip-fill");
        Path main = path("main-fill");
        Path none = path("none-fill");
        for (int slice = 0; slice < slices.size(); slice++) {
            double x = slice * step;
            switch (slices.get(slice)) {
                case SKIP -> slice(skip, x, height, 0, 1);
                case MAIN -> slice(main, x, height, 0, 1);
                case NONE -> slice(none, x, height, 0, 1);
                case BOTH -> {
                    slice(skip, x, height, 0, 0.5);
                    slice(main, x, height, 0.5, 1);
                }
            }
        }
        getChildren().addAll(none, main, skip);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().addAll("slice", style);
        path.setStrokeWidth(0);
        return path;
    }

    /** A slanted sliver, from one share of the height to another, counted from the top. */
    private void slice(Path path, double x, double height, double from, double to) {
        double top = -height * (1 - from);
        double bottom = -height * (1 - to);
        double leanTop = Slices.SLANT * (1 - from);
        double leanBottom = Slices.SLANT * (1 - to);
        path.getElements().addAll(new MoveTo(x + leanTop, top), new LineTo(x + leanTop + thickness, top),
                new LineTo(x + leanBottom + thickness, bottom), new LineTo(x + leanBottom, bottom), new ClosePath());
    }
}
