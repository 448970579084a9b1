package skipstitch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Several seeds' curves at one step.
 *
 * @param count how many got there
 */
public record Band(int step, double least, double mean, double most, int count) {

    /**
     * Of some curves, step by step.
     *
     * @param value what is looked at
     */
    public static List<Band> of(List<Curve> curves, ToDoubleFunction<Point> value) {
        TreeMap<Integer, List<Double>> byStep = new TreeMap<>();
        curves.stream().flatMap(curve -> curve.points().stream()).forEach(point ->
                byStep.computeIfAbsent(point.step(), _ -> new ArrayList<>()).add(value.applyAsDouble(point)));
        return byStep.entrySet().stream().map(each -> {
            List<Double> values = each.getValue();
            return new Band(each.getKey(), values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                    values.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), values.size());
        }).toList();
    }
}
