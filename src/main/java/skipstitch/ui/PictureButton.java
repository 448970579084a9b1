package skipstitch.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import skipstitch.session.Session;

/** Opens the choice of pictures. */
final class PictureButton extends Button {
    PictureButton(Session session, ObservableValue<Theme> theme) {
        setId("picture");
        setTooltip(new Tooltip("Choose what goes in: a picture that is here, or one of your own"));
        session.picture().subscribe(chosen -> setText("Picture: " + chosen.picture().name()));
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
}
