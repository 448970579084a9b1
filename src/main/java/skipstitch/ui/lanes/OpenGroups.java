package skipstitch.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import skipstitch.network.folding.Groups;
import skipstitch.network.layout.Brace;
import skipstitch.network.layout.Layout;

/** The groups of a lane that are open and stand in a row: a brace below each, with its name, which folds it. */
final class OpenGroups extends Group {
    private static final double BELOW = 22;
    private static final int LINES = 3;

    private final Consumer<String> fold;
    private final List<Sign> signs = new ArrayList<>();

    private record Sign(Region line, Button name, double above) {}

    /** @param fold called with the path of a group that a person wants folded */
    OpenGroups(Consumer<String> fold) {
        this.fold = fold;
    }

    void show(Layout layout, double zoom) {
        signs.clear();
        layout.braces().forEach(brace -> signs.add(sign(brace)));
        getChildren().clear();
        signs.forEach(sign -> getChildren().addAll(sign.line(), sign.name()));
        lookFrom(zoom);
    }

    private Sign sign(Brace brace) {
        Region line = new Region();
        line.getStyleClass().add("group-brace");
        line.setMouseTransparent(true);
        line.setPrefWidth(brace.right() - brace.left());
        line.setLayoutX(brace.left());
        Button name = new Button(Groups.title(brace.group()));
        name.getStyleClass().add("group-name");
        name.setId("fold:" + brace.group());
        name.setAccessibleText("Fold " + Groups.title(brace.group()));
        name.setFocusTraversable(false);
        name.setOnAction(_ -> fold.accept(brace.group()));
        name.setLayoutX(brace.left());
        return new Sign(line, name, brace.above());
    }

    /** Below the words of the cards, which need more room from afar. */
    void lookFrom(double zoom) {
        double scale = Caption.isFar(zoom) ? Caption.FAR / zoom : 1;
        for (Sign sign : signs) {
            double y = sign.above() + (Caption.isFar(zoom) ? LINES * Caption.LINE / zoom : BELOW);
            sign.line().setLayoutY(y);
            sign.name().setScaleX(scale);
            sign.name().setScaleY(scale);
            sign.name().setTranslateX((scale - 1) * sign.name().prefWidth(-1) / 2);
            sign.name().setLayoutY(y + (scale - 1) * sign.name().prefHeight(-1) / 2);
        }
    }
}
