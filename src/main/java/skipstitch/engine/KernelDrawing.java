package skipstitch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import skipstitch.intervention.KnobStop;
import skipstitch.network.NodeId;
import skipstitch.network.Origins.Origin;

/**
 * One node's kernels in the making.
 *
 * @param channels that one filter reads
 * @param bank     whether the filters are hand-made
 * @param given    what the node came with
 */
record KernelDrawing(NodeId node, long nodeKey, double scale, List<Slice> slices, int channels, int taps, boolean bank,
                     double knob, Optional<GivenKernels> given) {

    /** An input channel as a generator's address: its place among the main channels, or its origin by a skip. */
    sealed interface Slice {
        record Main(int index) implements Slice {}

        /** @param partner the main channel on which add would put this one; −1 if there is none */
        record Skip(Origin origin, int partner) implements Slice {}
    }

    static List<Slice> slices(List<Origin> incoming) {
        long main = incoming.stream().filter(origin -> !origin.bySkip()).count();
        List<Slice> slices = new ArrayList<>(incoming.size());
        int index = 0;
        for (Origin origin : incoming) {
            slices.add(origin.bySkip()
                    ? new Slice.Skip(origin, origin.place() < main ? origin.place() : -1)
                    : new Slice.Main(index++));
        }
        return slices;
    }

    /** Whether equal slices have equal taps in both. */
    boolean sharesSlices(KernelDrawing other) {
        return knob == KnobStop.OWN.at() && !bank && taps == other.taps && scale == other.scale
                && given.equals(other.given) && other.channels == other.slices.size();
    }

    Filter filter(int out) {
        return new Filter(this, out, CounterRandom.key(nodeKey, out), new HashMap<>());
    }

    /** Puts the taps of a slice that the node came with where they belong; whether there is such a slice. */
    private boolean copy(Address address, int out, float[] kernels, int to) {
        return given.filter(each -> each.copy(address, out, kernels, to)).isPresent();
    }

    /** Whether nothing is to be drawn in this lane. */
    boolean isGivenWhole(GivenKernels all, boolean bias) {
        return (all.kernels().bias().length > 0) == bias
                && all.areWhole(slices.stream().map(KernelDrawing::address).toList())
                && (knob == KnobStop.OWN.at() || slices.stream().allMatch(Slice.Main.class::isInstance));
    }

    private static Address address(Slice slice) {
        return switch (slice) {
            case Slice.Main(int index) -> new Address.Main(index);
            case Slice.Skip(Origin origin, int _) -> new Address.Skip(origin.mixer(), origin.index());
        };
    }

    /** So many biases: those that the node came with, else 0. */
    float[] bias(int count) {
        return given.map(each -> each.kernels().bias()).filter(bias -> bias.length == count)
                .orElseGet(() -> new float[count]);
    }

    /**
     * The kernels for one output.
     *
     * @param mixers keys of the nodes that skips' channels are from, as they were met
     */
    record Filter(KernelDrawing of, int out, long outKey, Map<NodeId, Long> mixers) {

        /** Writes the taps of one slice. */
        void fill(float[] kernels, int from, int in) {
            switch (of.slices().get(in)) {
                case Slice.Main(int index) -> main(kernels, from, index);
                case Slice.Skip(Origin origin, int partner) -> {
                    if (partner >= 0 && of.knob() < KnobStop.OWN.at()) {
                        main(kernels, from, partner);
                    }
                    double tied = of.knob() <= KnobStop.ADD.at() ? of.knob() : KnobStop.OWN.at() - of.knob();
                    double own = Math.max(0, of.knob() - KnobStop.ADD.at());
                    long address = CounterRandom.key(mixers.computeIfAbsent(origin.mixer(),
                            mixer -> CounterRandom.key(outKey, "skip " + mixer)), origin.index());
                    float[] given = new float[of.taps()];
                    boolean isGiven = own > 0
                            && of.copy(new Address.Skip(origin.mixer(), origin.index()), out, given, 0);
                    for (int tap = 0; tap < of.taps(); tap++) {
                        double drawn = own == 0 ? 0 : isGiven ? own * given[tap]
                                : own * of.scale() * CounterRandom.gaussian(address, tap);
                        kernels[from + tap] = (float) (tied * kernels[from + tap] + drawn);
                    }
                }
            }
        }

        private void main(float[] kernels, int from, int index) {
            if (of.copy(new Address.Main(index), out, kernels, from)) {
                return;
            }
            OptionalInt made = of.bank() ? FilterBank.filterFor(out) : OptionalInt.empty();
            long address = CounterRandom.key(outKey, index);
            for (int tap = 0; tap < of.taps(); tap++) {
                kernels[from + tap] = made.isPresent()
                        ? FilterBank.tap(made.getAsInt(), tap, of.channels())
                        : (float) (of.scale() * CounterRandom.gaussian(address, tap));
            }
        }
    }
}
