package skipstitch.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All documents that there were since one was opened, with what was done to each. To undo is to look at an earlier
 * one; nothing is ever inverted.
 *
 * @param steps oldest first, at least one: what was opened
 * @param at    the step that is open
 * @param saved the document that can be had again, from a file or as it came with the app; empty if none can
 */
public record History(List<Step> steps, int at, Optional<Document> saved) {
    public History {
        steps = List.copyOf(steps);
    }

    /**
     * A document and how it came to be.
     *
     * @param name     {@code "move skip to conv2"}
     * @param document after that
     * @param typing   steps one after another with the same word here are one step: typing into one field
     */
    public record Step(String name, Document document, Optional<String> typing) {}

    /** @param saved whether this document can be had again: a file holds it, or it comes with the app */
    public static History of(Document opened, boolean saved) {
        return new History(List.of(new Step("open " + opened.network().name(), opened, Optional.empty())), 0,
                saved ? Optional.of(opened) : Optional.empty());
    }

    public Document now() {
        return steps.get(at).document();
    }

    /** After an edit; what was undone before it is gone. An edit that changes nothing is no step. */
    public History after(Edit edit) {
        Document changed = edit.apply(now());
        if (changed == now()) {
            return this;
        }
        List<Step> kept = new ArrayList<>(steps.subList(0, at + 1));
        // What was saved stays a step, so that it can be gone back to.
        boolean goesOn = edit.typing().isPresent() && edit.typing().equals(kept.getLast().typing()) && at > 0
                && hasUnsavedWork();
        if (goesOn) {
            kept.removeLast();
        }
        kept.add(new Step(edit.name(), changed, edit.typing()));
        return new History(kept, kept.size() - 1, saved);
    }

    /** With another selection, view or choice of lanes: what is looked at is no step. */
    public History looking(Document same) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(at, new Step(steps.get(at).name(), same, steps.get(at).typing()));
        return new History(changed, at, saved);
    }

    /** A number for a gesture that begins now, which no step that is kept has: one drag is one step. */
    public int newGesture() {
        return at + 1;
    }

    public boolean canUndo() {
        return at > 0;
    }

    public boolean canRedo() {
        return at + 1 < steps.size();
    }

    /** What undoing would take back: {@code "move skip to conv2"}. */
    public Optional<String> undoName() {
        return canUndo() ? Optional.of(steps.get(at).name()) : Optional.empty();
    }

    public Optional<String> redoName() {
        return canRedo() ? Optional.of(steps.get(at + 1).name()) : Optional.empty();
    }

    /** @throws IndexOutOfBoundsException if there is nothing to undo */
    public History undone() {
        return goneTo(at - 1);
    }

    /** @throws IndexOutOfBoundsException if there is nothing to redo */
    public History redone() {
        return goneTo(at + 1);
    }

    /**
     * At another step. The lanes on the screen stay: they are a way of looking at all of them.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public History goneTo(int step) {
        Document there = steps.get(step).document();
        List<Step> changed = new ArrayList<>(steps);
        Step target = steps.get(step);
        changed.set(step, new Step(target.name(), there.withLanes(now().lanes()), Optional.empty()));
        return new History(changed, step, saved);
    }

    /** With a document that a file now holds, whatever was done since. */
    public History saved(Document document) {
        return new History(steps, at, Optional.of(document));
    }

    /** Whether something would be lost if it were closed. */
    public boolean hasUnsavedWork() {
        return saved.filter(now()::isSameWork).isEmpty();
    }
}
