package skipstitch.ui.lanes;

import java.util.function.Consumer;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import skipstitch.network.layout.Area;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;
import skipstitch.network.layout.Point;

/** The whole network, small, with a frame around what is in view; a click or a drag looks elsewhere. */
final class Minimap extends Pane {
    private static final double WIDTH = 220;
    private static final double MOST_HEIGHT = 80;
    private static final double INSET = 4;
    /** What sticks out of the view by less than this is found without a map. */
    private static final double NEEDED = 1.4;

    private final Path boxes = new Path();
    private final Rectangle frame = new Rectangle();
    private Area area = new Area(0, 0, 1, 1);
    private double scale = 1;

    /** @param look called with the point of the world that a person wants to see in the middle */
    Minimap(Consumer<Point> look) {
        setId("minimap");
        getStyleClass().add("minimap");
        setManaged(false);
        setAccessibleText("The whole network; Ctrl and arrows move the view");
        boxes.getStyleClass().add("minimap-boxes");
        frame.getStyleClass().add("minimap-frame");
        boxes.setMouseTransparent(true);
        frame.setMouseTransparent(true);
        getChildren().addAll(boxes, frame);
        addEventHandler(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                look.accept(new Point((event.getX() - INSET) / scale + area.left(), (event.getY() - INSET) / scale + area.top()));
            }
            // Neither the lanes below nor their gestures are meant.
            event.consume();
        });
        setVisible(false);
    }

    void draw(Layout layout) {
        area = layout.area();
        scale = Math.min((WIDTH - 2 * INSET) / area.width(), (MOST_HEIGHT - 2 * INSET) / area.height());
        resize(area.width() * scale + 2 * INSET, area.height() * scale + 2 * INSET);
        boxes.getElements().clear();
        for (Box box : layout.boxes().values()) {
            double x = toX(box.left());
            double y = toY(box.top());
            boxes.getElements().addAll(new MoveTo(x, y), new HLineTo(toX(box.right())), new VLineTo(toY(box.bottom())),
                    new HLineTo(x), new ClosePath());
        }
    }

    private double toX(double worldX) {
        return (worldX - area.left()) * scale + INSET;
    }

    private double toY(double worldY) {
        return (worldY - area.top()) * scale + INSET;
    }

    /**
     * Frames what is in view.
     *
     * @param width  of a lane, in screen units
     * @param height of a lane
     */
    void frame(Camera camera, double width, double height) {
        setVisible(area.width() * camera.zoom() > NEEDED * width || area.height() * camera.zoom() > NEEDED * height);
        double left = Math.clamp(toX(camera.x()), 1, getWidth() - 1);
        double top = Math.clamp(toY(camera.y()), 1, getHeight() - 1);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(Math.max(0, Math.clamp(toX(camera.x() + width / camera.zoom()), 1, getWidth() - 1) - left));
        frame.setHeight(Math.max(0, Math.clamp(toY(camera.y() + height / camera.zoom()), 1, getHeight() - 1) - top));
    }
}
