package skipstitch.ui;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import skipstitch.document.TakeBack;
import skipstitch.session.Session;
import skipstitch.session.Shown;
import skipstitch.ui.editing.EditActions;

/** The window's keys, but those of {@link NetworkMenu}. Single keys do nothing while one types in a field; a focused control keeps its own. */
final class Keys {
    private static final double PAN = 64;

    private final MainView view;
    private final Session session;
    private final EditActions actions;
    private boolean swallowing;

    Keys(MainView view, Session session, EditActions actions) {
        this.view = view;
        this.session = session;
        this.actions = actions;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(KeyEvent.KEY_PRESSED, _ -> swallowing = false);
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        Node focused = view.getScene().getFocusOwner();
        boolean types = focused instanceof TextInputControl;
        boolean done = event.isShortcutDown() ? !types && withControl(event)
                : !types && !event.isAltDown() && plain(event);
        if (done) {
            swallowing = true;
            event.consume();
        }
    }

    /** The letter of a key that opened a field is not meant for that field. */
    private void typed(KeyEvent event) {
        if (swallowing) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case I -> session.show(Shown.AS_DRAWN);
            case A -> session.show(Shown.ADD);
            case C -> session.show(Shown.CONCAT);
            case V -> session.show(Shown.BOTH);
            case N -> session.show(Shown.NO_SKIP);
            case D -> session.sheets().billing().turn();
            case G -> session.sheets().gradients().turn();
            case P -> session.sheets().racing().turn();
            case H -> session.sheets().depth().turn();
            case U -> session.sheets().survival().turn();
            case E -> view.drawer().toggle();
            case K -> view.whatIf().openProperty().set(!view.whatIf().openProperty().get());
            case M -> actions.switchMerge();
            case O -> actions.turnOrder();
            case F -> {
                if (event.isShiftDown()) {
                    session.folds().turnAll();
                } else {
                    session.folds().turn(session.selection().get());
                }
            }
            case X -> session.edit(TakeBack.all());
            case W -> session.viewing().open(session.selection().get());
            case F2 -> view.drawer().rename();
            case DELETE -> actions.delete();
            case ESCAPE -> {
                if (!session.viewing().close() && !session.sheets().close() && !view.search().close()
                        && !session.sheets().billing().close()
                        && !session.stepping().leave() && !session.computing().stop() && !session.sheets().gradients().close()) {
                    session.dismissNotice();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withControl(KeyEvent event) {
        if (event.isShiftDown()) {
            return withControlAndShift(event);
        }
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> view.lanes().zoom(1);
            case MINUS, SUBTRACT -> view.lanes().zoom(-1);
            case DIGIT0, NUMPAD0 -> view.lanes().fit();
            case LEFT -> view.lanes().pan(PAN, 0);
            case RIGHT -> view.lanes().pan(-PAN, 0);
            case UP -> view.lanes().pan(0, PAN);
            case DOWN -> view.lanes().pan(0, -PAN);
            case Z -> actions.undo();
            case Y -> actions.redo();
            case A -> actions.selectAll();
            case C -> actions.copy();
            case X -> actions.cut();
            case V -> paste();
            case D -> actions.duplicate();
            case F -> view.search().open();
            // Keyboards without a key of its own for it.
            case BACK_SPACE -> actions.delete();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withControlAndShift(KeyEvent event) {
        switch (event.getCode()) {
            // Where the plus is typed with Shift.
            case PLUS, EQUALS -> view.lanes().zoom(1);
            case Z -> actions.redo();
            case D -> view.switchTheme();
            case O -> session.filing().openPicture();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What was copied last: layers, or a picture. */
    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!actions.paste(clipboard)) {
            FileDrop.paste(clipboard, session);
        }
    }
}
