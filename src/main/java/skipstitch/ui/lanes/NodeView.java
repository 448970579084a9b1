package skipstitch.ui.lanes;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import skipstitch.explain.steps.Ways;
import skipstitch.network.Fit;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.session.Spot;
import skipstitch.tensor.ColourScale;
import skipstitch.tensor.Mosaic;
import skipstitch.tensor.Tensor;
import skipstitch.ui.drawing.Pixels;
import skipstitch.ui.drawing.Spots;

/** A node in a lane: a card on the trunk, a ring for a merge, a pill above the trunk. */
abstract class NodeView extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** Words with more characters are written smaller. */
    private static final int LONG = 9;
    private static final double PALE = 0.25;

    private final Face face;
    private final ImageView picture = new ImageView();
    private final Path halo = new Path();
    private final Path mark = new Path();
    private Optional<Tensor> shown = Optional.empty();
    private double paintedAt;

    NodeView(Face face) {
        this.face = face;
        setPrefSize(face.kind().width(), face.kind().height());
        Tooltip tooltip = new Tooltip(NodeWords.describe(face));
        tooltip.setShowDelay(Duration.millis(400));
        Tooltip.install(this, tooltip);
        style("faint", !face.live());
        style("added", face.added());
        style("misfit", face.fit() instanceof Fit.Breaks);
        style("waits", face.fit() instanceof Fit.Waits);
        picture.setMouseTransparent(true);
        halo.setMouseTransparent(true);
        halo.getStyleClass().add("spot-halo");
        mark.setMouseTransparent(true);
        mark.getStyleClass().add("spot");
    }

    /** @param lane that it stands in */
    static NodeView of(Face face, LaneName lane) {
        NodeView view = switch (face.kind()) {
            case CARD -> face.fold().isPresent() ? new FoldView(face, face.fold().get()) : new CardView(face);
            case MERGE -> new MergeView(face);
            case PILL -> new PillView(face);
        };
        view.setId(lane.word() + ":" + face.id());
        view.setAccessibleText(face.title() + (face.fold().isPresent() ? ", folded" : "") + ", " + face.words() + ", " + lane.title());
        return view;
    }

    private void style(String style, boolean wanted) {
        if (wanted) {
            getStyleClass().add(style);
        }
    }

    Face face() {
        return face;
    }

    NodeId nodeId() {
        return face.id();
    }

    ImageView picture() {
        return picture;
    }

    /** Pale around the mark, which is black: on dark pixels it would not be seen. */
    Path halo() {
        return halo;
    }

    Path mark() {
        return mark;
    }

    /** Arranges itself for a zoom: from afar, words that can still be read, and a picture that fills the card. */
    abstract void lookFrom(double zoom);

    /** World units of its picture's longer side. */
    abstract double pictureSize();

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** A box for the picture, with an edge that keeps pale maps apart from the card. */
    static Rectangle frame(double x, double y, double size) {
        Rectangle frame = new Rectangle(x - 0.5, y - 0.5, size + 1, size + 1);
        frame.getStyleClass().add("picture-frame");
        frame.setMouseTransparent(true);
        return frame;
    }

    static Label centred(String text, String style, double x, double y, double width) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        if (text.length() > LONG) {
            label.getStyleClass().add("long");
        }
        label.setMouseTransparent(true);
        label.setLayoutX(x);
        label.setLayoutY(y);
        label.setPrefWidth(width);
        return label;
    }

    /** Why there is no shape, in up to two lines. */
    static Label why(String text, double x, double y, double width) {
        Label label = centred(text, "node-why", x, y, width);
        label.setWrapText(true);
        return label;
    }

    /** Paints the node's map at the size it has on screen, in device pixels. */
    void paint(Tensor map, ColourScale.Lookup colours, double devicePixels) {
        double size = pictureSize();
        if (shown.filter(known -> known == map).isEmpty() || paintedAt != devicePixels) {
            shown = Optional.of(map);
            paintedAt = devicePixels;
            int side = Math.max(8, (int) Math.round(size * devicePixels));
            int longer = Math.max(map.shape().height(), map.shape().width());
            int width = Math.max(1, Math.round((float) side * map.shape().width() / longer));
            int height = Math.max(1, Math.round((float) side * map.shape().height() / longer));
            int[] pixels = new int[width * height];
            new Mosaic(1, width, height, 0).paint(map, 0, 1, colours, pixels, width, 0);
            Pixels.show(picture, Pixels.image(pixels, width, height), side / size);
        }
        picture.setTranslateX(toWholePixels(getLayoutX() + picture.getLayoutX(), devicePixels));
        picture.setTranslateY(toWholePixels(getLayoutY() + picture.getLayoutY(), devicePixels));
    }

    /** A picture that may not be of what is computed now is pale. */
    void pale(boolean pale) {
        picture.setOpacity(pale ? PALE : 1);
    }

    /** Takes the picture away: the node now computes something else. */
    void forget() {
        shown = Optional.empty();
        picture.setImage(null);
        mark(Optional.empty());
    }

    /** How far a place in the world is from a whole device pixel, which a picture must stand on to be crisp. */
    private static double toWholePixels(double world, double devicePixels) {
        return Math.rint(world * devicePixels) / devicePixels - world;
    }

    /** Tells which place of the picture the pointer is at. */
    void onPoint(Consumer<Optional<Spot>> point) {
        setOnMouseMoved(event -> point.accept(shown.flatMap(map -> at(map.shape(), event.getX(), event.getY()))));
        setOnMouseExited(_ -> point.accept(Optional.empty()));
    }

    /** The value whose colour the pixel below the pointer has. */
    private Optional<Spot> at(Shape shape, double viewX, double viewY) {
        int width = (int) picture.getImage().getWidth();
        int height = (int) picture.getImage().getHeight();
        int x = pixel((viewX - picture.getLayoutX()) / picture.getFitWidth() * width);
        int y = pixel((viewY - picture.getLayoutY()) / picture.getFitHeight() * height);
        return x >= 0 && x < width && y >= 0 && y < height
                ? Optional.of(new Spot.OnNode(nodeId(), shape, Mosaic.nearest(y, height, shape.height()),
                        Mosaic.nearest(x, width, shape.width())))
                : Optional.empty();
    }

    /** The pixel that begins here; the way through the camera's zoom may have cost a rounding. */
    private static int pixel(double at) {
        return (int) Math.floor(at + 1e-6);
    }

    /** Marks a place, if the map has the size of the one that is pointed at. */
    void mark(Optional<Spot> spot) {
        halo.getElements().clear();
        mark.getElements().clear();
        if (shown.isPresent() && spot.isPresent() && shown.get().shape().sameSizeAs(spot.get().shape())) {
            double cellWidth = picture.getFitWidth() / spot.get().shape().width();
            double cellHeight = picture.getFitHeight() / spot.get().shape().height();
            double x = picture.getLayoutX() + spot.get().x() * cellWidth;
            double y = picture.getLayoutY() + spot.get().y() * cellHeight;
            Spots.ring(halo, x, y, cellWidth, cellHeight, 4);
            Spots.ring(mark, x, y, cellWidth, cellHeight, 4);
        }
    }

    /** Marks what of the picture a number comes from, or goes to. */
    void reach(Optional<Ways> ways) {
        getChildren().removeIf(ReachMark.class::isInstance);
        if (shown.isPresent() && picture.getParent() == this && picture.isVisible()) {
            ways.flatMap(each -> ReachMark.of(each, nodeId())).ifPresent(mark -> {
                mark.place(picture);
                getChildren().add(mark);
            });
        }
    }
}
