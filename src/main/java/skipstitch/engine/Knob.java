package skipstitch.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import skipstitch.engine.LayerWeights.Kernels;
import skipstitch.intervention.KnobStop;
import skipstitch.network.Lane;
import skipstitch.network.NodeId;

/**
 * One lane's weights wherever the knob stands, without drawing them anew: the kernels of the three stops, and straight
 * lines between them. At the stops it gives what {@link SeededWeights} gives, to the bit; norms keep their statistics.
 */
public final class Knob {
    private final Weights own;
    private final Map<NodeId, Kernels> none = new LinkedHashMap<>();
    private final Map<NodeId, Kernels> tied = new LinkedHashMap<>();

    /** @param own the lane's weights with the skip's kernels their own, calibrated or not */
    public Knob(Lane lane, SeededWeights seeded, Weights own) {
        this.own = own;
        keep(seeded.turned(lane, KnobStop.NO_SKIP.at()), none);
        keep(seeded.turned(lane, KnobStop.ADD.at()), tied);
    }

    private static void keep(Weights drawn, Map<NodeId, Kernels> stop) {
        drawn.byNode().forEach((id, weights) -> {
            if (weights instanceof Kernels kernels) {
                stop.put(id, kernels);
            }
        });
    }

    /** @throws IllegalArgumentException if the knob is outside 0 to 2 */
    public Weights at(double knob) {
        if (!KnobStop.isOnTheWay(knob)) {
            throw new IllegalArgumentException("The knob goes from 0 to 2, not to " + knob);
        }
        Map<NodeId, LayerWeights> all = new LinkedHashMap<>(own.byNode());
        none.forEach((id, zero) -> {
            Kernels middle = tied.get(id);
            Kernels end = (Kernels) own.of(id);
            all.put(id, knob <= KnobStop.ADD.at() ? between(zero, middle, knob)
                    : between(middle, end, knob - KnobStop.ADD.at()));
        });
        return new Weights(all);
    }

    private static Kernels between(Kernels from, Kernels to, double share) {
        if (share == 0) {
            return from;
        }
        if (share == 1) {
            return to;
        }
        float[] kernels = new float[from.kernels().length];
        for (int i = 0; i < kernels.length; i++) {
            float start = from.kernels()[i];
            // The main branch's are the same at both ends, and stay so to the bit.
            kernels[i] = start == to.kernels()[i] ? start
                    : (float) (start + share * ((double) to.kernels()[i] - start));
        }
        return Kernels.of(kernels, from.bias());
    }
}
