package skipstitch.training;

import skipstitch.network.Lane;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** Networks that differ in nothing but how many filters their layers have. */
final class Widths {
    private static final int FINEST = 200;

    private Widths() {}

    /**
     * The network with all widths but the output's times one factor, from a half to two, at which a variant of it has
     * most nearly so many parameters. Factors at which shapes do not meet, or a variant has to project where it did not
     * before, are left out; the network itself always remains.
     */
    static Network nearest(Network network, NodeId output, Variant variant, long parameters) {
        Network best = network;
        long least = distance(variant.of(network), parameters);
        int nodes = variant.of(network).network().nodes().size();
        for (int step = FINEST / 2; step <= 2 * FINEST; step++) {
            Network scaled = scaled(network, output, (double) step / FINEST);
            if (Shapes.of(scaled).allFit()) {
                Lane lane = variant.of(scaled);
                long distance = distance(lane, parameters);
                if (distance < least && lane.network().nodes().size() == nodes && lane.shapes().allFit()
                        && lane.shapes().shape(output).equals(Shapes.of(network).shape(output))) {
                    best = scaled;
                    least = distance;
                }
            }
        }
        return best;
    }

    private static long distance(Lane lane, long parameters) {
        return Math.abs(RaceLane.parameters(lane) - parameters);
    }

    private static Network scaled(Network network, NodeId output, double factor) {
        return network.map(node -> node.withLayer(isOfOutput(network, node, output) ? node.layer()
                : scaled(node.layer(), factor)));
    }

    /** Whether a layer's filters are the output's channels. */
    private static boolean isOfOutput(Network network, Node node, NodeId output) {
        return network.downstream(node.id()).contains(output) && network.downstream(node.id()).stream()
                .allMatch(id -> id.equals(node.id()) || network.node(id).layer().actsChannelByChannel());
    }

    private static Layer scaled(Layer layer, double factor) {
        return switch (layer) {
            case Layer.Conv conv when conv.groups() == 1 ->
                    new Layer.Conv(times(conv.filters(), factor), conv.window(), 1, conv.bias());
            case Layer.Conv conv when conv.groups() == conv.filters() -> new Layer.Conv(times(conv.filters(), factor),
                    conv.window(), times(conv.filters(), factor), conv.bias());
            case Layer.TransposedConv conv -> new Layer.TransposedConv(times(conv.filters(), factor), conv.kernel(),
                    conv.stride(), conv.padding(), conv.outputPadding(), conv.bias());
            case Layer.Linear linear -> new Layer.Linear(times(linear.outputs(), factor), linear.bias());
            case Layer.ZeroPadChannels(int before, int after) ->
                    new Layer.ZeroPadChannels(times(before, factor), times(after, factor));
            default -> layer;
        };
    }

    private static int times(int width, double factor) {
        return width == 0 ? 0 : (int) Math.max(1, Math.round(width * factor));
    }
}
