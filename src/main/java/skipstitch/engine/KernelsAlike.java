package skipstitch.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import skipstitch.intervention.Intervention.Kind;
import skipstitch.intervention.Interventions;
import skipstitch.intervention.Shuffle;
import skipstitch.network.Edge;
import skipstitch.network.Inlet;
import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * Weights that follow a shuffle: from the edge on, through all that acts channel by channel, batch norms' numbers are
 * put in the channels' new order, and so are the input slices of the kernels that read them next. In a concat that is
 * the shuffled branch's block alone, and all is as if nothing had been shuffled. In an add the sums are of other
 * channels than before, and no order of kernels brings them back.
 */
public final class KernelsAlike {
    private final Shapes shapes;
    private final Interventions interventions;
    private final Weights before;
    private final Map<NodeId, LayerWeights> after = new LinkedHashMap<>();
    /** For each channel of a node's tensor the one that it would be if nothing were shuffled; none where all are. */
    private final Map<NodeId, int[]> orders = new LinkedHashMap<>();

    private KernelsAlike(Lane lane, Interventions interventions, Weights before) {
        this.shapes = lane.shapes();
        this.interventions = interventions;
        this.before = before;
        shapes.order().stream().filter(node -> shapes.find(node.id()).isPresent()).forEach(this::follow);
    }

    /**
     * @param interventions on the lane's edges
     * @return the same weights if no shuffle asks for other ones
     */
    public static Weights of(Lane lane, Interventions interventions, Weights weights) {
        Weights result = weights;
        if (interventions.edges().stream().anyMatch(edge -> alike(interventions, edge).isPresent())) {
            for (Map.Entry<NodeId, LayerWeights> each : new KernelsAlike(lane, interventions, weights)
                    .after.entrySet()) {
                result = result.with(each.getKey(), each.getValue());
            }
        }
        return result;
    }

    private static Optional<Shuffle> alike(Interventions interventions, Edge edge) {
        return interventions.on(edge, Kind.SHUFFLE).map(Shuffle.class::cast).filter(Shuffle::kernelsAlike);
    }

    private void follow(Node node) {
        Optional<int[]> order = switch (node.layer()) {
            case Layer.Concat _ -> joined(node);
            case Layer.Add _, Layer.Multiply _ -> IntStream.range(0, node.inlets().size())
                    .mapToObj(inlet -> on(node, inlet)).flatMap(Optional::stream).findFirst();
            case Layer.Gate _ -> on(node, 0);
            case Layer layer -> node.inlets().isEmpty() ? Optional.empty()
                    : on(node, node.inlets().indexOf(node.trunk())).flatMap(in -> passed(node, layer, in));
        };
        order.ifPresent(found -> orders.put(node.id(), found));
    }

    /** The order in which a node reads by an inlet. */
    private Optional<int[]> on(Node node, int inlet) {
        Optional<int[]> source = Optional.ofNullable(orders.get(node.inlets().get(inlet).source()));
        Edge edge = new Edge(node.id(), inlet);
        int channels = shapes.shape(node.inlets().get(inlet).source()).channels();
        if (node.inlets().get(inlet).role() == Inlet.Role.INDICES) {
            return source;
        }
        return alike(interventions, edge).map(shuffle -> shuffle.order(channels))
                .map(own -> source.map(earlier -> pick(earlier, own)).orElse(own)).or(() -> source);
    }

    private static int[] pick(int[] from, int[] which) {
        return Arrays.stream(which).map(each -> from[each]).toArray();
    }

    private Optional<int[]> joined(Node node) {
        List<Optional<int[]>> parts = IntStream.range(0, node.inlets().size()).mapToObj(inlet -> on(node, inlet))
                .toList();
        if (parts.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        int[] order = IntStream.range(0, shapes.shape(node.id()).channels()).toArray();
        int start = 0;
        for (int i = 0; i < parts.size(); i++) {
            int[] part = parts.get(i).orElse(new int[0]);
            for (int channel = 0; channel < part.length; channel++) {
                order[start + channel] = start + part[channel];
            }
            start += shapes.shape(node.inlets().get(i).source()).channels();
        }
        return Optional.of(order);
    }

    /** What becomes of the order in a layer with one input; its weights follow. */
    private Optional<int[]> passed(Node node, Layer layer, int[] in) {
        return switch (layer) {
            case Layer.Conv conv when conv.groups() == in.length -> {
                reorder(node, 1, in);
                yield Optional.of(spread(in, conv.filters() / in.length));
            }
            // Kernels of one group cannot follow a channel into another.
            case Layer.Conv conv when conv.groups() > 1 -> Optional.empty();
            case Layer.Conv conv -> mixed(node, conv.filters(), in);
            case Layer.TransposedConv _ -> mixed(node, 1, in);
            case Layer.Linear linear -> mixed(node, linear.outputs(), in);
            case Layer.BatchNorm _ -> {
                reorder(node, 1, in);
                yield Optional.of(in);
            }
            case Layer.Flatten _ -> Optional.of(spread(in, shapes.shape(node.id()).channels() / in.length));
            case Layer.ZeroPadChannels(int first, _) -> {
                int[] framed = IntStream.range(0, shapes.shape(node.id()).channels()).toArray();
                for (int channel = 0; channel < in.length; channel++) {
                    framed[first + channel] = first + in[channel];
                }
                yield Optional.of(framed);
            }
            // All channels alike, and all together: in another order the same comes out in that order.
            case Layer.Softmax _ -> Optional.of(in);
            case Layer other -> other.actsChannelByChannel() ? Optional.of(in) : Optional.empty();
        };
    }

    private Optional<int[]> mixed(Node node, int outputs, int[] in) {
        reorder(node, outputs, in);
        return Optional.empty();
    }

    /** For each channel that there was, some neighbouring ones. */
    private static int[] spread(int[] order, int each) {
        return IntStream.range(0, order.length * each).map(i -> order[i / each] * each + i % each).toArray();
    }

    /** @param outputs how many kernels there are, each with a slice for every channel; 1 where channels come first */
    private void reorder(Node node, int outputs, int[] in) {
        switch (before.of(node.id())) {
            case LayerWeights.Kernels(float[] kernels, float[] bias, _) -> {
                boolean own = node.layer() instanceof Layer.Conv conv && conv.groups() > 1;
                after.put(node.id(), LayerWeights.Kernels.of(reordered(kernels, outputs, in),
                        own ? reordered(bias, 1, in) : bias));
            }
            case LayerWeights.Norm(float[] scale, float[] shift, float[] mean, float[] variance, _) ->
                    after.put(node.id(), LayerWeights.Norm.of(reordered(scale, 1, in), reordered(shift, 1, in),
                            reordered(mean, 1, in), reordered(variance, 1, in)));
            case LayerWeights.None _ -> { }
        }
    }

    private static float[] reordered(float[] values, int outputs, int[] order) {
        int slice = values.length / outputs / order.length;
        float[] result = new float[values.length];
        for (int out = 0; out < outputs; out++) {
            for (int in = 0; in < order.length; in++) {
                System.arraycopy(values, (out * order.length + order[in]) * slice, result,
                        (out * order.length + in) * slice, slice);
            }
        }
        return result;
    }
}
