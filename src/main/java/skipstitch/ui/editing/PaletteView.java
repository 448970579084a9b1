package skipstitch.ui.editing;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import skipstitch.document.LayerKind;

/** The layers one mostly needs as buttons, and all of them by typing a name. */
final class PaletteView extends VBox {
    private static final double ROW = 34;
    private static final int MOST_ROWS = 6;

    private final EditActions actions;
    private final TextField search = new TextField();
    private final ListView<LayerKind> found = new ListView<>();
    private final GridPane mostNeeded = new GridPane();
    private final Label nothing = new Label("No layer is called so.");
    private PaletteDrag receiver = PaletteDrag.NOWHERE;

    /** @param leave puts the keyboard's focus elsewhere */
    PaletteView(EditActions actions, Runnable leave) {
        this.actions = actions;
        getStyleClass().add("palette");
        search.setId("palette-search");
        search.setPromptText("Add a layer…");
        search.setAccessibleText("Add a layer: type its name");
        search.setTooltip(new Tooltip("Type a name: conv, up, drop, 1x1. Arrows choose, Enter adds, Esc leaves."));
        mostNeeded.getStyleClass().add("most-needed");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        mostNeeded.getColumnConstraints().setAll(half, half);
        List<LayerKind> needed = LayerKind.mostNeeded();
        for (int i = 0; i < needed.size(); i++) {
            mostNeeded.add(button(needed.get(i)), i % 2, i / 2);
        }
        found.setId("palette-found");
        found.setFixedCellSize(ROW);
        found.setMinHeight(0);
        found.setFocusTraversable(false);
        found.setCellFactory(_ -> new Cell());
        nothing.setId("palette-nothing");
        nothing.getStyleClass().add("hint");
        StackPane choices = new StackPane(mostNeeded, found, nothing);
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        getChildren().addAll(search, choices);
        search.textProperty().subscribe(this::find);
        search.setOnAction(_ -> add(found.getSelectionModel().getSelectedItem()));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
        new FieldKeys(search, () -> !search.getText().isEmpty(), search::clear, actions, leave);
    }

    /** Passes drags out of the palette on. */
    void passDragsTo(PaletteDrag taker) {
        receiver = taker;
    }

    void focus() {
        search.requestFocus();
        search.selectAll();
    }

    private Button button(LayerKind kind) {
        Button button = new Button(kind.title());
        button.setId("palette-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words(kind)));
        button.setOnAction(_ -> actions.add(kind));
        new PaletteDragGesture(button, () -> kind, () -> receiver);
        return button;
    }

    private static String words(LayerKind kind) {
        String where = "Puts " + kind.title() + " behind the selected layer";
        return switch (kind) {
            case ADD, CONCAT, MULTIPLY, GATE -> where
                    + ", with that layer's own input as the skip if it fits.\nDrag the skip to where it should begin.";
            default -> where + ".";
        };
    }

    private void find(String typed) {
        boolean searches = !typed.isBlank();
        List<LayerKind> kinds = searches ? LayerKind.named(typed) : List.of();
        found.getItems().setAll(kinds);
        found.getSelectionModel().selectFirst();
        mostNeeded.setVisible(!searches);
        found.setVisible(!kinds.isEmpty());
        found.setPrefHeight(ROW * Math.min(MOST_ROWS, kinds.size()) + 2);
        nothing.setVisible(searches && kinds.isEmpty());
    }

    private void arrow(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> found.getSelectionModel().selectNext();
            case UP -> found.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        found.scrollTo(Math.max(0, found.getSelectionModel().getSelectedIndex() - 1));
        event.consume();
    }

    private void add(LayerKind kind) {
        if (kind != null) {
            actions.add(kind);
            search.clear();
        }
    }

    private final class Cell extends ListCell<LayerKind> {
        Cell() {
            setOnMouseClicked(_ -> add(getItem()));
            new PaletteDragGesture(this, this::getItem, () -> isEmpty() ? PaletteDrag.NOWHERE : receiver);
        }

        @Override
        protected void updateItem(LayerKind kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(empty ? "" : kind.title());
            setTooltip(empty ? null : new Tooltip(words(kind)));
        }
    }
}
