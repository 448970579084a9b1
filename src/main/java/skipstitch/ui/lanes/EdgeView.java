package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;
import skipstitch.network.layout.Point;
import skipstitch.network.layout.Route;
import skipstitch.network.layout.Segment;
import skipstitch.network.layout.Side;
import skipstitch.network.layout.Slices;

/** An edge: its line, its arrow head, and what it carries: a stack, or words; and a mark if it is intervened on. */
final class EdgeView extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double HEAD = 8;
    /** Of the size that words have when looked at from near. */
    private static final double FAR_WORDS = 0.8;
    /** From a stack's foot down to the middle of a mark. */
    private static final double BELOW = 17;

    private final EdgeFace face;
    private Route route;
    private Optional<Flow> flow = Optional.empty();
    private final List<Node> flowing = new ArrayList<>();

    /** @param id for whoever looks for it on the screen */
    EdgeView(String id, EdgeFace face) {
        this.face = face;
        setId(id);
        getStyleClass().addAll("edge", switch (face.whole()) {
            case SKIP -> "skip-edge";
            case MAIN -> "main-edge";
            case BOTH, NONE -> "none-edge";
        });
        if (face.faint()) {
            getStyleClass().add("faint");
        }
        if (face.dashed()) {
            getStyleClass().add("dashed");
        }
        setMouseTransparent(true);
        route = face.form();
        getChildren().addAll(line(route), head(route));
        if (!face.slices().isEmpty()) {
            addStack(route.at());
        }
        if (!face.words().isEmpty()) {
            addLabel(face.words(), route.at(), "edge-label");
        }
        if (!face.mark().isEmpty()) {
            addMark(route.at());
        }
    }

    EdgeFace face() {
        return face;
    }

    /** Where it runs. */
    Route route() {
        return route;
    }

    /** Moves it to where it runs; its form stays. */
    void stand(Route where) {
        if (where.equals(route)) {
            return;
        }
        route = where;
        setLayoutX(where.start().x());
        setLayoutY(where.start().y());
    }

    /** Keeps its words large enough to be read. */
    void lookFrom(double zoom) {
        boolean far = Caption.isFar(zoom);
        double scale = far ? FAR_WORDS / zoom : 1;
        double room = Math.abs(route.end().x() - route.start().x());
        for (Node child : getChildren()) {
            if (child instanceof Label) {
                child.setScaleX(scale);
                child.setScaleY(scale);
                child.setVisible(!far || child.prefWidth(-1) * scale < room);
            }
        }
    }

    /** Draws what comes back by it, or takes that away. */
    void flow(Optional<Flow> wanted) {
        if (wanted.equals(flow)) {
            return;
        }
        flow = wanted;
        getChildren().removeAll(flowing);
        flowing.clear();
        wanted.ifPresent(each -> {
            Group band = each.band(line(face.form()), face.form());
            getChildren().addFirst(band);
            flowing.add(band);
            if (Flow.hasRoom(face.form())) {
                Optional<Label> before = wordsOnTheLine();
                Label label = each.label(face.form(), before.isPresent());
                getChildren().add(label);
                before.ifPresent(words -> behind(words, label));
                flowing.add(label);
            }
        });
    }

    /** The last of them. */
    private Optional<Label> wordsOnTheLine() {
        return getChildren().reversed().stream().filter(child -> child instanceof Label && !face.words().isEmpty())
                .map(Label.class::cast).findFirst();
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** The last part ends where the arrow's head begins. */
    private static Path line(Route route) {
        Path line = new Path(new MoveTo(route.start().x(), route.start().y()));
        line.getStyleClass().add("edge-line");
        for (int i = 0; i < route.segments().size(); i++) {
            boolean last = i == route.segments().size() - 1;
            line.getElements().add(element(route.segments().get(i), last ? tail(route) : route.segments().get(i).to()));
        }
        return line;
    }

    private static Point tail(Route route) {
        return route.enters() == Side.LEFT ? new Point(route.end().x() - HEAD, route.end().y())
                : new Point(route.end().x(), route.end().y() - HEAD);
    }

    private static PathElement element(Segment segment, Point to) {
        return switch (segment) {
            case Segment.Line _ -> new LineTo(to.x(), to.y());
            case Segment.Curve(Point first, Point second, _) ->
                    new CubicCurveTo(first.x(), first.y(), second.x(), second.y(), to.x(), to.y());
        };
    }

    private static Polygon head(Route route) {
        Polygon head = new Polygon(0, 0, -HEAD - 2, -5, -HEAD - 2, 5);
        head.getStyleClass().add("edge-head");
        head.getTransforms().add(new Rotate(route.enters() == Side.TOP ? 90 : 0, 0, 0));
        head.setLayoutX(route.end().x());
        head.setLayoutY(route.end().y());
        return head;
    }

    private void addStack(Point foot) {
        Stack stack = new Stack(face.slices(), face.step(), face.height());
        stack.setLayoutX(foot.x() - Slices.width(face.slices().size(), face.step()) / 2);
        stack.setLayoutY(foot.y() - 4);
        getChildren().add(stack);
    }

    private void addLabel(String words, Point centre, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.boundsInLocalProperty().subscribe(bounds -> label.relocate(
                Math.round(centre.x() - bounds.getWidth() / 2), Math.round(centre.y() - bounds.getHeight() / 2)));
        getChildren().add(label);
    }

    /** Below a stack, where a card leaves room for a word; beside words, on the line. */
    private void addMark(Point at) {
        if (face.words().isEmpty()) {
            addLabel(face.mark(), new Point(at.x(), at.y() + BELOW), "edge-mark");
        } else {
            Label words = (Label) getChildren().getLast();
            addLabel(face.mark(), at, "edge-mark");
            behind(words, (Label) getChildren().getLast());
        }
        Region sign = new Region();
        sign.getStyleClass().add("edge-mark-sign");
        ((Label) getChildren().getLast()).setGraphic(sign);
    }

    /** Puts words that stand on the same point behind others, however large they are. */
    private static void behind(Label before, Label words) {
        words.translateXProperty().bind(Bindings.createDoubleBinding(() -> (double) Math.round(before.getTranslateX()
                + words.getScaleX() * (before.getWidth() + words.getWidth()) / 2), before.translateXProperty(),
                before.widthProperty(), words.widthProperty(), words.scaleXProperty()));
    }
}
