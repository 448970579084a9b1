package skipstitch.explain.survival;

import java.util.concurrent.CancellationException;
import skipstitch.engine.Activations;
import skipstitch.engine.Engine;
import skipstitch.engine.Pictures;
import skipstitch.engine.Progress;
import skipstitch.engine.RunTooLarge;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;

/**
 * Reads one lane's tensors at a node.
 *
 * @param pictures how many are learned from
 * @param progress told of pictures; the one that is rebuilt is the last
 */
record Reading(NodeId node, LaneToRead lane, int pictures, Engine engine, Progress progress) {
    /** Multiply-adds that take about a second. */
    private static final double AFFORDABLE = 1.5e9;
    /** Of the pictures. */
    private static final long SEED = 7_000;

    Survived read(Pictures picture, Shape input) {
        try {
            Shape tensor = lane.lane().shapes().find(node)
                    .orElseThrow(() -> new NoReadout("There is no tensor here: a shape does not fit."));
            Readout readout = new Readout(new Patches(tensor, input));
            if ((long) pictures * tensor.area() < 2L * (tensor.channels() + 1)) {
                throw new NoReadout(tensor + " has so few positions for its channels that a readout would learn "
                        + pictures + " pictures by heart.");
            }
            learn(readout, tensor, input);
            Tensor rebuilt = readout.rebuild(readout.fit(), tensor(picture, pictures));
            return new Survived.Rebuilt(lane.lane().variant(), tensor, rebuilt, Score.of(picture.of(input), rebuilt));
        } catch (NoReadout | RunTooLarge refusal) {
            return new Survived.Nothing(lane.lane().variant(), refusal.getMessage());
        }
    }

    private void learn(Readout readout, Shape tensor, Shape input) {
        int positions = positions(tensor, input);
        for (int i = 0; i < pictures; i++) {
            Pictures generated = new GeneratedPicture(SEED + i);
            readout.learn(tensor(generated, i), generated.of(input), positions);
        }
    }

    /** Of each picture: what can be afforded, but always more than there are channels. */
    private int positions(Shape tensor, Shape input) {
        double channels = tensor.channels() + 1.0;
        double each = channels * (channels / 2 + (double) input.elements() / tensor.area());
        double affordable = Math.max(AFFORDABLE / each, 2 * channels);
        return (int) Math.min(tensor.area(), Math.ceil(affordable / pictures));
    }

    private Tensor tensor(Pictures seen, int done) {
        Progress passing = (_, _) -> progress.goOn(done, pictures + 1);
        if (!passing.goOn(0, 1)) {
            throw new CancellationException();
        }
        try (Activations found = engine.run(lane.passTo(node, seen), passing)) {
            return found.tensor(node);
        }
    }
}
