package skipstitch.ui.lanes;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A lane's name in its corner, and a remark behind it. */
final class LaneTitle extends HBox {
    /** Room for the line that shows the keyboard's focus. */
    private static final double FOCUS_LINE = 3;

    private final Label name = new Label();
    private final Label remark = new Label();

    LaneTitle(String words) {
        getStyleClass().add("lane-heading");
        name.getStyleClass().add("lane-name");
        remark.getStyleClass().add("lane-remark");
        getChildren().addAll(name, remark);
        setMouseTransparent(true);
        setLayoutX(FOCUS_LINE);
        show(words, "");
    }

    /** @param quietly may be empty */
    void show(String words, String quietly) {
        name.setText(words);
        remark.setText(quietly);
        remark.setManaged(!quietly.isEmpty());
    }
}
