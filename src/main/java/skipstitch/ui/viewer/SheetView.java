package skipstitch.ui.viewer;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import skipstitch.explain.Closeup;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
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
    /** A value does not get larger than this. */
    private static final double MOST_CELL = 112;
    private static final double WHEEL = 2;

    private final Gaze gaze;
    private final ImageView image = new ImageView();
    private final Path halo = new Path();
    private final Path mark = new Path();
    private final Rectangle chosen = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private final Pane marks = new Pane(chosen, halo, mark);
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    /** Never seen: tells the colour that captions have in this theme. */
    private final Label caption = new Label();
    private final SheetPainter painter = new SheetPainter();
    private Optional<PixelBuffer<IntBuffer>> pixels = Optional.empty();
    private Optional<ColourScale> scale = Optional.empty();
    private Optional<ColourScale.Lookup> colours = Optional.empty();
    private SheetLayout layout = new SheetLayout(List.of(), 1, 1, 1, new SheetLayout.Trim(0, 0, 0, 0));
    private List<Integer> channels = List.of();
    private double device = 1;
    private double side = FIRST_MOST;
    private boolean fitted = true;
    private int scrollX;
    private int scrollY;
    private boolean dirty = true;

    SheetView(Gaze gaze) {
        this.gaze = gaze;
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
        getChildren().addAll(image, marks, down, across, caption);
        down.valueProperty().subscribe(now -> scrollTo(scrollX, (int) Math.round(now.doubleValue())));
        across.valueProperty().subscribe(now -> scrollTo((int) Math.round(now.doubleValue()), scrollY));
        gaze.closeup().subscribe((before, now) -> {
            boolean same = before.isPresent() && now.filter(each -> each.isOfSameAs(before.get())).isPresent();
            fitted |= !same;
            repaint();
        });
        gaze.groups().subscribe(_ -> repaint());
        gaze.order().subscribe(_ -> scrollTo(0, 0));
        gaze.filter().subscribe(_ -> scrollTo(0, 0));
        gaze.selected().subscribe(_ -> reveal());
        gaze.pointed().subscribe(_ -> requestLayout());
        caption.textFillProperty().subscribe(_ -> repaint());
        Pixels.onScaleChange(this, this::repaint);
        image.setOnMouseMoved(event -> gaze.hover(at(event)));
        image.setOnMouseExited(_ -> gaze.hover(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    private void repaint() {
        dirty = true;
        requestLayout();
    }

    private void press(MouseEvent event) {
        if (event.getTarget() == image || event.getTarget() == this) {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                at(event).ifPresentOrElse(gaze::keep, () -> positionAt(event.getX(), event.getY())
                        .ifPresent(position -> gaze.select(channels.get(position))));
            }
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            if (event.getDeltaY() != 0) {
                zoom(event.getDeltaY() > 0 ? 1 : -1, event.getX(), event.getY());
            }
        } else {
            scrollBy(-event.getDeltaX() * WHEEL, -event.getDeltaY() * WHEEL);
        }
        event.consume();
    }

    private Optional<Integer> positionAt(double x, double y) {
        return layout.at((int) Math.floor(x * device) + scrollX, (int) Math.floor(y * device) + scrollY);
    }

    /** The value whose colour the pixel below the pointer has. */
    private Optional<Cell> at(MouseEvent event) {
        return gaze.closeup().get().flatMap(now -> positionAt(event.getX(), event.getY()).flatMap(position -> {
            int x = (int) Math.floor(event.getX() * device) + scrollX - layout.x(position);
            int y = (int) Math.floor(event.getY() * device) + scrollY - layout.y(position);
            return x >= 0 && x < layout.mapWidth() && y >= 0 && y < layout.mapHeight()
                    ? Optional.of(new Cell(channels.get(position),
                            Mosaic.nearest(y, layout.mapHeight(), now.tensor().shape().height()),
                            Mosaic.nearest(x, layout.mapWidth(), now.tensor().shape().width())))
                    : Optional.empty();
        }));
    }

    /** Scrolls by so many units. */
    void scrollBy(double x, double y) {
        scrollTo(scrollX + (int) Math.round(x * device), scrollY + (int) Math.round(y * device));
    }

    /** Scrolls by nearly as much as is seen. */
    void page(int step) {
        scrollBy(0, step * 0.9 * roomHigh() / device);
    }

    private void scrollTo(int x, int y) {
        int toX = Math.clamp(x, 0, Math.max(0, layout.width() - roomWide()));
        int toY = Math.clamp(y, 0, Math.max(0, layout.height() - roomHigh()));
        if (toX != scrollX || toY != scrollY) {
            scrollX = toX;
            scrollY = toY;
            repaint();
        }
    }

    private int roomWide() {
        return Math.max(1, (int) Math.floor((getWidth() - BAR) * device));
    }

    private int roomHigh() {
        return Math.max(1, (int) Math.floor((getHeight() - (across.isVisible() ? BAR : 0)) * device));
    }

    /** Brings the selected channel into view. */
    private void reveal() {
        arrange();
        position().ifPresent(position -> {
            int left = layout.x(position) - layout.trim().frame() - layout.trim().gap();
            int top = layout.y(position) - layout.trim().frame() - layout.trim().gap();
            int right = layout.x(position) + layout.mapWidth() + layout.trim().frame() + layout.trim().gap();
            int bottom = layout.y(position) + layout.mapHeight() + layout.trim().frame() + layout.trim().caption()
                    + layout.trim().gap();
            scrollTo(revealed(scrollX, roomWide(), left, right), revealed(scrollY, roomHigh(), top, bottom));
        });
        requestLayout();
    }

    private static int revealed(int scroll, int room, int from, int to) {
        return to - from > room ? Math.clamp(scroll, from, to - room) : Math.clamp(scroll, to - room, from);
    }

    private Optional<Integer> position() {
        return Optional.of(channels.indexOf(gaze.selected().get())).filter(position -> position >= 0);
    }

    /** Selects another channel: so many on, or so many rows down. */
    void step(int columns, int rows) {
        position().ifPresent(position -> gaze.select(channels.get(rows == 0
                ? Math.clamp(position + columns, 0, channels.size() - 1) : layout.vertically(position, rows))));
    }

    void selectFirst() {
        channels.stream().findFirst().ifPresent(gaze::select);
        reveal();
    }

    void selectLast() {
        if (!channels.isEmpty()) {
            gaze.select(channels.getLast());
        }
        reveal();
    }

    /** One step closer or further, around the place that is pointed at, or the selected channel. */
    void zoom(int direction) {
        Optional<Rectangle> at = gaze.pointed().get().filter(cell -> channels.contains(cell.channel()))
                .map(this::cell).or(() -> position().map(this::map));
        double x = at.map(map -> map.getX() + map.getWidth() / 2).orElse(getWidth() / 2);
        double y = at.map(map -> map.getY() + map.getHeight() / 2).orElse(getHeight() / 2);
        zoom(direction, x, y);
    }

    /** Keeps a point where it is, or brings it to the middle if it was out of view. */
    private void zoom(int direction, double x, double y) {
        if (channels.isEmpty()) {
            return;
        }
        int position = positionAt(x, y).or(this::position).orElse(0);
        double acrossMap = Math.clamp((x * device + scrollX - layout.x(position)) / layout.mapWidth(), 0, 1);
        double downMap = Math.clamp((y * device + scrollY - layout.y(position)) / layout.mapHeight(), 0, 1);
        boolean seen = x >= 0 && y >= 0 && x < getWidth() && y < getHeight();
        fitted = false;
        int longer = gaze.closeup().get().map(now -> Math.max(now.tensor().shape().width(), now.tensor().shape().height())).orElse(1);
        side = Math.clamp(side * Math.pow(1.3, direction), LEAST_MAP, Math.max(FIRST_MOST, longer * MOST_CELL));
        arrange();
        scrollTo((int) Math.round(layout.x(position) + acrossMap * layout.mapWidth() - (seen ? x * device : roomWide() / 2.0)),
                (int) Math.round(layout.y(position) + downMap * layout.mapHeight() - (seen ? y * device : roomHigh() / 2.0)));
        repaint();
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
        Optional<Closeup> now = gaze.closeup().get();
        if (now.isEmpty() || getWidth() <= 0) {
            return;
        }
        device = Pixels.outputScale(this);
        channels = gaze.channels();
        List<Integer> groups = gaze.groups().get().stream().map(List::size).toList();
        SheetLayout.Trim trim = painter.trim(device);
        if (fitted) {
            side = SheetLayout.fitting(groups, now.get().tensor().shape(), roomWide(), (int) (getHeight() * device), trim,
                    FIRST_LEAST * device, FIRST_MOST * device) / device;
        }
        layout = SheetLayout.of(groups, now.get().tensor().shape(), side * device, roomWide(), trim);
        across.setVisible(layout.width() > roomWide());
    }

    @Override
    protected void layoutChildren() {
        SheetLayout before = layout;
        arrange();
        boolean rearranged = !before.equals(layout);
        scrollX = Math.clamp(scrollX, 0, Math.max(0, layout.width() - roomWide()));
        scrollY = Math.clamp(scrollY, 0, Math.max(0, layout.height() - roomHigh()));
        down.resizeRelocate(getWidth() - BAR, 0, BAR, roomHigh() / device);
        across.resizeRelocate(0, getHeight() - BAR, getWidth() - BAR, BAR);
        bar(down, scrollY, layout.height(), roomHigh());
        bar(across, scrollX, layout.width(), roomWide());
        if (dirty || rearranged || pixels.filter(buffer -> buffer.getWidth() == roomWide() && buffer.getHeight() == roomHigh()).isEmpty()) {
            dirty = false;
            gaze.closeup().get().ifPresent(this::paint);
        }
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        clip.setWidth(roomWide() / device);
        clip.setHeight(roomHigh() / device);
        mark();
    }

    private void bar(ScrollBar bar, int at, int whole, int room) {
        int most = Math.max(1, whole - room);
        bar.setMin(0);
        bar.setMax(most);
        bar.setVisible(whole > room);
        bar.setVisibleAmount((double) room / Math.max(room, whole) * most);
        bar.setUnitIncrement(room / 8.0);
        bar.setBlockIncrement(0.9 * room);
        bar.setValue(at);
    }

    private void paint(Closeup now) {
        if (scale.filter(now.scale()::equals).isEmpty()) {
            scale = Optional.of(now.scale());
            colours = Optional.of(now.scale().lookup());
        }
        int width = roomWide();
        int height = roomHigh();
        if (pixels.filter(buffer -> buffer.getWidth() == width && buffer.getHeight() == height).isEmpty()) {
            pixels = Optional.of(new PixelBuffer<>(width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance()));
            Pixels.show(image, new WritableImage(pixels.get()), device);
        }
        Raster raster = new Raster(pixels.get().getBuffer().array(), width, height);
        Arrays.fill(raster.argb(), 0);
        Color ink = caption.getTextFill() instanceof Color colour ? colour : Color.GRAY;
        painter.paint(raster, now, colours.orElseThrow(), layout, channels, gaze.order().get(), scrollX, scrollY, ink, device);
        pixels.get().updateBuffer(_ -> null);
    }

    /** The selected channel and the place that is pointed at. */
    private void mark() {
        halo.getElements().clear();
        mark.getElements().clear();
        chosen.setVisible(false);
        gaze.closeup().get().ifPresent(now -> {
            position().map(this::map).ifPresent(map -> {
                double around = layout.trim().frame() / device + 2;
                chosen.setX(map.getX() - around);
                chosen.setY(map.getY() - around);
                chosen.setWidth(map.getWidth() + 2 * around);
                chosen.setHeight(map.getHeight() + 2 * around);
                chosen.setVisible(true);
                setAccessibleText(SheetWords.describe(now, gaze.selected().get()));
            });
            gaze.pointed().get().filter(cell -> channels.contains(cell.channel())).map(this::cell).ifPresent(cell -> {
                Spots.ring(halo, cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight(), 5);
                Spots.ring(mark, cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight(), 5);
            });
        });
    }

    /** Where a map stands in this view, in units. */
    private Rectangle map(int position) {
        return new Rectangle((layout.x(position) - scrollX) / device, (layout.y(position) - scrollY) / device,
                layout.mapWidth() / device, layout.mapHeight() / device);
    }

    private Rectangle cell(Cell cell) {
        Rectangle map = map(channels.indexOf(cell.channel()));
        return gaze.closeup().get().map(now -> {
            double width = map.getWidth() / now.tensor().shape().width();
            double height = map.getHeight() / now.tensor().shape().height();
            return new Rectangle(map.getX() + cell.column() * width, map.getY() + cell.row() * height, width, height);
        }).orElse(map);
    }
}
