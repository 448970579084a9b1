package skipstitch.ui.viewer;

import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import skipstitch.explain.Closeup;
import skipstitch.network.Shape;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.Spots;

/**
 * All channels' maps, to scroll through and to zoom into. Only what is seen is painted, once a frame at most, into one
 * image.
 */
final class SheetView extends Region {
    private static final double BAR = 14;
    private static final double LEAST_MAP = 24;
    private static final double FIRST_LEAST = 56;
    private static final double FIRST_MOST = 280;
    /** Units of a value's side, at most. */
    private static final double MOST_CELL = 112;
    private static final double ZOOM_STEP = 1.3;
    private static final double WHEEL = 2;
    private static final double PAGE = 0.9;

    private final Gaze gaze;
    private final ImageView picture = new ImageView();
    private final SheetImage image = new SheetImage(picture);
    private final SheetPainter painter;
    private final Path halo = new Path();
    private final Path mark = new Path();
    private final Rectangle chosen = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private final Pane marks = new Pane(chosen, halo, mark);
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    /** Never seen: tells the colour that captions have in this theme. */
    private final Label caption = new Label();
    private SheetSight sight = new SheetSight(
            new SheetLayout(List.of(), 1, 1, 1, new SheetLayout.Trim(0, 0, 0, 0)), 0, 0, 1, 1);
    private List<Integer> channels = List.of();
    private double device = 1;
    private double side = FIRST_MOST;
    private boolean fitted = true;
    private boolean dirty = true;

    SheetView(Gaze gaze, GlyphSizes glyphs) {
        this.gaze = gaze;
        this.painter = new SheetPainter(glyphs);
        setId("sheet");
        getStyleClass().add("sheet");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // Its own root of layout: a frame of scrolling must not lay out the window.
        setManaged(false);
        down.setOrientation(Orientation.VERTICAL);
        down.setId("sheet-down");
        across.setId("sheet-across");
        caption.getStyleClass().add("sheet-caption");
        caption.setVisible(false);
        chosen.getStyleClass().add("sheet-chosen");
        halo.getStyleClass().add("spot-halo");
        mark.getStyleClass().add("spot");
        marks.setMouseTransparent(true);
        marks.setClip(clip);
        List.of(chosen, halo, mark).forEach(each -> each.setManaged(false));
        getChildren().addAll(picture, marks, down, across, caption);
        down.valueProperty().subscribe(now -> look(sight.at(sight.x(), (int) Math.round(now.doubleValue()))));
        across.valueProperty().subscribe(now -> look(sight.at((int) Math.round(now.doubleValue()), sight.y())));
        gaze.closeup().subscribe((before, now) -> {
            fitted |= before.isEmpty() || now.filter(each -> each.isOfSameAs(before.get())).isEmpty();
            repaint();
        });
        gaze.groups().subscribe(_ -> repaint());
        gaze.order().subscribe(_ -> look(sight.at(0, 0)));
        gaze.filter().subscribe(_ -> look(sight.at(0, 0)));
        gaze.selected().subscribe(_ -> reveal());
        gaze.pointed().subscribe(_ -> requestLayout());
        caption.textFillProperty().subscribe(_ -> repaint());
        Pixels.onScaleChange(this, this::repaint);
        picture.setOnMouseMoved(event -> gaze.hover(cellAt(event.getX(), event.getY())));
        picture.setOnMouseExited(_ -> gaze.hover(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    private void repaint() {
        dirty = true;
        requestLayout();
    }

    private void look(SheetSight there) {
        if (!there.equals(sight)) {
            sight = there;
            repaint();
        }
    }

    private void press(MouseEvent event) {
        if (event.getTarget() == picture || event.getTarget() == this) {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                cellAt(event.getX(), event.getY()).ifPresentOrElse(gaze::keep,
                        () -> positionAt(event.getX(), event.getY()).map(channels::get).ifPresent(gaze::select));
            }
        }
    }

    private void wheel(ScrollEvent event) {
        if (!event.isShortcutDown()) {
            scrollBy(-event.getDeltaX() * WHEEL, -event.getDeltaY() * WHEEL);
        } else if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? 1 : -1, event.getX(), event.getY());
        }
        gaze.hover(cellAt(event.getX(), event.getY()));
        event.consume();
    }

    private Optional<Integer> positionAt(double x, double y) {
        return sight.positionAt((int) Math.floor(x * device), (int) Math.floor(y * device));
    }

    /** The value whose colour the pixel at a point has. */
    private Optional<Cell> cellAt(double x, double y) {
        return shape().flatMap(shape -> sight.cellAt((int) Math.floor(x * device), (int) Math.floor(y * device), shape))
                .map(cell -> cell.in(channels.get(cell.channel())));
    }

    private Optional<Shape> shape() {
        return gaze.closeup().get().map(now -> now.tensor().shape());
    }

    private void scrollBy(double x, double y) {
        look(sight.at(sight.x() + (int) Math.round(x * device), sight.y() + (int) Math.round(y * device)));
    }

    /** Scrolls down by nearly as much as is seen, or with −1 up. */
    void page(int step) {
        scrollBy(0, step * PAGE * sight.height() / device);
    }

    /** Brings the selected channel into view. */
    private void reveal() {
        arrange();
        position().ifPresent(position -> look(sight.showing(position)));
        requestLayout();
    }

    private Optional<Integer> position() {
        return Optional.of(channels.indexOf(gaze.selected().get())).filter(position -> position >= 0);
    }

