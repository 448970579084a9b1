package skipstitch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Origins;
import skipstitch.network.Origins.Origin;
import skipstitch.network.Shape;
import skipstitch.network.Shapes;

/**
 * Untrained weights that belong to a node and a channel's origin, not to a lane: the kernel slice for (node,
 * output channel, input channel) is drawn from (seed, node, output channel, origin of the input channel), with
 * He scale {@code √(2 / fan-in)} (He et al. 2015, "Delving deep", eq. 10). The origin is the plain index for a
 * channel of the main branch, so all lanes share those slices; a concat lane only adds slices for the skip's.
 *
 * <p>Biases are 0. A batch norm is the identity until a {@link Calibration} gives it statistics.
 */
public final class SeededWeights {
    /** The knob's ends and middle: the skip's kernels 0, the main branch's, their own. */
    public static final double KNOB_NO_SKIP = KnobStop.NO_SKIP.at();
    public static final double KNOB_ADD = KnobStop.ADD.at();
    public static final double KNOB_OWN = KnobStop.OWN.at();

    private final Initialisation initialisation;

    public SeededWeights(Initialisation initialisation) {
        this.initialisation = initialisation;
    }

    /** With the skip's kernels their own. */
    public Weights of(Lane lane) {
        return of(lane, KNOB_OWN);
    }

    /**
     * With the skip's kernels on the way from 0 (knob 0) over the main branch's (knob 1) to their own (knob 2).
     *
     * @throws IllegalArgumentException if the knob is outside 0 to 2
     */
    public Weights of(Lane lane, double knob) {
        return drawn(lane, knob, false);
    }

    /** The same of those nodes alone that have kernels for a skip: what the knob moves. */
    public Weights turned(Lane lane, double knob) {
        return drawn(lane, knob, true);
    }

    private Weights drawn(Lane lane, double knob, boolean skipsOnly) {
        if (!KnobStop.isOnTheWay(knob)) {
            throw new IllegalArgumentException("The knob goes from 0 to 2, not to " + knob);
        }
        Shapes shapes = lane.shapes();
        Origins origins = Origins.of(shapes);
        Map<NodeId, LayerWeights> all = new LinkedHashMap<>();
        for (Node node : shapes.order()) {
            if (shapes.find(node.id()).isPresent() && !node.inlets().isEmpty()) {
                List<Origin> incoming = origins.of(node.inlets().getFirst().source());
                if (!skipsOnly || mixes(node.layer()) && incoming.stream().anyMatch(Origin::bySkip)) {
                    LayerWeights weights = draw(node, incoming, shapes.shape(node.id()), knob);
                    if (!(weights instanceof LayerWeights.None)) {
                        all.put(node.id(), weights);
                    }
                }
            }
        }
        return new Weights(all);
    }

    private static boolean mixes(Layer layer) {
        return layer instanceof Layer.Conv || layer instanceof Layer.TransposedConv || layer instanceof Layer.Linear;
    }

    private LayerWeights draw(Node node, List<Origin> incoming, Shape output, double knob) {
        return switch (node.layer()) {
            case Layer.Conv conv -> {
                int taps = conv.window().kernel().area();
                int perGroup = incoming.size() / conv.groups();
                int outPerGroup = conv.filters() / conv.groups();
                Drawing drawing = drawing(node, incoming, perGroup, taps, knob);
                float[] kernels = new float[conv.filters() * perGroup * taps];
                for (int out = 0; out < conv.filters(); out++) {
                    for (int in = 0; in < perGroup; in++) {
                        drawing.fill(kernels, (out * perGroup + in) * taps, out, out / outPerGroup * perGroup + in);
                    }
                }
                yield LayerWeights.Kernels.of(kernels, new float[conv.bias() ? conv.filters() : 0]);
            }
            case Layer.TransposedConv conv -> {
                int taps = conv.kernel().area();
                Drawing drawing = drawing(node, incoming, incoming.size(), taps, knob);
                float[] kernels = new float[incoming.size() * conv.filters() * taps];
                for (int in = 0; in < incoming.size(); in++) {
                    for (int out = 0; out < conv.filters(); out++) {
                        drawing.fill(kernels, (in * conv.filters() + out) * taps, out, in);
                    }
                }
                yield LayerWeights.Kernels.of(kernels, new float[conv.bias() ? conv.filters() : 0]);
            }
            case Layer.Linear linear -> {
                Drawing drawing = drawing(node, incoming, incoming.size(), 1, knob);
                float[] kernels = new float[linear.outputs() * incoming.size()];
                for (int out = 0; out < linear.outputs(); out++) {
                    for (int in = 0; in < incoming.size(); in++) {
                        drawing.fill(kernels, out * incoming.size() + in, out, in);
                    }
                }
                yield LayerWeights.Kernels.of(kernels, new float[linear.bias() ? linear.outputs() : 0]);
            }
            case Layer.BatchNorm _ -> {
                float[] ones = new float[output.channels()];
                Arrays.fill(ones, 1);
                float[] zeros = new float[output.channels()];
                yield LayerWeights.Norm.of(ones, zeros, zeros, ones);
            }
            default -> LayerWeights.NONE;
        };
    }

    private Drawing drawing(Node node, List<Origin> incoming, int channels, int taps, double knob) {
        // A projection that a lane added was not there when fan-ins were noted: its own serves.
        int fanIn = initialisation.fanIn().getOrDefault(node.id(), channels * taps);
        return new Drawing(CounterRandom.key(initialisation.seed(), node.id().value()), Math.sqrt(2.0 / fanIn),
                slices(incoming), channels, taps, initialisation.filterBanks().contains(node.id()), knob);
    }

    /** An input channel as a generator's address: its place among the main channels, or its origin by a skip. */
    private sealed interface Slice {
        record Main(int index) implements Slice {}

        /** @param partner the main channel on which add would put this one; −1 if there is none */
        record Skip(Origin origin, int partner) implements Slice {}
    }

    private static List<Slice> slices(List<Origin> incoming) {
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

    /** One node's kernels in the making. */
    private record Drawing(long nodeKey, double scale, List<Slice> slices, int channels, int taps, boolean bank,
                           double knob) {

        /** Writes the taps of one slice. */
        void fill(float[] kernels, int from, int out, int in) {
            long outKey = CounterRandom.key(nodeKey, out);
            switch (slices.get(in)) {
                case Slice.Main(int index) -> main(kernels, from, out, index, outKey);
                case Slice.Skip(Origin origin, int partner) -> {
                    if (partner >= 0 && knob < KNOB_OWN) {
                        main(kernels, from, out, partner, outKey);
                    }
                    double tied = knob <= KNOB_ADD ? knob : KNOB_OWN - knob;
                    double own = Math.max(0, knob - KNOB_ADD);
                    long address = CounterRandom.key(CounterRandom.key(outKey, "skip " + origin.mixer()), origin.index());
                    for (int tap = 0; tap < taps; tap++) {
                        double drawn = own == 0 ? 0 : own * scale * CounterRandom.gaussian(address, tap);
                        kernels[from + tap] = (float) (tied * kernels[from + tap] + drawn);
                    }
                }
            }
        }

        private void main(float[] kernels, int from, int out, int index, long outKey) {
            OptionalInt filter = bank ? FilterBank.filterFor(out) : OptionalInt.empty();
            long address = CounterRandom.key(outKey, index);
            for (int tap = 0; tap < taps; tap++) {
                kernels[from + tap] = filter.isPresent()
                        ? FilterBank.tap(filter.getAsInt(), tap, channels)
                        : (float) (scale * CounterRandom.gaussian(address, tap));
            }
        }
    }
}
