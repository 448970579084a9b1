package skipstitch.explain.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import skipstitch.engine.Engine;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * What survived of the picture at a node, lane by lane: linear readouts are learned from pictures made for that, and
 * judged on the picture that is looked at, which they have not seen.
 *
 * @param node     whose tensors were read
 * @param original the picture
 * @param pictures how many were learned from
 * @param lanes    in the order asked for
 */
public record Survival(NodeId node, Tensor original, int pictures, List<Survived> lanes) {
    /** Positions to a channel that are enough to learn from. */
    private static final int ENOUGH = 40;
    private static final int FEWEST_PICTURES = 6;
    private static final int MOST_PICTURES = 40;

    public Survival {
        lanes = List.copyOf(lanes);
    }

    /**
     * Runs what leads to the node on every picture, in every lane.
     *
     * @param picture  what is looked at
     * @param progress told of pictures
     * @throws CancellationException    if {@code progress} called it off
     * @throws IllegalArgumentException if the network has no input
     */
    public static Survival of(NodeId node, List<LaneToRead> lanes, Pictures picture, Engine engine, Progress progress) {
        Shape input = lanes.getFirst().lane().network().inputShape()
                .orElseThrow(() -> new IllegalArgumentException("The network has no input: no picture to rebuild"));
        int pictures = lanes.stream().flatMap(each -> each.lane().shapes().find(node).stream())
                .mapToInt(Survival::pictures).max().orElse(FEWEST_PICTURES);
        List<Survived> survived = new ArrayList<>();
        for (LaneToRead lane : lanes) {
            int before = survived.size() * (pictures + 1);
            survived.add(new Reading(node, lane, pictures, engine, (done, each) ->
                    progress.goOn(before + done, lanes.size() * each)).read(picture, input));
        }
        return new Survival(node, picture.of(input), pictures, survived);
    }

    private static int pictures(Shape tensor) {
        return Math.clamp(Math.ceilDiv((long) ENOUGH * (tensor.channels() + 1), tensor.area()), FEWEST_PICTURES,
                MOST_PICTURES);
    }
}
