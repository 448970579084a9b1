package skipstitch.ui;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import skipstitch.network.presets.Card;
import skipstitch.network.presets.Preset;
import skipstitch.session.Origin;
import skipstitch.session.Session;
import skipstitch.session.Trained;

/** What there is to say of the preset that is open: its merges, why they are there, what to look at, what people get wrong. */
final class CardButton extends Button {
    private static final double WIDTH = 460;
    private static final String TRAINED = "Trained as drawn, for a few hundred steps, on pictures made by code. A lane of"
            + " another merge has the main branch's weights from there; what it has besides is random.";

    private final Trained trained;
    private Optional<Preset> preset = Optional.empty();

    CardButton(Session session, ObservableValue<Theme> theme) {
        super("i");
        trained = new Trained(session);
        setId("card");
        getStyleClass().add("card-button");
        setTooltip(new Tooltip("About this network"));
        setAccessibleText("About this network");
        session.origin().subscribe(this::show);
        setOnAction(_ -> {
            PopOver popover = new PopOver();
            popover.setContentNode(content(preset.orElseThrow()));
            popover.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
            popover.setDetachable(false);
            popover.setAnimated(false);
            theme.getValue().dress(popover);
            popover.show(this);
            theme.when(popover.showingProperty()).subscribe(now -> now.dress(popover));
        });
    }

    private void show(Origin origin) {
        preset = origin.preset();
        boolean has = preset.flatMap(Preset::card).isPresent();
        setVisible(has);
        setManaged(has);
    }

    private Node content(Preset preset) {
        VBox content = new VBox(8);
        content.setId("card-content");
        content.getStyleClass().add("preset-card");
        content.setPrefWidth(WIDTH);
        Label title = new Label(preset.title());
        title.getStyleClass().add("preset-card-title");
        content.getChildren().addAll(title, words(preset.remark()));
        preset.card().ifPresent(card -> content.getChildren().addAll(part("Merges", card.merges()), part("Why", card.why()),
                part("Look at", card.look()), part("Often wrong", card.correction()), part("This version", card.version())));
        Label weights = words(weightWords());
        if (trained.isOffered()) {
            CheckBox shown = new CheckBox("Show it trained");
            shown.setId("show-trained");
            shown.setSelected(trained.isShown());
            shown.setOnAction(_ -> {
                trained.show(shown.isSelected());
                weights.setText(weightWords());
            });
            content.getChildren().add(shown);
        }
        content.getChildren().add(weights);
        return content;
    }

    private String weightWords() {
        return trained.isShown() ? TRAINED : Card.UNTRAINED;
    }

    private static Node part(String heading, String text) {
        Label label = new Label(heading);
        label.getStyleClass().add("side-title");
        return new VBox(2, label, words(text));
    }

    private static Label words(String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }
}
