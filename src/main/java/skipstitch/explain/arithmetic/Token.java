package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import skipstitch.explain.Branch;

/** A part of a written line. */
public sealed interface Token {

    /** As it is read. */
    String text();

    /**
     * A number, or the name of one.
     *
     * @param branch  whose colour it has
     * @param operand where it was read, if it is one of the run
     */
    record Number(String text, Branch branch, Optional<Operand> operand) implements Token {}

    /** {@code +}, {@code ×}, {@code =}, a bracket. */
    record Sign(String text) implements Token {}

    /** A word, or words. */
    record Word(String text) implements Token {}

    /**
     * {@code … 66 more terms, together 0.17}, or a part's sum: it unfolds to a line of its own that says what it is
     * made of.
     *
     * @param branch    whose colour it has
     * @param unfolding makes that line, of thousands of tokens if need be; it may have folds again
     */
    record Fold(String text, Branch branch, Supplier<List<Token>> unfolding) implements Token {

        /** What it unfolds to. */
        public List<Token> inside() {
            return unfolding.get();
        }
    }
}
