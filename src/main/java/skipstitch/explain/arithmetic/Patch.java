package skipstitch.explain.arithmetic;

import java.util.List;
import skipstitch.explain.Branch;

/**
 * What one input channel gives to a value: a window of it, times a slice of the kernel.
 *
 * @param inlet   by which inlet of the node the channel came in
 * @param channel which one, from 0
 * @param rows    rows of the window
 * @param columns columns of the window
 * @param terms   rows·columns of them, row by row, padding included
 * @param branch  of the channel
 */
public record Patch(int inlet, int channel, int rows, int columns, List<Term> terms, Branch branch) {
    public Patch {
        terms = List.copyOf(terms);
    }

    /** Σ weight · value. */
    public double sum() {
        double sum = 0;
        for (Term term : terms) {
            sum += term.product();
        }
        return sum;
    }
}
