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

/** What the app has to say, in one sentence, until it is dismissed. */
final class NoticeBar extends HBox {
    private final Label sign = new Label();
    private final Label text = new Label();

    NoticeBar(Session session) {
        getStyleClass().add("notice");
        setId("notice");
        sign.getStyleClass().add("notice-sign");
        text.setWrapText(true);
        text.getStyleClass().add("notice-text");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button dismiss = new Button("Dismiss");
        dismiss.setId("dismiss");
        dismiss.setTooltip(new Tooltip("Take this message away (Esc)"));
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setOnAction(_ -> session.dismissNotice());
        getChildren().addAll(sign, text, spacer, dismiss);
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
            getStyleClass().removeAll("info", "warning", "error");
            getStyleClass().add(said.kind().name().toLowerCase(Locale.ROOT));
        });
    }
}
