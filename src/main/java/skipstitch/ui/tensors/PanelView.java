package skipstitch.ui.tensors;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.SVGPath;
import skipstitch.explain.Inspection.Block;
import skipstitch.explain.Inspection.Panel;
import skipstitch.explain.Inspection.Role;
import skipstitch.session.Spot;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.ui.drawing.MapTouch;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.Spots;
import skipstitch.ui.drawing.Words;

/** One tensor: its name, its shape, all its channels. */
final class PanelView extends Pane {
    static final double HEADING = 30;
    private static final String CORNERS =
            "M 1 5 L 1 1 L 5 1 M 8 1 L 12 1 L 12 5 M 12 8 L 12 12 L 8 12 M 5 12 L 1 12 L 1 8";

    private final Panel panel;
    private final ColourScale scale;
    private final HBox heading;
    private final Label page = new Label();
    private final ImageView maps = new ImageView();
    private final Path halo = new Path();
    private final Path mark = new Path();
    private TileGrid grid = new TileGrid(8, 0, 0);
    private double paintedAt;

    /**
     * @param point told what is below the pointer
     * @param touch told what a hand does to the maps
     * @param open  shows the tensor large
     */
    PanelView(Panel panel, ColourScale scale, boolean ownScale, Consumer<Optional<Spot>> point, MapTouch touch, Runnable open) {
        this.panel = panel;
        this.scale = scale;
        getStyleClass().add("panel");
        setId("panel:" + panel.title());
        setAccessibleText(panel.title() + ", " + panel.shape());
        maps.setLayoutY(HEADING);
        halo.getStyleClass().add("spot-halo");
        mark.getStyleClass().add("spot");
        for (Path each : new Path[] {halo, mark}) {
            each.setMouseTransparent(true);
            each.setManaged(false);
            each.setLayoutY(HEADING);
        }
        heading = heading(ownScale);
        page.getStyleClass().add("panel-lane");
        page.setVisible(false);
        page.setManaged(false);
        heading.getChildren().addAll(page, openButton(open));
        getChildren().addAll(heading, maps, halo, mark);
        maps.setOnMouseMoved(event -> point.accept(at(event.getX(), event.getY())));
        maps.setOnMouseExited(_ -> point.accept(Optional.empty()));
        MapTouch.on(maps, local -> at(local.getX(), local.getY()).map(PanelView::touched), touch);
        heading.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open.run();
            }
        });
    }

    private static MapTouch.Spot touched(Spot spot) {
        int channel = spot instanceof Spot.InPanel panel ? panel.channel() : 0;
        return new MapTouch.Spot(channel, spot.y(), spot.x());
    }

    private HBox heading(boolean ownScale) {
        HBox line = new HBox();
        line.getStyleClass().add("panel-heading");
        if (panel.role() == Role.SKIP || panel.role() == Role.MAIN) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", panel.role() == Role.SKIP ? "skip-swatch" : "main-swatch");
            line.getChildren().add(swatch);
        }
        Label title = new Label(panel.title());
        title.getStyleClass().add("panel-title");
        Label shape = new Label(panel.shape().toString());
        shape.getStyleClass().add("panel-shape");
        line.getChildren().addAll(title, shape);
        // A merge's result says by its title which lane's it is.
        if (panel.role() != Role.RESULT || !panel.beside().words().isEmpty()) {
            panel.where().ifPresent(words -> {
                Label where = new Label(words);
                where.getStyleClass().add("panel-lane");
                line.getChildren().add(where);
            });
        }
        if (ownScale) {
            Label range = new Label(Words.value(scale.low()) + " … " + Words.value(scale.high()));
            range.getStyleClass().add("panel-lane");
            line.getChildren().add(range);
        }
        return line;
    }

    private Button openButton(Runnable open) {
        SVGPath icon = new SVGPath();
        icon.setContent(CORNERS);
        icon.getStyleClass().add("bar-icon");
        Button button = new Button();
        button.setId("open:" + panel.title());
        button.getStyleClass().add("open-tensor");
        button.setGraphic(icon);
        button.setTooltip(new Tooltip("All channels, large (double-click on this line; W for the selected layer's output)"));
        button.setAccessibleText("Open " + panel.title() + " large");
        button.setOnAction(_ -> open.run());
        return button;
    }

    Panel panel() {
        return panel;
    }

    /** Whether or not its channels have pages at present. */
    double unpagedHeadingWidth() {
        return headingWidth() - (page.isManaged() ? page.prefWidth(-1) : 0);
    }

    double headingWidth() {
        return heading.prefWidth(-1);
    }

    /** Repaints if the grid or the screen's scale is another. */
    void arrange(TileGrid wanted) {
        double device = Pixels.outputScale(this);
        TileGrid snapped = wanted.snapped(panel.shape().width(), panel.shape().height(), device);
        if (!snapped.equals(grid) || paintedAt != device) {
            grid = snapped;
            paintedAt = device;
            Pixels.show(maps, new PanelPainter(grid, device).paint(panel, scale), device);
        }
        int pages = grid.pages(panel);
        page.setVisible(pages > 1);
        page.setManaged(pages > 1);
        page.setText("page " + (Math.min(grid.page(), pages - 1) + 1) + " of " + pages);
        resize(Math.max(grid.width(), heading.prefWidth(-1)), HEADING + grid.height(panel));
    }

    /** Puts the maps on whole device pixels, now that the panel has its place. */
    void snap() {
        Point2D corner = Pixels.snapped(this, 0, HEADING);
        for (Node each : List.of(maps, halo, mark)) {
            each.setLayoutX(corner.getX());
            each.setLayoutY(corner.getY());
        }
    }

    /** The value whose colour the pixel below the pointer has. */
    private Optional<Spot> at(double atX, double atY) {
        int width = (int) Math.round(grid.mapWidth() * paintedAt);
        int height = (int) Math.round(grid.mapHeight() * paintedAt);
        for (Block block : panel.blocks()) {
            for (int channel = block.first(); channel < block.first() + block.count(); channel++) {
                if (!grid.shows(panel, channel)) {
                    continue;
                }
                int x = (int) Math.floor((atX - grid.x(panel, channel)) * paintedAt);
                int y = (int) Math.floor((atY - grid.y(panel, channel)) * paintedAt);
                if (x >= 0 && x < width && y >= 0 && y < height) {
                    return Optional.of(new Spot.InPanel(panel, channel, Mosaic.nearest(y, height, panel.shape().height()),
                            Mosaic.nearest(x, width, panel.shape().width())));
                }
            }
        }
        return Optional.empty();
    }

    /** Marks the same place in every channel's map, if the maps have that size. */
    void mark(Optional<Spot> spot) {
        halo.getElements().clear();
        mark.getElements().clear();
        spot.filter(at -> at.shape().sameSizeAs(panel.shape())).ifPresent(at -> {
            double cellWidth = grid.mapWidth() / panel.shape().width();
            double cellHeight = grid.mapHeight() / panel.shape().height();
            for (int channel = 0; channel < panel.shape().channels(); channel++) {
                if (!grid.shows(panel, channel)) {
                    continue;
                }
                double x = grid.x(panel, channel) + at.x() * cellWidth;
                double y = grid.y(panel, channel) + at.y() * cellHeight;
                Spots.ring(halo, x, y, cellWidth, cellHeight, 5);
                Spots.ring(mark, x, y, cellWidth, cellHeight, 5);
            }
        });
    }
}
