package skipstitch.training.scores;

import java.util.Map;

/** What was measured. */
public record Scores(Map<Measure, Double> byMeasure) {
    public Scores {
        byMeasure = Map.copyOf(byMeasure);
    }

    /** @throws IllegalArgumentException if it was not measured */
    public double of(Measure measure) {
        Double value = byMeasure.get(measure);
        if (value == null) {
            throw new IllegalArgumentException(measure.title() + " was not measured");
        }
        return value;
    }
}
