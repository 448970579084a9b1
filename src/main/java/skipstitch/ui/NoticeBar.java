package skipstitch.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import skipstitch.session.Notice;
import skipstitch.session.Session;

/** What the app has to say, in one sentence, with what may be done about it, until it is dismissed. */
final class NoticeBar extends HBox {
    private final Label sign = new Label();
    private final Label text = new Label();
    private final HBox choices = new HBox();
    private final Button dismiss = new Button();
    private final Session session;

    NoticeBar(Session session) {
        this.session = session;
        choices.getStyleClass().add("notice-choices");
        choices.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("notice");
        setId("notice");
        sign.getStyleClass().add("notice-sign");
        text.setWrapText(true);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        dismiss.setId("dismiss");
        dismiss.setTooltip(new Tooltip());
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setOnAction(_ -> session.dismissNotice());
        getChildren().addAll(sign, text, spacer, choices, dismiss);
        session.notice().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(said -> {
            text.setText(said.text());
            sign.setText(switch (said.kind()) {
                case INFO -> "i";
                case WARNING -> "!";
                case ERROR -> "✕";
            });
            dismiss.setText(said.choices().isEmpty() ? "Dismiss" : "Cancel");
            dismiss.getTooltip().setText(said.choices().isEmpty() ? "Take this message away (Esc)"
                    : "Leave all as it is (Esc)");
            choices.getChildren().setAll(said.choices().stream().map(this::button).toList());
            getStyleClass().removeAll("info", "warning", "error");
            getStyleClass().add(said.kind().name().toLowerCase(Locale.ROOT));
        });
        // A question wants an answer from the keyboard, too.
        if (!choices.getChildren().isEmpty() && isVisible()) {
            choices.getChildren().getFirst().requestFocus();
        }
    }

    private Button button(Notice.Choice choice) {
        Button button = new Button(choice.title());
        button.setId("choice-" + choice.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            session.dismissNotice();
            choice.act().run();
        });
        return button;
    }
}
