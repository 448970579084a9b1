package skipstitch.ui.stepper;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import skipstitch.explain.Branch;
import skipstitch.explain.steps.Part;
import skipstitch.explain.steps.Span;
import skipstitch.network.Shape;
import skipstitch.session.Spot;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.ui.drawing.MapTouch;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.Spots;

/** One large map in its branch's frame, with what is looked at marked. A hand may click or paint on it. */
final class MapView extends Region {
    static final double FRAME = 4;
    private static final double LEAST_MARK = 9;
    private static final double THINNEST = 0.25;

    private final Part part;
    private final ColourScale.Lookup colours;
    private final Region frame = new Region();
    private final Region lower = new Region();
    private final ImageView map = new ImageView();
    private final Path halo = new Path();
    private final Path mark = new Path();
    private double paintedWidth;
    private double paintedAt;

    /**
     * @param touch told what a hand does to the map
     * @param point told what is below the pointer
     */
    MapView(Part part, ColourScale scale, MapTouch touch, Consumer<Optional<Spot>> point) {
        this.part = part;
        this.colours = (part.source() ? ColourScale.ofPicture(part.map().extent()) : scale).lookup();
        getStyleClass().add("step-map");
        setId("map:" + part.node() + "[" + part.channel() + "]");
        setAccessibleText(part.name() + ", channel " + part.channel());
        frame.getStyleClass().addAll("step-frame", frame(part.branch()));
        lower.getStyleClass().addAll("step-frame", "main");
        lower.setVisible(part.branch() == Branch.BOTH);
        halo.getStyleClass().add("spot-halo");
        mark.getStyleClass().add("spot");
        halo.setMouseTransparent(true);
        mark.setMouseTransparent(true);
        getChildren().addAll(frame, lower, map, halo, mark);
        MapTouch.on(map, this::cell, touch);
        map.setOnMouseMoved(event -> point.accept(cell(new Point2D(event.getX(), event.getY()))
                .map(at -> new Spot.OnStep(part, at.y(), at.x()))));
        map.setOnMouseExited(_ -> point.accept(Optional.empty()));
    }

    private static String frame(Branch branch) {
        return switch (branch) {
            case SKIP, BOTH -> "skip";
            case MAIN -> "main";
            case NONE -> "none";
        };
    }

    Part part() {
        return part;
    }

    /** What is painted, to be moved about. */
    ImageView copy() {
        ImageView copy = new ImageView(map.getImage());
        copy.setFitWidth(map.getFitWidth());
        copy.setFitHeight(map.getFitHeight());
        return copy;
    }

    /** Height for a width, frames included. */
    double heightFor(double width) {
        Shape shape = part.map().shape();
        double aspect = Math.clamp((double) shape.height() / shape.width(), THINNEST, 1 / THINNEST);
        return (width - 2 * FRAME) * aspect + 2 * FRAME;
    }

    private Optional<MapTouch.Spot> cell(Point2D at) {
        Shape shape = part.map().shape();
        int x = (int) Math.floor(at.getX() / map.getFitWidth() * shape.width());
        int y = (int) Math.floor(at.getY() / map.getFitHeight() * shape.height());
        boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
        return inside ? Optional.of(new MapTouch.Spot(part.channel(), y, x)) : Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        frame.resizeRelocate(0, 0, width, height);
        lower.resizeRelocate(0, Math.floor(height / 2), width, Math.ceil(height / 2));
        double device = Pixels.outputScale(this);
        Point2D corner = Pixels.snapped(this, FRAME, FRAME);
        map.relocate(corner.getX(), corner.getY());
        if (paintedWidth != width || paintedAt != device) {
            paint(Math.max(1, (int) Math.round((width - 2 * FRAME) * device)),
                    Math.max(1, (int) Math.round((height - 2 * FRAME) * device)), device);
            paintedWidth = width;
            paintedAt = device;
        }
        mark.getElements().clear();
        halo.getElements().clear();
        part.mark().ifPresent(this::ring);
    }

    private void paint(int width, int height, double device) {
        int[] argb = new int[width * height];
        new Mosaic(1, width, height, 0).paint(part.map(), 0, 1, colours, argb, width, 0);
        Pixels.show(map, Pixels.image(argb, width, height), device);
    }

    private void ring(Span span) {
        double cellWidth = map.getFitWidth() / part.map().shape().width();
        double cellHeight = map.getFitHeight() / part.map().shape().height();
        for (Path path : new Path[] {halo, mark}) {
            Spots.ring(path, map.getLayoutX() + span.left() * cellWidth, map.getLayoutY() + span.top() * cellHeight,
                    span.width() * cellWidth, span.height() * cellHeight, LEAST_MARK);
        }
    }
}
