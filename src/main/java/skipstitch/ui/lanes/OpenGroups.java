package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import skipstitch.network.folding.Folded;
import skipstitch.network.folding.Groups;
import skipstitch.network.layout.Box;
import skipstitch.network.layout.Layout;

/** The groups of a lane that are open and stand in a row: a brace below each, with its name, which folds it. */
final class OpenGroups extends Group {
    private static final double BELOW = 22;
    private static final int LINES = 3;

    private final Consumer<String> fold;
    private final List<Brace> braces = new ArrayList<>();

    /** Below the cards of a group. */
    private record Brace(Region line, Button name, double bottom) {}

    /** @param fold called with the path of a group that a person wants folded */
    OpenGroups(Consumer<String> fold) {
        this.fold = fold;
    }

    void show(Layout layout, double zoom) {
        braces.clear();
        rows(layout).forEach((path, boxes) -> braces.add(brace(path, boxes)));
        getChildren().clear();
        braces.forEach(brace -> getChildren().addAll(brace.line(), brace.name()));
        lookFrom(zoom);
    }

    /** Only where a group keeps to one row of cards is it clear what a brace below them holds. */
    private static Map<String, List<Box>> rows(Layout layout) {
        Folded folded = layout.folded();
        Map<String, List<Box>> found = new LinkedHashMap<>();
        layout.boxes().forEach((id, box) -> folded.open(id).filter(_ -> box.kind() != Box.Kind.PILL)
                .ifPresent(path -> found.computeIfAbsent(path, _ -> new ArrayList<>()).add(box)));
        found.values().removeIf(boxes -> boxes.size() < 2
                || boxes.stream().mapToDouble(Box::top).distinct().count() > 1);
        found.values().removeIf(boxes -> layout.boxes().values().stream().anyMatch(box -> !boxes.contains(box)
                && box.top() >= boxes.getFirst().top() && box.left() < right(boxes) && box.right() > left(boxes)));
        return found;
    }

    private static double left(List<Box> boxes) {
        return boxes.stream().mapToDouble(Box::left).min().orElseThrow();
    }

    private static double right(List<Box> boxes) {
        return boxes.stream().mapToDouble(Box::right).max().orElseThrow();
    }

    private Brace brace(String path, List<Box> boxes) {
        Region line = new Region();
        line.getStyleClass().add("group-brace");
        line.setMouseTransparent(true);
        line.setPrefWidth(right(boxes) - left(boxes));
        line.setLayoutX(left(boxes));
        Button name = new Button(Groups.title(path));
        name.getStyleClass().add("group-name");
        name.setId("fold:" + path);
        name.setAccessibleText("Fold " + Groups.title(path));
        name.setFocusTraversable(false);
        name.setOnAction(_ -> fold.accept(path));
        name.setLayoutX(left(boxes));
        return new Brace(line, name, boxes.getFirst().bottom());
    }

    /** Below the words of the cards, which need more room from afar. */
    void lookFrom(double zoom) {
        double scale = Caption.isFar(zoom) ? Caption.FAR / zoom : 1;
        for (Brace brace : braces) {
            double y = brace.bottom() + (Caption.isFar(zoom) ? LINES * Caption.LINE / zoom : BELOW);
            brace.line().setLayoutY(y);
            brace.name().setScaleX(scale);
            brace.name().setScaleY(scale);
            brace.name().setTranslateX((scale - 1) * brace.name().prefWidth(-1) / 2);
            brace.name().setLayoutY(y + (scale - 1) * brace.name().prefHeight(-1) / 2);
        }
    }
}
