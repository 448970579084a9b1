package skipstitch.explain.steps;

import java.util.List;
import skipstitch.explain.arithmetic.Operand;

/** A rectangle of cells; it may reach into the padding around a map. */
public record Span(int top, int left, int height, int width) {

    /** One cell. */
    static Span of(int y, int x) {
        return new Span(y, x, 1, 1);
    }

    /** The least one that has all operands, at least one. */
    static Span of(List<Operand> operands) {
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        int right = Integer.MIN_VALUE;
        for (Operand operand : operands) {
            top = Math.min(top, operand.cell().y());
            left = Math.min(left, operand.cell().x());
            bottom = Math.max(bottom, operand.cell().y());
            right = Math.max(right, operand.cell().x());
        }
        return new Span(top, left, bottom - top + 1, right - left + 1);
    }
}
