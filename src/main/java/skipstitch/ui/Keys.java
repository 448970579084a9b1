package skipstitch.ui;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import skipstitch.session.Session;
import skipstitch.session.Shown;

/** The window's keys. Single keys do nothing while one types in a field; a focused control keeps its own. */
final class Keys {
    private static final double PAN = 64;

    private final MainView view;
    private final Session session;

    Keys(MainView view, Session session) {
        this.view = view;
        this.session = session;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        Node focused = view.getScene().getFocusOwner();
        boolean types = focused instanceof TextInputControl;
        boolean done = event.isShortcutDown() ? !types && withControl(event)
                : !types && !event.isAltDown() && plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case A -> session.show(Shown.ADD);
            case C -> session.show(Shown.CONCAT);
            case V -> session.show(Shown.BOTH);
            case N -> session.show(Shown.NO_SKIP);
            case ESCAPE -> session.dismissNotice();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> view.lanes().zoom(1);
            case MINUS, SUBTRACT -> view.lanes().zoom(-1);
            case DIGIT0, NUMPAD0 -> view.lanes().fit();
            case LEFT -> view.lanes().pan(PAN, 0);
            case RIGHT -> view.lanes().pan(-PAN, 0);
            case UP -> view.lanes().pan(0, PAN);
            case DOWN -> view.lanes().pan(0, -PAN);
            case D -> view.switchTheme();
            case O -> PictureDialog.ask(view.getScene().getWindow(), session);
            case V -> PictureDrop.paste(Clipboard.getSystemClipboard(), session);
            default -> {
                return false;
            }
        }
        return true;
    }
}
