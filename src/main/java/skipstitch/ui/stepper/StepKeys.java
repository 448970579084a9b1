package skipstitch.ui.stepper;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import skipstitch.explain.steps.Depth;
import skipstitch.explain.steps.Stepper;
import skipstitch.session.Session;
import skipstitch.session.Stepping;

/**
 * The stepper's keys, which a presenter remote has too: arrows, Page Up and Down, Home, End, Enter, Backspace, Space, digits.
 * A control that needs arrows itself keeps them, and an edge in the hand has them before the stepper.
 */
public final class StepKeys {
    /** Digits that follow within it belong to one number. */
    private static final long ONE_NUMBER_NANOS = 1_200_000_000L;
    private static final int MOST_CHANNELS = 1_000_000;

    private final Session session;
    private final Stepping stepping;
    private int number;
    private long typedAt;

    /**
     * @param view  whose keys they are
     * @param plain whether what has the focus, which may be nothing, has no use for arrows of its own
     */
    public StepKeys(Node view, Session session, Predicate<Node> plain) {
        this.session = session;
        this.stepping = session.stepping();
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = view.getScene().getFocusOwner();
            boolean done = session.carrying().carry().get().isEmpty() && !event.isAltDown() && !event.isMetaDown()
                    && plain.test(focused) && pressed(event, focused);
            if (done) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event, Node focused) {
        if (event.isControlDown()) {
            return stepping.stepper().get().depth() == Depth.PIXEL && moved(event.getCode());
        }
        if (event.getCode().isDigitKey() && !event.isShiftDown()) {
            return digit(event.getCode());
        }
        // Editing with several layers selected belongs to the whole network.
        boolean layer = event.isShiftDown();
        if (layer && !stepping.isIn()) {
            return false;
        }
        switch (event.getCode()) {
            case RIGHT -> go(layer ? now -> now.layer(1) : Stepper::next);
            case LEFT -> go(layer ? now -> now.layer(-1) : Stepper::previous);
            case PAGE_DOWN -> go(Stepper::next);
            case PAGE_UP -> go(Stepper::previous);
            case HOME -> go(Stepper::first);
            case END -> go(Stepper::last);
            case DOWN -> go(Stepper::deeper);
            case UP, BACK_SPACE -> go(Stepper::back);
            default -> {
                return !pushes(focused) && withButton(event.getCode());
            }
        }
        return true;
    }

    /** Enter and Space push a button that has the focus. */
    private static boolean pushes(Node focused) {
        return focused instanceof ButtonBase;
    }

    private boolean withButton(KeyCode code) {
        switch (code) {
            case ENTER -> go(Stepper::deeper);
            case SPACE -> stepping.togglePlay();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moved(KeyCode code) {
        switch (code) {
            case RIGHT -> go(now -> now.moved(0, 1));
            case LEFT -> go(now -> now.moved(0, -1));
            case DOWN -> go(now -> now.moved(1, 0));
            case UP -> go(now -> now.moved(-1, 0));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean digit(KeyCode code) {
        String name = code.getName();
        int digit = name.charAt(name.length() - 1) - '0';
        long now = System.nanoTime();
        boolean goesOn = now - typedAt < ONE_NUMBER_NANOS && number < MOST_CHANNELS;
        number = goesOn ? number * 10 + digit : digit;
        typedAt = now;
        if (number >= stepping.stepper().get().channels()) {
            number = digit;
        }
        go(at -> at.at(at.depth() == Depth.PIXEL ? Depth.PIXEL : Depth.CHANNEL).channel(number));
        return true;
    }

    private void go(UnaryOperator<Stepper> move) {
        stepping.pause();
        stepping.go(move);
    }
}
