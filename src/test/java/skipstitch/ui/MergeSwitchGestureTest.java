package skipstitch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skipstitch.session.Shown;

/** Add, concat, both, none: by the segments and by single keys. */
class MergeSwitchGestureTest {
    private static final List<String> SEGMENTS = List.of("show-add", "show-concat", "show-both", "show-no_skip");

    private WindowDriver window;

    @BeforeEach
    void open() {
        window = WindowDriver.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void segmentsSwitchLanesAndTensors() {
        window.click("show-add");
        assertOnlyAdd();
        window.click("show-no_skip");
        assertNoSkip();
        window.click("show-concat");
        assertOnlyConcat();
        window.click("show-both");
        assertBoth();
        window.click("show-both");
        assertBoth();
    }

    @Test
    void keysSwitchLanesAndTensors() {
        window.press(KeyCode.A);
        assertOnlyAdd();
        window.press(KeyCode.C);
        assertOnlyConcat();
        window.press(KeyCode.N);
        assertNoSkip();
        window.press(KeyCode.V);
        assertBoth();
    }

    @Test
    void keysDoNothingWhileOneTypesInAField() {
        TextField field = WindowDriver.fx(() -> {
            TextField fresh = new TextField();
            window.scene().setRoot(new BorderPane(window.view(), fresh, null, null, null));
            fresh.requestFocus();
            return fresh;
        });
        // A field without its skin, which the next frame gives it, hears no keys.
        window.await("the focus", () -> field.isFocused() && field.getSkin() != null);
        window.press(KeyCode.A);
        window.press(KeyCode.N);
        window.press(KeyCode.C);
        assertThat(field.getText()).isEqualTo("anc");
        assertThat(window.session().shown().get()).isEqualTo(Shown.BOTH);
        WindowDriver.act(() -> window.view().lanes().requestFocus());
        window.press(KeyCode.N);
        assertNoSkip();
        assertThat(field.getText()).isEqualTo("anc");
    }

    @Test
    void aFocusedButtonKeepsItsSpace() {
        WindowDriver.act(() -> window.node("theme").requestFocus());
        window.press(KeyCode.SPACE);
        assertThat(window.view().theme().get()).isEqualTo(Theme.DARK);
        assertThat(window.node("theme").getAccessibleText()).contains("light theme");
        assertThat(window.session().shown().get()).isEqualTo(Shown.BOTH);
        assertThat(window.session().selection().get().value()).isEqualTo("merge");
        window.press(KeyCode.C);
        assertOnlyConcat();
        window.press(KeyCode.SPACE);
        assertThat(window.view().theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(window.session().shown().get()).isEqualTo(Shown.CONCAT);
    }

    @Test
    void theThemeSwitchesByItsButtonAndByControlShiftD() {
        window.click("theme");
        assertThat(styles()).contains("dark").doesNotContain("light");
        window.pressCommand(KeyCode.SHIFT, KeyCode.D);
        assertThat(styles()).contains("light").doesNotContain("dark");
    }

    private List<String> styles() {
        return WindowDriver.fx(() -> List.copyOf(window.view().getStyleClass()));
    }

    private void assertOnlyAdd() {
        assertShown("show-add", "skip x", "main F(x)", "Add x + F(x)");
        assertThat(window.cards("add")).hasSize(8);
        assertThat(window.cards("concat")).isEmpty();
        assertThat(window.cards("no-skip")).isEmpty();
    }

    private void assertOnlyConcat() {
        assertShown("show-concat", "skip x", "main F(x)", "Concat [ x ; F(x) ]");
        assertThat(window.cards("concat")).hasSize(8);
        assertThat(window.cards("add")).isEmpty();
        assertThat(window.cards("no-skip")).isEmpty();
    }

    private void assertBoth() {
        assertShown("show-both", "skip x", "main F(x)", "Add x + F(x)", "Concat [ x ; F(x) ]");
        assertThat(window.cards("add")).hasSize(8);
        assertThat(window.cards("concat")).hasSize(8);
        assertThat(window.cards("no-skip")).isEmpty();
    }

    private void assertNoSkip() {
        assertShown("show-no_skip", "main F(x)", "No skip: F(x) passes");
        assertThat(window.cards("no-skip")).hasSize(8);
        assertThat(window.cards("add")).isEmpty();
        assertThat(window.cards("concat")).isEmpty();
    }

    private void assertShown(String segment, String... panels) {
        window.settle();
        assertThat(window.panels()).containsExactly(panels);
        assertThat(SEGMENTS.stream().filter(id -> ((ToggleButton) window.node(id)).isSelected()).toList())
                .containsExactly(segment);
        assertThat(window.selectedCards()).allMatch(id -> id.endsWith(":merge")).isNotEmpty();
    }
}
