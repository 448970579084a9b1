package skipstitch.session;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Stands for a person in front of the dialogs for files: answers were given before, in order; then one cancels. */
public final class Answers implements FileChoice {
    private final Deque<Path> answers = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();

    /** Will be chosen next. */
    public void choose(Path file) {
        answers.add(file);
    }

    /** The names that were at hand for a file to save. */
    public Deque<String> suggested() {
        return names;
    }

    @Override
    public Optional<Path> network() {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> picture() {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> placeToSave(String name, Optional<Path> present) {
        names.add(name);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> placeForNumbers(String name) {
        names.add(name);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> placeForModel(String name) {
        names.add(name);
        return Optional.ofNullable(answers.poll());
    }
}
