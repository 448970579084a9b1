package skipstitch.ui.proofs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import skipstitch.session.Session;

/** Hands-on proofs beside the tensors: the knob, and what can be done to a branch. Closed until it is wanted. */
public final class WhatIfPane extends ScrollPane {
    public static final double WIDTH = 528;

    private final Session session;
    private final Brush brush;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final VBox cards = new VBox(10);

    public WhatIfPane(Session session, Brush brush) {
        this.session = session;
        this.brush = brush;
        getStyleClass().add("what-if");
        setId("what-if-pane");
        cards.getStyleClass().add("what-if-cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        open.subscribe(this::show);
    }

    /** Cards that nobody sees would have lanes run that nobody sees. */
    private void show(boolean wanted) {
        setVisible(wanted);
        setManaged(wanted);
        brush.inHand().set(false);
        if (wanted) {
            // The card grows by a line when something is done by hand: what is pressed for that must not move.
            cards.getChildren().setAll(new InterventionBar(session, brush), new KnobCard(session));
        } else {
            cards.getChildren().clear();
        }
    }

    public BooleanProperty openProperty() {
        return open;
    }
}
