package skipstitch.training;

import java.util.Arrays;
import java.util.Map;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Statistics;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.engine.tape.Trainable;
import skipstitch.intervention.Interventions;
import skipstitch.network.Edge;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;

/**
 * Tapes whose values are no numbers from some pass on, in training of one network.
 *
 * @param from counted from 1
 */
record PoisonedTapes(Tapes tapes, Shapes poisoned, int from) implements Tapes {

    @Override
    public String name() {
        return "poisoned";
    }

    @Override
    public Tape of(Shapes shapes, Interventions interventions, int batch, Mode mode, Parameters parameters) {
        Tape tape = tapes.of(shapes, interventions, batch, mode, parameters);
        return mode == Mode.TRAINING && shapes.network().equals(poisoned.network()) ? new Poisoned(tape) : tape;
    }

    private final class Poisoned implements Tape {
        private final Tape tape;
        private int passes;

        Poisoned(Tape tape) {
            this.tape = tape;
        }

        @Override
        public int batch() {
            return tape.batch();
        }

        @Override
        public Parameters parameters() {
            return tape.parameters();
        }

        @Override
        public void forward(Map<NodeId, float[]> inputs, long seed) {
            passes++;
            tape.forward(inputs, seed);
        }

        @Override
        public void backward(Map<NodeId, float[]> seeds) {
            tape.backward(seeds);
        }

        @Override
        public float[] values(NodeId id) {
            float[] values = tape.values(id);
            if (passes >= from) {
                Arrays.fill(values, Float.NaN);
            }
            return values;
        }

        @Override
        public float[] gradient(NodeId id) {
            return tape.gradient(id);
        }

        @Override
        public float[] gradient(Edge edge) {
            return tape.gradient(edge);
        }

        @Override
        public Map<NodeId, Trainable> slopes() {
            return tape.slopes();
        }

        @Override
        public Map<NodeId, Statistics> batchStatistics() {
            return tape.batchStatistics();
        }

        @Override
        public void close() {
            tape.close();
        }
    }
}
