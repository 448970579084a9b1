package skipstitch.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import skipstitch.session.Session;

/** Opens the choice of pictures. */
final class PictureButton extends Button {
    private final Session session;
    private boolean brief;

    PictureButton(Session session, ObservableValue<Theme> theme) {
        setId("picture");
        setTooltip(new Tooltip("Choose what goes in: a picture that is here, or one of your own"));
        this.session = session;
        session.picture().subscribe(_ -> name());
        setOnAction(_ -> {
            PopOver popover = new PopOver();
            popover.setContentNode(new PictureChooser(session, popover::hide));
            popover.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
            popover.setDetachable(false);
            popover.setAnimated(false);
            theme.getValue().dress(popover);
            popover.show(this);
            theme.when(popover.showingProperty()).subscribe(now -> now.dress(popover));
        });
    }

    /** Whether the picture's name has to do. */
    void shorten(boolean wanted) {
        brief = wanted;
        name();
    }

    private void name() {
        String picture = session.picture().get().picture().name();
        setText(brief ? picture : "Picture: " + picture);
        setAccessibleText("Picture: " + picture);
    }
}
