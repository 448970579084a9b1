package skipstitch.explain.arithmetic;

/**
 * A number times its weight.
 *
 * @param operand the number
 * @param weight  of the kernel
 * @param tapY    row of the weight in the kernel, from 0
 * @param tapX    column of the weight in the kernel, from 0
 */
public record Term(Operand operand, float weight, int tapY, int tapX) {

    /** {@code weight · value}. */
    public double product() {
        return (double) weight * operand.value();
    }
}
