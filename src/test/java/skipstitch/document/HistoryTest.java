package skipstitch.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import skipstitch.network.Layer.Conv;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;

class HistoryTest {
    private static final Document BLOCK = RandomEdits.document(Presets.find("residual-block").orElseThrow().network());
    private static final NodeId CONV1 = NodeId.of("conv1");

    private static Edit typed(int filters) {
        return new ChangeLayer(CONV1, Conv.same(filters, 3), Optional.of("filters"));
    }

    @Test
    void aTypedNumberIsOneStep() {
        History history = History.of(BLOCK, false).after(typed(1)).after(typed(12)).after(typed(128));
        assertThat(history.steps()).extracting(History.Step::name).containsExactly("open residual-block",
                "change filters of conv1");
        assertThat(history.undone().now()).isSameAs(BLOCK);
        assertThat(history.undoName()).contains("change filters of conv1");
        assertThat(history.undone().redoName()).contains("change filters of conv1");
    }

    @Test
    void afterAnUndoTypingBeginsANewStep() {
        History history = History.of(BLOCK, false).after(typed(1)).after(new RenameNetwork("mine")).undone()
                .after(typed(2));
        assertThat(history.steps()).hasSize(3);
    }

    @Test
    void afterASaveTypingBeginsANewStep() {
        History history = History.of(BLOCK, true).after(typed(1));
        history = history.saved(history.now()).after(typed(12)).after(typed(128));
        assertThat(history.steps()).hasSize(3);
        assertThat(history.undone().hasUnsavedWork()).isFalse();
    }

    @Test
    void whatWasUndoneGoesWithTheNextEdit() {
        History history = History.of(BLOCK, false).after(new RenameNetwork("a")).undone().after(new RenameNetwork("b"));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.now().network().name()).isEqualTo("b");
    }

    @Test
    void undoRestoresTheSelectionButNotTheLanes() {
        Document selected = BLOCK.withSelection(Selection.of(CONV1));
        History history = History.of(selected, false).after(new DeleteNodes(Set.of(CONV1)));
        assertThat(history.now().selection()).isNotEqualTo(selected.selection());
        history = history.looking(history.now().withLanes(List.of(Variant.NO_SKIP))).undone();
        assertThat(history.now().selection()).isEqualTo(selected.selection());
        assertThat(history.now().lanes()).containsExactly(Variant.NO_SKIP);
    }

    @Test
    void whatIsSavedIsKnownAgainAfterUndo() {
        History history = History.of(BLOCK, true).after(typed(3));
        assertThat(history.hasUnsavedWork()).isTrue();
        History saved = history.saved(history.now());
        assertThat(saved.hasUnsavedWork()).isFalse();
        assertThat(saved.undone().hasUnsavedWork()).isTrue();
        assertThat(saved.undone().redone().hasUnsavedWork()).isFalse();
        assertThat(saved.looking(saved.now().withSelection(Selection.NONE)).hasUnsavedWork()).isFalse();
    }

    @Test
    void whatWasOpenedAndNotChangedIsNoUnsavedWork() {
        History history = History.of(BLOCK, true);
        assertThat(history.hasUnsavedWork()).isFalse();
        assertThat(history.after(typed(3)).hasUnsavedWork()).isTrue();
        assertThat(history.after(typed(3)).undone().hasUnsavedWork()).isFalse();
    }

    @Test
    void whatNothingElseHoldsIsUnsavedWorkFromTheStart() {
        History history = History.of(BLOCK, false);
        assertThat(history.hasUnsavedWork()).isTrue();
        assertThat(history.after(typed(3)).undone().hasUnsavedWork()).isTrue();
        assertThat(history.saved(BLOCK).hasUnsavedWork()).isFalse();
    }
}
