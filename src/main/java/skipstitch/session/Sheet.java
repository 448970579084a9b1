package skipstitch.session;

import javafx.beans.property.BooleanProperty;

/** Something that is looked into now and then, and computed only meanwhile. */
public interface Sheet {

    /** Whether somebody looks. */
    BooleanProperty openProperty();

    /** Nobody looks any more; whether somebody did. */
    default boolean close() {
        boolean was = openProperty().get();
        openProperty().set(false);
        return was;
    }

    /** Opens it, or closes it. */
    default void turn() {
        openProperty().set(!openProperty().get());
    }
}