    /** Selects another channel: so many on, or so many rows down. */
    void step(int columns, int rows) {
        position().ifPresent(position -> gaze.select(channels.get(rows == 0
                ? Math.clamp(position + columns, 0, channels.size() - 1) : sight.layout().vertically(position, rows))));
    }

    void selectFirst() {
        channels.stream().findFirst().ifPresent(gaze::select);
        reveal();
    }

    void selectLast() {
        channels.reversed().stream().findFirst().ifPresent(gaze::select);
        reveal();
    }

    /** One step closer or further, around the place that is pointed at, or the selected channel. */
    void zoom(int direction) {
        Bounds at = gaze.pointed().get().filter(cell -> channels.contains(cell.channel())).map(this::cell)
                .or(() -> position().map(this::map)).orElseGet(this::getLayoutBounds);
        zoom(direction, at.getCenterX(), at.getCenterY());
    }

    /** Keeps a point where it is, or brings it to the middle if it was out of view. */
    private void zoom(int direction, double x, double y) {
        if (channels.isEmpty()) {
            return;
        }
        int position = positionAt(x, y).or(this::position).orElse(0);
        double right = Math.clamp((x * device - sight.left(position)) / sight.layout().mapWidth(), 0, 1);
        double below = Math.clamp((y * device - sight.top(position)) / sight.layout().mapHeight(), 0, 1);
        boolean seen = getLayoutBounds().contains(x, y);
        double most = shape().map(shape -> Math.max(shape.width(), shape.height()) * MOST_CELL).orElse(FIRST_MOST);
        fitted = false;
        side = Math.clamp(side * Math.pow(ZOOM_STEP, direction), LEAST_MAP, Math.max(FIRST_MOST, most));
        arrange();
        look(sight.with(position, right, below, seen ? x * device : sight.width() / 2.0,
                seen ? y * device : sight.height() / 2.0));
    }

    /** Maps of the size that shows most of them well. */
    void fit() {
        fitted = true;
        arrange();
        repaint();
        reveal();
    }

    /** Where everything stands, by what is shown and the room there is. */
    private void arrange() {
        if (shape().isEmpty() || getWidth() <= 0) {
            return;
        }
        Shape shape = shape().get();
        device = Pixels.outputScale(this);
        channels = gaze.channels();
        int width = pixels(getWidth() - BAR);
        SheetLayout.Trim trim = painter.trim(device);
        List<Integer> groups = gaze.groups().get().stream().map(List::size).toList();
        if (fitted) {
            side = SheetLayout.fitting(groups, shape, width, pixels(getHeight()), trim, FIRST_LEAST * device,
                    FIRST_MOST * device) / device;
        }
        SheetLayout layout = SheetLayout.of(groups, shape, side * device, width, trim);
        look(sight.of(layout, width, pixels(getHeight() - (layout.width() > width ? BAR : 0))));
    }

    private int pixels(double units) {
        return Math.max(1, (int) Math.floor(units * device));
    }

    @Override
    protected void layoutChildren() {
        arrange();
        down.resizeRelocate(getWidth() - BAR, 0, BAR, sight.height() / device);
        across.resizeRelocate(0, getHeight() - BAR, getWidth() - BAR, BAR);
        set(down, sight.y(), sight.layout().height(), sight.height());
        set(across, sight.x(), sight.layout().width(), sight.width());
        if (dirty || !image.fits(sight)) {
            dirty = false;
            Color ink = caption.getTextFill() instanceof Color colour ? colour : Color.GRAY;
            gaze.closeup().get().ifPresent(now ->
                    image.paint(painter, now, sight, channels, gaze.order().get(), ink, device));
        }
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        clip.setWidth(sight.width() / device);
        clip.setHeight(sight.height() / device);
        gaze.closeup().get().ifPresent(this::mark);
    }

    private static void set(ScrollBar bar, int at, int whole, int room) {
        int most = Math.max(1, whole - room);
        bar.setVisible(whole > room);
        bar.setMax(most);
        bar.setVisibleAmount((double) room / Math.max(room, whole) * most);
        bar.setUnitIncrement(room / 8.0);
        bar.setBlockIncrement(PAGE * room);
        bar.setValue(at);
    }

    /** The selected channel and the place that is pointed at. */
    private void mark(Closeup now) {
        halo.getElements().clear();
        mark.getElements().clear();
        chosen.setVisible(position().isPresent());
        position().map(this::map).ifPresent(map -> {
            double around = sight.layout().trim().frame() / device + 2;
            chosen.setX(map.getMinX() - around);
            chosen.setY(map.getMinY() - around);
            chosen.setWidth(map.getWidth() + 2 * around);
            chosen.setHeight(map.getHeight() + 2 * around);
        });
        setAccessibleText(SheetWords.describe(now, gaze.selected().get()));
        gaze.pointed().get().filter(cell -> channels.contains(cell.channel())).map(this::cell).ifPresent(cell -> {
            Spots.ring(halo, cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight(), 5);
            Spots.ring(mark, cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight(), 5);
        });
    }

    /** Where a map stands in this view, in units. */
    private Bounds map(int position) {
        return new BoundingBox(sight.left(position) / device, sight.top(position) / device,
                sight.layout().mapWidth() / device, sight.layout().mapHeight() / device);
    }

    private Bounds cell(Cell cell) {
        Bounds map = map(channels.indexOf(cell.channel()));
        Shape shape = shape().orElseThrow();
        double width = map.getWidth() / shape.width();
        double height = map.getHeight() / shape.height();
        return new BoundingBox(map.getMinX() + cell.column() * width, map.getMinY() + cell.row() * height,
                width, height);
    }
}
