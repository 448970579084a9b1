package skipstitch.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * What a network came with takes the place of what would be drawn, slice by slice.
 *
 * <p>Biases are 0. A batch norm is the identity until a {@link Calibration} gives it statistics.
 */
public final class SeededWeights {
    /** The knob's ends and middle: the skip's kernels 0, the main branch's, their own. */
    public static final double KNOB_NO_SKIP = KnobStop.NO_SKIP.at();
    public static final double KNOB_ADD = KnobStop.ADD.at();
    public static final double KNOB_OWN = KnobStop.OWN.at();

    private final Initialisation initialisation;
    private final GivenWeights given;

    public SeededWeights(Initialisation initialisation) {
        this(initialisation, GivenWeights.NONE);
    }

    /** @param given to be had instead of drawn ones */
    public SeededWeights(Initialisation initialisation, GivenWeights given) {
        this.initialisation = initialisation;
        this.given = given;
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
                KernelDrawing drawing = drawing(node, incoming, perGroup, taps, knob);
                if (drawing.isGivenWhole(conv.bias())) {
                    yield drawing.given();
                }
                float[] kernels = new float[conv.filters() * perGroup * taps];
                for (int out = 0; out < conv.filters(); out++) {
                    for (int in = 0; in < perGroup; in++) {
                        drawing.fill(kernels, (out * perGroup + in) * taps, out, out / outPerGroup * perGroup + in);
                    }
                }
                yield LayerWeights.Kernels.of(kernels, drawing.bias(conv.bias(), conv.filters()));
            }
            case Layer.TransposedConv conv -> {
                int taps = conv.kernel().area();
                KernelDrawing drawing = drawing(node, incoming, incoming.size(), taps, knob);
                if (drawing.isGivenWhole(conv.bias())) {
                    yield drawing.given();
                }
                float[] kernels = new float[incoming.size() * conv.filters() * taps];
                for (int in = 0; in < incoming.size(); in++) {
                    for (int out = 0; out < conv.filters(); out++) {
                        drawing.fill(kernels, (in * conv.filters() + out) * taps, out, in);
                    }
                }
                yield LayerWeights.Kernels.of(kernels, drawing.bias(conv.bias(), conv.filters()));
            }
            case Layer.Linear linear -> {
                KernelDrawing drawing = drawing(node, incoming, incoming.size(), 1, knob);
                if (drawing.isGivenWhole(linear.bias())) {
                    yield drawing.given();
                }
                float[] kernels = new float[linear.outputs() * incoming.size()];
                for (int out = 0; out < linear.outputs(); out++) {
                    for (int in = 0; in < incoming.size(); in++) {
                        drawing.fill(kernels, out * incoming.size() + in, out, in);
                    }
                }
                yield LayerWeights.Kernels.of(kernels, drawing.bias(linear.bias(), linear.outputs()));
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

    private KernelDrawing drawing(Node node, List<Origin> incoming, int channels, int taps, double knob) {
        // A projection that a lane added was not there when fan-ins were noted: its own serves.
        int fanIn = initialisation.fanIn().getOrDefault(node.id(), channels * taps);
        return new KernelDrawing(CounterRandom.key(initialisation.seed(), node.id().value()), Math.sqrt(2.0 / fanIn),
                incoming, channels, taps, initialisation.filterBanks().contains(node.id()), knob,
                given.of(node, incoming), node.layer());
    }
}
