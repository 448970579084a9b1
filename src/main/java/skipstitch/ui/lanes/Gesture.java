package skipstitch.ui.lanes;

import javafx.scene.input.MouseEvent;

/** One thing that the mouse does, from the first movement with a button down to its release. */
interface Gesture {

    /** The pointer moved; coordinates are the lanes' own. */
    void drag(MouseEvent event);

    /** The button was let go. */
    void drop(MouseEvent event);

    /** The person thought better of it: all is as it was. */
    void cancel();
}
