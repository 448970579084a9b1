package skipstitch.engine.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skipstitch.engine.tape.DropoutMask;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Trainable;
import skipstitch.network.NodeId;

/** One layer over a batch, both ways. Of inputs there is one batch a source, main inlet first. */
sealed interface BatchLayer {

    /** @param seed of what a dropout drops */
    List<Grid> forward(List<List<Grid>> inputs, long seed);

    /**
     * The gradient at each input, for as many as have one.
     *
     * @param seed   the same as forward
     * @param slopes zeros, to which is added what the layer's numbers get
     */
    List<List<Grid>> backward(List<List<Grid>> inputs, List<Grid> outputs, List<Grid> gradients, long seed,
            Slopes slopes);

    /** What every layer does at inference, and most in training: each sample by itself. */
    record Apart(Computation computation) implements BatchLayer {

        @Override
        public List<Grid> forward(List<List<Grid>> inputs, long seed) {
            return IntStream.range(0, inputs.getFirst().size())
                    .mapToObj(n -> Forward.of(computation, sample(inputs, n))).toList();
        }

        @Override
        public List<List<Grid>> backward(List<List<Grid>> inputs, List<Grid> outputs, List<Grid> gradients,
                long seed, Slopes slopes) {
            List<List<Grid>> back = new ArrayList<>();
            for (int n = 0; n < outputs.size(); n++) {
                List<Grid> sample =
                        Backward.of(computation, sample(inputs, n), outputs.get(n), gradients.get(n), slopes);
                for (int i = 0; i < sample.size(); i++) {
                    if (n == 0) {
                        back.add(new ArrayList<>());
                    }
                    back.get(i).add(sample.get(i));
                }
            }
            return back;
        }

        private static List<Grid> sample(List<List<Grid>> inputs, int n) {
            return inputs.stream().map(batch -> batch.get(n)).toList();
        }
    }

    /**
     * A norm in training.
     *
     * @param report where the batch's statistics are written
     */
    record Norm(float epsilon, Trainable numbers, Statistics report) implements BatchLayer {

        @Override
        public List<Grid> forward(List<List<Grid>> inputs, long seed) {
            BatchNormalisation norm = BatchNormalisation.of(epsilon, inputs.getFirst());
            norm.roundInto(report);
            return norm.forward(inputs.getFirst(), numbers);
        }

        @Override
        public List<List<Grid>> backward(List<List<Grid>> inputs, List<Grid> outputs, List<Grid> gradients,
                long seed, Slopes slopes) {
            BatchNormalisation norm = BatchNormalisation.of(epsilon, inputs.getFirst());
            return List.of(norm.back(inputs.getFirst(), numbers, gradients, slopes));
        }
    }

    /** A dropout in training: {@code mask·x}, and the same mask on the way back. */
    record Dropping(NodeId id, float rate) implements BatchLayer {

        @Override
        public List<Grid> forward(List<List<Grid>> inputs, long seed) {
            return masked(inputs.getFirst(), seed);
        }

        @Override
        public List<List<Grid>> backward(List<List<Grid>> inputs, List<Grid> outputs, List<Grid> gradients,
                long seed, Slopes slopes) {
            return List.of(masked(gradients, seed));
        }

        private List<Grid> masked(List<Grid> batch, long seed) {
            int size = batch.getFirst().values().length;
            float[] mask = DropoutMask.of(seed, id, rate, batch.size() * size);
            return IntStream.range(0, batch.size())
                    .mapToObj(n -> Merging.multiply(
                            List.of(Grid.of(batch.get(n).shape(), mask, n * size), batch.get(n))))
                    .toList();
        }
    }
}
