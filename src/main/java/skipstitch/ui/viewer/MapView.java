package skipstitch.ui.viewer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import skipstitch.explain.Branch;
import skipstitch.network.Shape;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.Spots;

/** One channel large, with a line above and a line below; its numbers are in it where there is room. */
final class MapView extends Region {
    static final double HEADING = 26;
    static final double CAPTION = 26;
    private static final double FRAME = 3;

    private final GlyphSizes glyphs;
    private final Label heading = new Label();
    private final Label caption = new Label();
    private final ImageView image = new ImageView();
    private final Path halo = new Path();
    private final Path mark = new Path();
    private Optional<Shown> shown = Optional.empty();
    private Optional<Painted> painted = Optional.empty();
    private Optional<Cell> pointed = Optional.empty();
    private double side;

    /**
     * What there is to see.
     *
     * @param channel of the tensor
     * @param branch  whose colour the frame has
     */
    record Shown(Tensor tensor, int channel, ColourScale scale, Branch branch) {}

    /** In device pixels. */
    private record Painted(Shown of, double device, int width, int height) {}

    /**
     * @param hover told the row and the column of the value below the pointer, as a cell of channel 0
     * @param keep  the same where it is clicked
     */
    MapView(String id, GlyphSizes glyphs, Consumer<Optional<Cell>> hover, Consumer<Cell> keep) {
        this.glyphs = glyphs;
        setId(id);
        heading.getStyleClass().add("map-heading");
        caption.getStyleClass().add("map-caption");
        halo.getStyleClass().add("spot-halo");
        mark.getStyleClass().add("spot");
        for (Path each : List.of(halo, mark)) {
            each.setMouseTransparent(true);
            each.setManaged(false);
        }
        getChildren().addAll(heading, image, caption, halo, mark);
        image.setOnMouseMoved(event -> hover.accept(at(event)));
        image.setOnMouseExited(_ -> hover.accept(Optional.empty()));
        image.setOnMouseClicked(event -> at(event).ifPresent(keep));
    }

    void show(Shown what, String above, String below) {
        shown = Optional.of(what);
        heading.setText(above);
        caption.setText(below);
        setAccessibleText(above + ": " + below);
        requestLayout();
    }

    /** @param units the longer side of the map may have */
    void setSide(double units) {
        side = units;
        requestLayout();
    }

    void mark(Optional<Cell> cell) {
        pointed = cell;
        requestLayout();
    }

    /** A sheet of one map has its size. */
    private SheetLayout size(Shape shape, double device) {
        return SheetLayout.of(List.of(1), shape, side * device, Integer.MAX_VALUE / 2,
                new SheetLayout.Trim(0, 0, 0, 0));
    }

    @Override
    protected void layoutChildren() {
        heading.resizeRelocate(0, 0, getWidth(), HEADING);
        shown.ifPresent(what -> {
            double device = Pixels.outputScale(this);
            SheetLayout size = size(what.tensor().shape(), device);
            Painted wanted = new Painted(what, device, size.mapWidth(), size.mapHeight());
            if (painted.filter(wanted::equals).isEmpty()) {
                painted = Optional.of(wanted);
                paint(wanted);
            }
            Point2D corner = Pixels.snapped(this, 0, HEADING);
            image.relocate(corner.getX(), corner.getY());
            double below = corner.getY() + image.getFitHeight();
            caption.resizeRelocate(0, below, getWidth(), CAPTION);
            mark(corner, what.tensor().shape(), device);
        });
    }

    private void paint(Painted wanted) {
        Shown what = wanted.of();
        int frame = frame(wanted.device());
        Raster raster = new Raster(new int[(wanted.width() + 2 * frame) * (wanted.height() + 2 * frame)],
                wanted.width() + 2 * frame, wanted.height() + 2 * frame);
        Shape shape = what.tensor().shape();
        MapPainter painter = new MapPainter(raster, what.scale().lookup(),
                glyphs.numbers(size(shape, wanted.device()), shape, wanted.device()));
        painter.frame(what.branch(), frame, frame, wanted.width(), wanted.height(), frame,
                (int) Math.max(1, Math.round(wanted.device())));
        painter.map(what.tensor(), what.channel(), frame, frame, wanted.width(), wanted.height());
        Pixels.show(image, Pixels.image(raster.argb(), raster.width(), raster.height()), wanted.device());
    }

    private static int frame(double device) {
        return (int) Math.floor(FRAME * device);
    }

    private void mark(Point2D corner, Shape shape, double device) {
        halo.getElements().clear();
        mark.getElements().clear();
        if (pointed.isPresent() && pointed.get().row() < shape.height() && pointed.get().column() < shape.width()) {
            double frame = frame(device) / device;
            double width = painted.orElseThrow().width() / device / shape.width();
            double height = painted.orElseThrow().height() / device / shape.height();
            double x = corner.getX() + frame + pointed.get().column() * width;
            double y = corner.getY() + frame + pointed.get().row() * height;
            Spots.ring(halo, x, y, width, height, 5);
            Spots.ring(mark, x, y, width, height, 5);
        }
    }

    private Optional<Cell> at(MouseEvent event) {
        return painted.flatMap(now -> {
            int x = (int) Math.floor(event.getX() * now.device()) - frame(now.device());
            int y = (int) Math.floor(event.getY() * now.device()) - frame(now.device());
            Shape shape = now.of().tensor().shape();
            return x >= 0 && y >= 0 && x < now.width() && y < now.height()
                    ? Optional.of(new Cell(0, Mosaic.nearest(y, now.height(), shape.height()),
                            Mosaic.nearest(x, now.width(), shape.width())))
                    : Optional.empty();
        });
    }
}
