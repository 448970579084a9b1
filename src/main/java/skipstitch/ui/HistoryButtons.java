package skipstitch.ui;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.controlsfx.control.PopOver;
import skipstitch.document.History;
import skipstitch.session.Session;
import skipstitch.ui.editing.EditActions;

/** Undo, redo, and the list of all that was done, to jump in. */
final class HistoryButtons extends HBox {
    private static final String BACK = "M 5 5 L 1 9 L 5 13 M 1 9 L 10 9 C 14 9 15 12 15 15";
    private static final String FORTH = "M 11 5 L 15 9 L 11 13 M 15 9 L 6 9 C 2 9 1 12 1 15";
    private static final String LINES = "M 1 4 L 15 4 M 1 9 L 15 9 M 1 14 L 10 14";
    private static final double ROW = 34;
    private static final int MOST_ROWS = 12;

    private final Session session;
    private final EditActions actions;
    private final ObservableValue<Theme> theme;
    private final Button undo = new Button();
    private final Button redo = new Button();
    private final Button list = new Button();

    HistoryButtons(Session session, EditActions actions, ObservableValue<Theme> theme) {
        this.session = session;
        this.actions = actions;
        this.theme = theme;
        getStyleClass().add("history-buttons");
        dress(undo, "undo", BACK, actions::undo);
        dress(redo, "redo", FORTH, actions::redo);
        dress(list, "history", LINES, this::open);
        say(list, "All that was done, to go back to");
        getChildren().addAll(undo, redo, list);
        session.history().subscribe(this::show);
    }

    private static void dress(Button button, String id, String path, Runnable action) {
        SVGPath icon = new SVGPath();
        icon.setContent(path);
        icon.getStyleClass().add("bar-icon");
        button.setId(id);
        button.setGraphic(icon);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip());
        button.setOnAction(_ -> action.run());
    }

    private void show(History history) {
        undo.setDisable(!history.canUndo());
        redo.setDisable(!history.canRedo());
        say(undo, words("Undo", history.undoName(), "Ctrl+Z"));
        say(redo, words("Redo", history.redoName(), "Ctrl+Y"));
    }

    private static String words(String what, Optional<String> step, String key) {
        return what + step.map(name -> ": " + name).orElse("") + " (" + key + ")";
    }

    private static void say(Button button, String words) {
        button.getTooltip().setText(words);
        button.setAccessibleText(words);
    }

    private void open() {
        PopOver popover = new PopOver();
        popover.setContentNode(steps(popover::hide));
        popover.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setAnimated(false);
        theme.getValue().dress(popover);
        popover.show(list);
        theme.when(popover.showingProperty()).subscribe(now -> now.dress(popover));
    }

    private ListView<Integer> steps(Runnable close) {
        ListView<Integer> steps = new ListView<>();
        steps.setId("history-steps");
        steps.getStyleClass().add("history-steps");
        steps.setFixedCellSize(ROW);
        steps.setCellFactory(_ -> new Step(step -> {
            actions.goTo(step);
            close.run();
        }));
        History history = session.history().get();
        for (int step = 0; step < history.steps().size(); step++) {
            steps.getItems().add(step);
        }
        steps.setPrefHeight(ROW * Math.min(MOST_ROWS, history.steps().size()) + 2);
        steps.getSelectionModel().select(history.at());
        steps.scrollTo(Math.max(0, history.at() - MOST_ROWS / 2));
        steps.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                actions.goTo(steps.getSelectionModel().getSelectedItem());
                close.run();
            }
        });
        return steps;
    }

    /** A step's name; the present one has a mark, and those that were undone are faint. */
    private final class Step extends ListCell<Integer> {
        Step(IntConsumer choose) {
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    choose.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Integer step, boolean empty) {
            super.updateItem(step, empty);
            getStyleClass().removeAll("undone-step");
            setId(empty ? null : "step-" + step);
            if (empty) {
                setText("");
                return;
            }
            History history = session.history().get();
            String name = history.steps().get(step).name();
            setText((step == history.at() ? "●  " : "     ")
                    + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            if (step > history.at()) {
                getStyleClass().add("undone-step");
            }
        }
    }
}
