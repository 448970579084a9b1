package skipstitch.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
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

    /** So many kernels are drawn by all cores. */
    private static final int WORTH_SHARING = 1 << 14;

    private final Initialisation initialisation;
    private final GivenWeights given;
    /** As first drawn, with the skips' kernels their own: lanes share most of them. */
    private final Map<NodeId, Drawn> drawn = new ConcurrentHashMap<>();

    /** @param place where the taps for an output and an incoming channel begin */
    private record Drawn(KernelDrawing drawing, int filters, LayerWeights.Kernels kernels, IntBinaryOperator place) {}

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
     * The same.
     *
     * @param progress of layers, asked before each
     * @throws CancellationException if it called the drawing off
     */
    public Weights of(Lane lane, Progress progress) {
        return drawn(lane, KNOB_OWN, false, progress);
    }

    /**
     * With the skip's kernels on the way from 0 (knob 0) over the main branch's (knob 1) to their own (knob 2).
     *
     * @throws IllegalArgumentException if the knob is outside 0 to 2
     */
    public Weights of(Lane lane, double knob) {
        return drawn(lane, knob, false, Progress.NONE);
    }

    /** The same of those nodes alone that have kernels for a skip: what the knob moves. */
    public Weights turned(Lane lane, double knob) {
        return drawn(lane, knob, true, Progress.NONE);
    }

    private Weights drawn(Lane lane, double knob, boolean skipsOnly, Progress progress) {
        if (!KnobStop.isOnTheWay(knob)) {
            throw new IllegalArgumentException("The knob goes from 0 to 2, not to " + knob);
        }
        Shapes shapes = lane.shapes();
        Origins origins = Origins.of(shapes);
        Map<NodeId, LayerWeights> all = new LinkedHashMap<>();
        int done = 0;
        for (Node node : shapes.order()) {
            if (!progress.goOn(done++, shapes.order().size())) {
                throw new CancellationException();
            }
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
        int channels = incoming.size();
        return switch (node.layer()) {
            case Layer.Conv conv -> {
                int perGroup = channels / conv.groups();
                int outPerGroup = conv.filters() / conv.groups();
                int taps = conv.window().kernel().area();
                yield kernels(drawing(node, incoming, perGroup, taps, knob), conv.filters(), perGroup, conv.bias(),
                        (out, in) -> (out * perGroup + in) * taps, (out, in) -> out / outPerGroup * perGroup + in);
            }
            case Layer.TransposedConv conv -> {
                int taps = conv.kernel().area();
                yield kernels(drawing(node, incoming, channels, taps, knob), conv.filters(), channels, conv.bias(),
                        (out, in) -> (in * conv.filters() + out) * taps, (_, in) -> in);
            }
            case Layer.Linear linear -> kernels(drawing(node, incoming, channels, 1, knob), linear.outputs(), channels,
                    linear.bias(), (out, in) -> out * channels + in, (_, in) -> in);
            case Layer.BatchNorm _ -> {
                float[] ones = new float[output.channels()];
                Arrays.fill(ones, 1);
                float[] zeros = new float[output.channels()];
                yield LayerWeights.Norm.of(ones, zeros, zeros, ones);
            }
            default -> LayerWeights.NONE;
        };
    }

    /**
     * Draws a layer's kernels, or takes them from a lane for which they were drawn before; what came with the network is
     * not drawn.
     *
     * @param filters outputs
     * @param inputs  to each output
     * @param place   where the taps for an output and an input of it begin
     * @param channel which incoming channel an output's input is
     */
    private LayerWeights kernels(KernelDrawing drawing, int filters, int inputs, boolean bias, IntBinaryOperator place,
                                 IntBinaryOperator channel) {
        Optional<LayerWeights.Kernels> given = drawing.given().filter(each -> drawing.isGivenWhole(each, bias))
                .map(GivenKernels::kernels);
        if (given.isPresent()) {
            return given.get();
        }
        Drawn before = drawn.get(drawing.node());
        if (before != null && before.drawing().equals(drawing) && before.filters() == filters) {
            return before.kernels();
        }
        float[] kernels = new float[filters * inputs * drawing.taps()];
        int[] known = inputs == drawing.slices().size()
                ? knownPlaces(drawing, Optional.ofNullable(before)) : new int[0];
        IntConsumer fill = out -> {
            KernelDrawing.Filter filter = drawing.filter(out);
            for (int in = 0; in < inputs; in++) {
                int to = place.applyAsInt(out, in);
                if (in < known.length && known[in] >= 0) {
                    System.arraycopy(before.kernels().kernels(), before.place().applyAsInt(out, known[in]), kernels, to,
                            drawing.taps());
                } else {
                    filter.fill(kernels, to, channel.applyAsInt(out, in));
                }
            }
        };
        IntStream outputs = IntStream.range(0, filters);
        (kernels.length < WORTH_SHARING ? outputs : outputs.parallel()).forEach(fill);
        LayerWeights.Kernels fresh = LayerWeights.Kernels.of(kernels, drawing.bias(bias ? filters : 0));
        if (drawing.knob() == KNOB_OWN) {
            drawn.putIfAbsent(drawing.node(), new Drawn(drawing, filters, fresh, place));
        }
        return fresh;
    }

    /** For each incoming channel, which one had the same kernels when they were drawn before; −1 where none had. */
    private static int[] knownPlaces(KernelDrawing drawing, Optional<Drawn> before) {
        return before.map(Drawn::drawing).filter(drawing::sharesSlices).map(of -> {
            Map<KernelDrawing.Slice, Integer> places = new HashMap<>();
            for (int i = 0; i < of.slices().size(); i++) {
                places.put(of.slices().get(i), i);
            }
            return drawing.slices().stream().mapToInt(slice -> places.getOrDefault(slice, -1)).toArray();
        }).orElse(new int[0]);
    }

    private KernelDrawing drawing(Node node, List<Origin> incoming, int channels, int taps, double knob) {
        // A projection that a lane added was not there when fan-ins were noted: its own serves.
        int fanIn = initialisation.fanIn().getOrDefault(node.id(), channels * taps);
        return new KernelDrawing(node.id(), CounterRandom.key(initialisation.seed(), node.id().value()), Math.sqrt(2.0 / fanIn),
                KernelDrawing.slices(incoming), channels, taps, initialisation.filterBanks().contains(node.id()), knob,
                given.of(node, incoming).map(each -> new GivenKernels(each, node.layer())));
    }
}
