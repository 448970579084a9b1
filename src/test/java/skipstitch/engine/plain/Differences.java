package skipstitch.engine.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/** A network's gradient of Σ r·y, over some of its tensors y with random r, against central differences. */
final class Differences implements AutoCloseable {
    private static final double STEP = 1e-7;
    private static final double PARAMETER_STEP = 1e-6;
    private static final double TOLERANCE = 1e-4;
    private static final double ROUNDING = 1e-15;

    private final Random random;
    private final String what;
    private final int batch;
    private final long dropped;
    private final Parameters parameters;
    private final Map<NodeId, float[]> inputs;
    private final Map<NodeId, float[]> factors = new LinkedHashMap<>();
    private final PlainTape tape;

    Differences(Shapes shapes, Mode mode, int batch, Random random, String what) {
        this.random = random;
        this.what = what;
        this.batch = batch;
        this.dropped = random.nextLong();
        this.parameters = Networks.parameters(shapes, random);
        this.inputs = Networks.inputs(shapes, batch, random);
        this.tape = (PlainTape) new PlainTapes().of(shapes, batch, mode, parameters);
        List<Node> order = shapes.order();
        for (Node node : List.of(order.getLast(), order.get(random.nextInt(order.size())))) {
            factors.put(node.id(), Networks.floats(batch * shapes.shape(node.id()).elements(), random));
        }
    }

    /** How many of two directions could not be judged: they cross a kink, or lead to what is not finite. */
    int run() {
        tape.forward(inputs, dropped);
        tape.backward(factors);
        Map<NodeId, float[]> gradients = new LinkedHashMap<>();
        inputs.forEach((id, _) -> gradients.put(id, tape.gradient(id)));
        Map<NodeId, Trainable> slopes = new LinkedHashMap<>();
        tape.slopes().forEach((id, each) -> slopes.put(id, each.copy()));
        return byInputs(gradients) + (slopes.isEmpty() ? 0 : byParameters(slopes));
    }

    private int byInputs(Map<NodeId, float[]> gradients) {
        Map<NodeId, float[]> direction = new LinkedHashMap<>();
        Sum sum = new Sum();
        gradients.forEach((id, gradient) -> {
            float[] way = Networks.floats(gradient.length, random);
            direction.put(id, way);
            for (int k = 0; k < way.length; k++) {
                sum.add((double) gradient[k] * way[k]);
            }
        });
        return judge("the inputs", sum, STEP, step -> {
            Map<NodeId, List<Grid>> moved = new LinkedHashMap<>();
            inputs.forEach((id, values) -> moved.put(id, moved(id, values, direction.get(id), step)));
            return scalar(moved);
        });
    }

    private List<Grid> moved(NodeId id, float[] values, float[] way, double step) {
        int size = values.length / batch;
        return IntStream.range(0, batch).mapToObj(n -> {
            double[] sample = new double[size];
            for (int k = 0; k < size; k++) {
                sample[k] = values[n * size + k] + step * way[n * size + k];
            }
            return new Grid(tape.exactValues(id).get(n).shape(), sample);
        }).toList();
    }

    /** Parameters are floats, so that what they really move by is read off them. */
    private int byParameters(Map<NodeId, Trainable> slopes) {
        List<float[]> numbers = new ArrayList<>();
        List<float[]> slope = new ArrayList<>();
        slopes.forEach((id, each) -> {
            numbers.addAll(List.of(parameters.trainable().get(id).weights(), parameters.trainable().get(id).shifts()));
            slope.addAll(List.of(each.weights(), each.shifts()));
        });
        List<float[]> before = numbers.stream().map(float[]::clone).toList();
        List<float[]> ways = numbers.stream().map(each -> Networks.floats(each.length, random)).toList();
        Sum sum = new Sum();
        for (int i = 0; i < ways.size(); i++) {
            for (int k = 0; k < ways.get(i).length; k++) {
                float at = before.get(i)[k];
                double apart = (double) moved(at, ways.get(i)[k], PARAMETER_STEP)
                        - moved(at, ways.get(i)[k], -PARAMETER_STEP);
                sum.add(slope.get(i)[k] * apart / (2 * PARAMETER_STEP));
            }
        }
        return judge("the parameters", sum, PARAMETER_STEP, step -> {
            for (int i = 0; i < ways.size(); i++) {
                for (int k = 0; k < ways.get(i).length; k++) {
                    numbers.get(i)[k] = moved(before.get(i)[k], ways.get(i)[k], step);
                }
            }
            tape.forward(inputs, dropped);
            return scalar();
        });
    }

    private static float moved(float value, float way, double step) {
        return (float) (value + step * way);
    }

    private int judge(String which, Sum derived, double step, DoubleUnaryOperator scalar) {
        double here = scalar.applyAsDouble(0);
        double ahead = scalar.applyAsDouble(step);
        double behind = scalar.applyAsDouble(-step);
        double measured = (ahead - behind) / (2 * step);
        double tolerance = TOLERANCE * derived.length() + ROUNDING * magnitude() / step;
        boolean finite = Double.isFinite(measured) && Double.isFinite(derived.sum);
        if (!finite || Math.abs(derived.sum - measured) > tolerance
                && Math.abs(ahead - 2 * here + behind) / step > tolerance) {
            return 1;
        }
        assertThat(derived.sum).as("by %s, %s", which, what).isCloseTo(measured, within(tolerance));
        return 0;
    }

    private double scalar(Map<NodeId, List<Grid>> moved) {
        tape.forwardExactly(moved, dropped);
        return scalar();
    }

    private double scalar() {
        Sum sum = new Sum();
        each(sum::add);
        return sum.sum;
    }

    private double magnitude() {
        Sum sum = new Sum();
        each(product -> sum.add(Math.abs(product)));
        return sum.sum;
    }

    private void each(DoubleConsumer product) {
        factors.forEach((id, factor) -> {
            int at = 0;
            for (Grid sample : tape.exactValues(id)) {
                for (double value : sample.values()) {
                    product.accept(value * factor[at++]);
                }
            }
        });
    }

    /** Of products, and their length as a vector's. */
    private static final class Sum {
        private double sum;
        private double squares;

        void add(double product) {
            sum += product;
            squares += product * product;
        }

        double length() {
            return Math.sqrt(squares);
        }
    }

    @Override
    public void close() {
        tape.close();
    }
}
