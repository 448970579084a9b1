package skipstitch.ui.editing;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/**
 * A field that answers as one types. What fits is taken at once; what cannot be is said below it and not taken; what
 * would break another layer is said, and taken by Enter.
 */
final class TypedLine extends SheetLine {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** Asks whether a text may be taken, and takes it then. */
    @FunctionalInterface
    interface Taking {
        /** @param insists whether it is taken even if it breaks something else */
        Verdict take(Setting.Typed setting, String text, boolean insists);
    }

    private final TextField field = new TextField();
    private final Label message = new Label();
    private final VBox editor = new VBox(field, message);
    private final Taking taking;
    private Setting.Typed setting;
    private boolean own;

    TypedLine(Setting.Typed first, String prompt, Taking taking, EditActions actions, Runnable leave) {
        super(first.name(), first.hint());
        this.taking = taking;
        this.setting = first;
        editor.getStyleClass().add("typed-line");
        field.setId(id("setting", first.name()));
        field.setAccessibleText(first.name());
        field.setPromptText(prompt);
        field.setTooltip(new Tooltip(first.hint()));
        field.setText(first.text());
        message.setId(id("message", first.name()));
        message.getStyleClass().add("field-message");
        message.setWrapText(true);
        say("");
        field.textProperty().subscribe(this::typed);
        field.setOnAction(_ -> take(true));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                revert();
            }
        });
        new FieldKeys(field, () -> !field.getText().equals(setting.text()), this::revert, actions, leave);
    }

    private void typed(String text) {
        if (!own && field.isFocused()) {
            take(false);
        }
    }

    private void take(boolean insists) {
        own = true;
        Verdict verdict = field.getText().equals(setting.text()) ? new Verdict.Good()
                : taking.take(setting, field.getText(), insists);
        own = false;
        field.pseudoClassStateChanged(REFUSED, verdict instanceof Verdict.Refused);
        say(switch (verdict) {
            case Verdict.Good _ -> "";
            case Verdict.Refused(String why) -> why;
            case Verdict.Breaks(String why) -> why + " Enter takes it all the same.";
        });
    }

    private void say(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
        field.setAccessibleHelp(words);
    }

    private void revert() {
        set(setting.text());
    }

    private void set(String text) {
        own = true;
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.end();
        }
        own = false;
        field.pseudoClassStateChanged(REFUSED, false);
        say("");
    }

    @Override
    void show(Setting now) {
        Setting.Typed fresh = (Setting.Typed) now;
        boolean other = !fresh.text().equals(setting.text());
        setting = fresh;
        // What is being typed is left alone, even where it is written in another way.
        if (other && !own) {
            set(fresh.text());
        }
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public Node getEditor() {
        return editor;
    }
}
