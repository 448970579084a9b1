package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import skipstitch.explain.Branch;

/** What a written sum is made of. */
sealed interface Addend {

    double value();

    Branch branch();

    /** Whether it may read as 0. */
    default boolean isMinor() {
        return false;
    }

    /** @return what the digits written come to */
    double write(Draft draft);

    /** A value of the run. */
    record Read(Operand operand) implements Addend {
        @Override
        public double value() {
            return operand.value();
        }

        @Override
        public Branch branch() {
            return operand.branch();
        }

        @Override
        public double write(Draft draft) {
            return draft.number(operand);
        }
    }

    /** A value times its weight, as one number: {@code 0.16}. */
    record Weighed(Term term) implements Addend {
        @Override
        public double value() {
            return term.product();
        }

        @Override
        public Branch branch() {
            return term.operand().branch();
        }

        @Override
        public double write(Draft draft) {
            return draft.number(term.product(), branch(), Optional.of(term.operand()));
        }
    }

    /** A value times its weight, as the two: {@code 0.25 × 0.62}. */
    record Multiplied(Term term) implements Addend {
        @Override
        public double value() {
            return term.product();
        }

        @Override
        public Branch branch() {
            return term.operand().branch();
        }

        @Override
        public double write(Draft draft) {
            double weight = draft.number(term.weight());
            return weight * draft.sign("×").number(term.operand());
        }
    }

    /** A constant: {@code bias 0.05}. */
    record Named(String name, double value) implements Addend {
        @Override
        public Branch branch() {
            return Branch.NONE;
        }

        @Override
        public double write(Draft draft) {
            return draft.word(name).number(value);
        }
    }

    /** A power of softmax: not negative. */
    record Power(double value, Branch branch) implements Addend {
        @Override
        public boolean isMinor() {
            return true;
        }

        @Override
        public double write(Draft draft) {
            return draft.minor(value, branch);
        }
    }

    /** The sum of a part, which unfolds: {@code channel 3: 0.21}. */
    record Part(String name, double value, boolean isMinor, Branch branch, Function<Digits, List<Token>> inside)
            implements Addend {
        @Override
        public double write(Draft draft) {
            return draft.fold(name, value, isMinor, branch, inside);
        }
    }
}
