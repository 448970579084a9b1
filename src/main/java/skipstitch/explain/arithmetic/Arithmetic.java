package skipstitch.explain.arithmetic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import skipstitch.explain.Branch;

/** How a value follows from its operands. */
public sealed interface Arithmetic {

    /** Does it again, in double. */
    double redo();

    /** What was read of the node's inlets, padding included, in reading order. */
    List<Operand> operands();

    /** Fed in: an input's value. */
    record Given(float value) implements Arithmetic {
        @Override
        public double redo() {
            return value;
        }

        @Override
        public List<Operand> operands() {
            return List.of();
        }
    }

    /** {@code y = x}: nothing is computed. */
    record Copied(Operand source, Move move) implements Arithmetic {
        @Override
        public double redo() {
            return source.value();
        }

        @Override
        public List<Operand> operands() {
            return List.of(source);
        }
    }

    /** {@code y = 0}: nothing comes from anywhere. */
    record Absent(Why why) implements Arithmetic {

        /** What is there instead. */
        public enum Why { PADDING, PADDING_CHANNEL, NO_MAXIMUM }

        @Override
        public double redo() {
            return 0;
        }

        @Override
        public List<Operand> operands() {
            return List.of();
        }
    }

    /**
     * {@code y = b + Σ_c Σ_i Σ_j w[c, i, j] · x[c, …]}: a convolution over its group's channels, a transposed one over
     * the values that painted here, a linear layer over all inputs.
     *
     * @param patches one an input channel, in order
     * @param bias    empty where the layer has none
     */
    record WeightedSum(List<Patch> patches, Optional<Float> bias) implements Arithmetic {
        public WeightedSum {
            patches = List.copyOf(patches);
        }

        @Override
        public double redo() {
            return bias.map(Float::doubleValue).orElse(0.0) + patches.stream().mapToDouble(Patch::sum).sum();
        }

        /** What the channels of one branch give together, without the bias. */
        public double sum(Branch branch) {
            return patches.stream().filter(patch -> patch.branch() == branch).mapToDouble(Patch::sum).sum();
        }

        /** The branches that the channels belong to, each once, in the order of {@link Branch}. */
        public List<Branch> branches() {
            return patches.stream().map(Patch::branch).distinct().sorted().toList();
        }

        public int terms() {
            return patches.stream().mapToInt(patch -> patch.terms().size()).sum();
        }

        @Override
        public List<Operand> operands() {
            return patches.stream().flatMap(patch -> patch.terms().stream()).map(Term::operand).toList();
        }
    }

    /**
     * {@code y = max over the taps inside}; NaN is larger than all.
     *
     * @param operands rows·columns of them, row by row, padding included
     * @param winner   which of them; empty, and y is −∞, where dilation lets all taps fall on padding
     */
    record Maximum(int rows, int columns, List<Operand> operands, OptionalInt winner) implements Arithmetic {
        public Maximum {
            operands = List.copyOf(operands);
        }

        /** Where the largest value stands; empty where there is none. */
        public Optional<Cell> place() {
            return winner.isPresent() ? Optional.of(operands.get(winner.getAsInt()).cell()) : Optional.empty();
        }

