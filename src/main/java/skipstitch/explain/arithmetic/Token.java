package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
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

    /** {@code … 66 more terms, together 0.17}, which unfolds to what it stands for. */
    record Fold(String text, List<Token> inside) implements Token {
        public Fold {
            inside = List.copyOf(inside);
        }
    }
}
