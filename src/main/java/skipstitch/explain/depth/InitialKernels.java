package skipstitch.explain.depth;

import java.util.random.RandomGenerator;

/** How kernels are drawn that nobody trained. There are no biases. */
public enum InitialKernels {
    /** Normal with variance 2 / fan-in (He et al. 2015, "Delving deep", eq. 10). */
    HE("He", "variance 2 / fan-in") {
        @Override
        double draw(RandomGenerator random, int fanIn) {
            return random.nextGaussian() * Math.sqrt(variance(fanIn));
        }

        @Override
        double variance(int fanIn) {
            return 2.0 / fanIn;
        }
    },
    /** Uniform from −1/√fan-in to 1/√fan-in. */
    DEFAULT("Framework default", "variance 1 / (3 · fan-in)") {
        @Override
        double draw(RandomGenerator random, int fanIn) {
            return (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
        }

        @Override
        double variance(int fanIn) {
            return 1 / (3.0 * fanIn);
        }
    };

    private final String title;
    private final String rule;

    InitialKernels(String title, String rule) {
        this.title = title;
        this.rule = rule;
    }

    abstract double draw(RandomGenerator random, int fanIn);

    abstract double variance(int fanIn);

    /**
     * What a layer with a ReLU makes of a gradient's mean square on average, as wide behind as before: half of the
     * values pass, each kernel's variance counts fan-in times.
     */
    double factor() {
        return variance(1) / 2;
    }

    public String title() {
        return title;
    }

    /** {@code variance 2 / fan-in}. */
    public String rule() {
        return rule;
    }
}