        @Override
        public double redo() {
            return winner.isPresent() ? operands.get(winner.getAsInt()).value() : Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * {@code y = Σ x / divisor}, 0 where the divisor is.
     *
     * @param operands rows·columns of them, row by row, padding included
     * @param divisor  how many of them count
     */
    record Mean(int rows, int columns, List<Operand> operands, int divisor) implements Arithmetic {
        public Mean {
            operands = List.copyOf(operands);
        }

        /** Σ x. */
        public double sum() {
            double sum = 0;
            for (Operand operand : operands) {
                sum += operand.value();
            }
            return sum;
        }

        @Override
        public double redo() {
            return divisor == 0 ? 0 : sum() / divisor;
        }
    }

    /**
     * {@code y = (1−v)·((1−u)·x₀₀ + u·x₀₁) + v·((1−u)·x₁₀ + u·x₁₁)}: bilinear, between the four nearest values.
     *
     * @param operands top left, top right, bottom left, bottom right; the same twice at an edge
     * @param right    u, how much the right ones count, from 0 to below 1
     * @param down     v, how much the lower ones count, from 0 to below 1
     */
    record Between(List<Operand> operands, double right, double down) implements Arithmetic {
        public Between {
            operands = List.copyOf(operands);
        }

        /** One an operand; together 1. */
        public List<Double> weights() {
            return List.of((1 - down) * (1 - right), (1 - down) * right, down * (1 - right), down * right);
        }

        @Override
        public double redo() {
            return (1 - down) * mix(0) + down * mix(2);
        }

        private double mix(int left) {
            return (1 - right) * operands.get(left).value() + right * operands.get(left + 1).value();
        }
    }

    /** {@code y = γ·(x − μ)/√(σ² + ε) + β}. */
    record Normalised(Operand x, float scale, float shift, float mean, float variance, float epsilon)
            implements Arithmetic {
        /** {@code √(σ² + ε)}. */
        public double deviation() {
            return Math.sqrt((double) variance + epsilon);
        }

        @Override
        public double redo() {
            return scale / deviation() * (x.value() - (double) mean) + shift;
        }

        @Override
        public List<Operand> operands() {
            return List.of(x);
        }
    }

    /** {@code y = min(max(0, x), ceiling)}: ReLU with a ceiling of ∞, ReLU6 with 6. */
    record Rectified(Operand x, float ceiling) implements Arithmetic {
        @Override
        public double redo() {
            return x.value() < 0 ? 0 : x.value() > ceiling ? ceiling : x.value();
        }

        @Override
        public List<Operand> operands() {
            return List.of(x);
        }
    }

    /** {@code y = x} where positive, else {@code slope·x}. */
    record Leaky(Operand x, float slope) implements Arithmetic {
        @Override
        public double redo() {
            return x.value() > 0 ? x.value() : (double) slope * x.value();
        }

        @Override
        public List<Operand> operands() {
            return List.of(x);
        }
    }

    /** {@code y = 1 / (1 + e^−x)}. */
    record Squashed(Operand x) implements Arithmetic {
        @Override
        public double redo() {
            return 1 / (1 + Math.exp(-x.value()));
        }

        @Override
        public List<Operand> operands() {
            return List.of(x);
        }
    }

    /**
     * {@code y = e^(x − m) / Σ_k e^(x_k − m)}: softmax over the channels of one place, m the largest of them.
     *
     * @param operands one a channel
     * @param own      the channel whose share it is
     */
    record Share(List<Operand> operands, int own) implements Arithmetic {
        public Share {
            operands = List.copyOf(operands);
        }

        public double largest() {
            return operands.stream().mapToDouble(Operand::value).reduce(Double.NEGATIVE_INFINITY, Math::max);
        }

        /** {@code e^(x_k − m)}. */
        public double power(int channel) {
            return Math.exp(operands.get(channel).value() - largest());
        }

        /** Σ of all powers. */
        public double sum() {
            double largest = largest();
            return operands.stream().mapToDouble(operand -> Math.exp(operand.value() - largest)).sum();
        }

        @Override
        public double redo() {
            return power(own) / sum();
        }
    }

    /**
     * {@code y = x₁ + x₂ + …}.
     *
     * @param names one an operand: {@code x}, {@code F(x)}
     */
    record Sum(List<Operand> operands, List<String> names) implements Arithmetic {
        public Sum {
            operands = List.copyOf(operands);
            names = List.copyOf(names);
        }

        @Override
        public double redo() {
            return operands.stream().mapToDouble(Operand::value).reduce(0, Double::sum);
        }
    }

    /**
     * {@code y = x₁ · x₂ · …}: multiply, and gate.
     *
     * @param names one an operand: {@code x}, {@code F(x)}
     */
    record Product(List<Operand> operands, List<String> names) implements Arithmetic {
        public Product {
            operands = List.copyOf(operands);
            names = List.copyOf(names);
        }

        @Override
        public double redo() {
            return operands.stream().mapToDouble(Operand::value).reduce(1, (a, b) -> a * b);
        }
    }

    /** {@code y = factor · x}. */
    record Scaled(Operand x, float factor) implements Arithmetic {
        @Override
        public double redo() {
            return (double) factor * x.value();
        }

        @Override
        public List<Operand> operands() {
            return List.of(x);
        }
    }
}
