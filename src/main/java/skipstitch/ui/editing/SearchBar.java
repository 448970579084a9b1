package skipstitch.ui.editing;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import skipstitch.network.NodeId;
import skipstitch.session.Session;

/** A small field over the lanes that finds layers; Enter goes to the next, Shift+Enter to the one before. */
public final class SearchBar extends HBox {
    private final Session session;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Runnable leave;

    /** @param leave puts the keyboard's focus back to the lanes */
    public SearchBar(Session session, EditActions actions, Runnable leave) {
        this.session = session;
        this.leave = leave;
        setId("search-bar");
        getStyleClass().add("search-bar");
        field.setId("search");
        field.setPromptText("Find a layer…");
        field.setAccessibleText("Find a layer by name or kind");
        field.setTooltip(new Tooltip("Enter goes to the next one, Shift+Enter to the one before, Esc closes"));
        count.setId("search-count");
        count.getStyleClass().add("hint");
        getChildren().addAll(field, count);
        setVisible(false);
        setManaged(false);
        field.textProperty().subscribe(_ -> look(0));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                look(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
        new FieldKeys(field, () -> false, field::clear, actions, this::close);
    }

    public void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    /** Whether there was something to close. */
    public boolean close() {
        boolean was = isVisible();
        setVisible(false);
        setManaged(false);
        if (was) {
            leave.run();
        }
        return was;
    }

    /** Goes on by so many matches; by none to the first, if what is selected is no match. */
    private void look(int step) {
        List<NodeId> matches = NodeSearch.matches(session.document().get().network(), field.getText());
        NodeSearch.next(matches, session.selection().get(), step).ifPresent(session::select);
        count.setText(field.getText().isBlank() ? "" : matches.isEmpty() ? "none"
                : matches.indexOf(session.selection().get()) + 1 + " of " + matches.size());
    }
}
