package skipstitch.engine.tape;

/**
 * A norm's statistics, each {@code [C]}. The arrays are to be written into.
 *
 * @param mean     μ
 * @param variance σ², divided by the number of values
 */
public record Statistics(float[] mean, float[] variance) {

    public Statistics copy() {
        return new Statistics(mean.clone(), variance.clone());
    }
}
