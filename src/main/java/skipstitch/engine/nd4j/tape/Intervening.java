package skipstitch.engine.nd4j.tape;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.tensor.Tensor;

/** What is done to the tensor on an edge, sample by sample, and what that is on the way back. */
final class Intervening {
    private Intervening() {}

    static Stage of(Block source, Edge edge, Interventions interventions) {
        Block output = Block.of(source.shape(), source.batch());
        Block gradient = Block.of(source.shape(), source.batch());
        return new Stage(output, () -> each(source, output, tensor -> interventions.apply(edge, tensor)), dy -> {
            each(new Block(source.shape(), source.batch(), dy), gradient, tensor -> interventions.back(edge, tensor));
            return List.of(gradient.values());
        });
    }

    private static void each(Block from, Block to, UnaryOperator<Tensor> change) {
        int size = from.shape().elements();
        for (int first = 0; first < from.size(); first += size) {
            float[] sample = Block.channelsFirst(Arrays.copyOfRange(from.values(), first, first + size), from.shape());
            float[] changed = change.apply(new Tensor(from.shape(), sample)).values();
            System.arraycopy(Block.channelsLast(changed, from.shape()), 0, to.values(), first, size);
        }
    }
}
