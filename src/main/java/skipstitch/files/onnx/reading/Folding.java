package skipstitch.files.onnx.reading;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import skipstitch.files.onnx.reading.Numbers.Reals;
import skipstitch.files.onnx.reading.Numbers.Wholes;

/** Operators on constants alone, computed while reading: exporters leave whole chains of them. */
final class Folding {
    private Folding() {}

    /** @return empty for an operator that is not folded */
    static Optional<Numbers> fold(Op op) throws Unsupported {
        return Optional.ofNullable(switch (op.type()) {
            case "Identity", "Dropout" -> op.constant(0);
            case "Cast" -> cast(op);
            case "Gather" -> Layouts.gather(op);
            case "Concat" -> Layouts.concat(op);
            case "Slice" -> Layouts.slice(op);
            case "Transpose" -> Layouts.transpose(op);
            case "Reshape", "Flatten", "Squeeze", "Unsqueeze" -> Layouts.shaped(op);
            case "ConstantOfShape" -> filled(op);
            case "Add" -> both(op, Double::sum);
            case "Sub" -> both(op, (a, b) -> a - b);
            case "Mul" -> both(op, (a, b) -> a * b);
            case "Div" -> isWhole(op) ? both(op, (a, b) -> b == 0 ? 0 : (long) (a / b)) : both(op, (a, b) -> a / b);
            case "Mod" -> both(op, (a, b) -> b == 0 ? 0 : a - b * Math.floor(a / b));
            case "Max" -> both(op, Math::max);
            case "Min" -> both(op, Math::min);
            case "Pow" -> both(op, Math::pow);
            case "Neg" -> each(op, a -> -a);
            case "Sqrt" -> each(op, Math::sqrt);
            case "Reciprocal" -> each(op, a -> 1 / a);
            case "Floor" -> each(op, Math::floor);
            case "Ceil" -> each(op, Math::ceil);
            case "Abs" -> each(op, Math::abs);
            default -> null;
        });
    }

    private static boolean isWhole(Op op) throws Unsupported {
        return op.constant(0) instanceof Wholes && op.constant(1) instanceof Wholes;
    }

    private static Numbers cast(Op op) throws Unsupported {
        Numbers from = op.constant(0);
        return switch ((int) op.whole("to", 1)) {
            case 1, 10, 11, 16 -> new Reals(from.sizes(), from.floats());
            case 2, 3, 4, 5, 6, 7, 12, 13 -> {
                long[] values = new long[from.count()];
                Arrays.setAll(values, i -> (long) from.at(i));
                yield new Wholes(from.sizes(), values);
            }
            case 9 -> {
                long[] values = new long[from.count()];
                Arrays.setAll(values, i -> from.at(i) == 0 ? 0 : 1);
                yield new Wholes(from.sizes(), values);
            }
            default -> throw new Unsupported("it makes something else than numbers");
        };
    }

    private static Numbers filled(Op op) throws Unsupported {
        int[] sizes = Layouts.sizes(op.constant(0).longs());
        Optional<Numbers> value = op.tensorAttribute("value").isPresent()
                ? Optional.of(TensorData.small(op.tensorAttribute("value").get().getT())) : Optional.empty();
        double each = value.filter(numbers -> numbers.count() > 0).map(numbers -> numbers.at(0)).orElse(0.0);
        boolean whole = value.filter(Wholes.class::isInstance).isPresent();
        return made(sizes, Layouts.count(sizes, whole), whole, _ -> each);
    }

    private static Numbers each(Op op, DoubleUnaryOperator function) throws Unsupported {
        Numbers from = op.constant(0);
        return made(from.sizes(), from.count(), from instanceof Wholes, i -> function.applyAsDouble(from.at((int) i)));
    }

    private static Numbers made(int[] sizes, int count, boolean whole, DoubleUnaryOperator at) {
        if (whole) {
            long[] values = new long[count];
            Arrays.setAll(values, i -> (long) at.applyAsDouble(i));
            return new Wholes(sizes, values);
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) at.applyAsDouble(i);
        }
        return new Reals(sizes, values);
    }

    /** An axis of size 1 is spread, as ONNX does. */
    private static Numbers both(Op op, DoubleBinaryOperator function) throws Unsupported {
        if (op.inputs().size() != 2) {
            throw new Unsupported("it has " + op.inputs().size() + " constants");
        }
        Numbers one = op.constant(0);
        Numbers other = op.constant(1);
        int[] sizes = new int[Math.max(one.sizes().length, other.sizes().length)];
        for (int axis = 0; axis < sizes.length; axis++) {
            int a = size(one, axis - sizes.length);
            int b = size(other, axis - sizes.length);
            if (a != b && a != 1 && b != 1) {
                throw new Unsupported("its constants do not go together");
            }
            sizes[axis] = a == 1 ? b : a;
        }
        int count = Layouts.count(sizes, isWhole(op));
        return made(sizes, count, isWhole(op), i -> function.applyAsDouble(one.at(place(one, sizes, (int) i)),
                other.at(place(other, sizes, (int) i))));
    }

    /** @param fromLast −1 for the last axis */
    private static int size(Numbers numbers, int fromLast) {
        int axis = numbers.sizes().length + fromLast;
        return axis < 0 ? 1 : numbers.sizes()[axis];
    }

    private static int place(Numbers numbers, int[] sizes, int index) {
        int place = 0;
        int step = 1;
        int rest = index;
        for (int fromLast = -1; fromLast >= -sizes.length; fromLast--) {
            int at = rest % sizes[sizes.length + fromLast];
            rest /= sizes[sizes.length + fromLast];
            int own = size(numbers, fromLast);
            place += own == 1 ? 0 : at * step;
            step *= own;
        }
        return place;
    }
}
