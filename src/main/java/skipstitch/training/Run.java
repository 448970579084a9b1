package skipstitch.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import skipstitch.engine.Weights;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.engine.tape.Tapes;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;
import skipstitch.training.scores.Loss;
import skipstitch.training.tasks.Example;
import skipstitch.training.tasks.Split;

/**
 * One lane being trained from one seed. Stepped and closed by one thread at a time; curve, predictions and state may be
 * read by any.
 */
public final class Run implements AutoCloseable {
    /** Predictions are kept of the first held-out examples, so many at most. */
    public static final int SHOWN = 4;

    private final RaceSettings settings;
    private final RaceLane lane;
    private final long seed;
    private final Tapes tapes;
    private final HeldOut heldOut;
    private final NodeId input;
    private final Shape inputShape;
    private final Shape outputShape;

    private Optional<Training> training = Optional.empty();
    private volatile State state = State.WAITING;
    private volatile int stepsDone;
    private volatile Curve curve;
    private volatile List<Prediction> predictions = List.of();
    private volatile Optional<Weights> weights = Optional.empty();

    /** How far a run has come. */
    public enum State {
        WAITING, GOING,
        /** All its steps are done. */
        FINISHED,
        /** Its numbers are none any more: the curve says when. */
        DIVERGED,
        /** Closed before its end. */
        STOPPED
    }

    Run(RaceSettings settings, RaceLane lane, long seed, Tapes tapes, HeldOut heldOut) {
        this.settings = settings;
        this.lane = lane;
        this.seed = seed;
        this.tapes = tapes;
        this.heldOut = heldOut;
        this.input = lane.trained().network().nodes().stream().filter(node -> node.layer() instanceof Layer.Input)
                .map(Node::id).findFirst().orElseThrow();
        this.inputShape = lane.trained().shape(input);
        this.outputShape = lane.trained().shape(lane.output());
        this.curve = new Curve(lane.variant(), seed, List.of(), Optional.empty());
    }

    public RaceLane lane() {
        return lane;
    }

    public long seed() {
        return seed;
    }

    public State state() {
        return state;
    }

    /** Whether {@link #step} has nothing more to do. */
    public boolean isOver() {
        return state != State.WAITING && state != State.GOING;
    }

    /** Batches that it was trained on. */
    public int stepsDone() {
        return stepsDone;
    }

    /** As far as it goes by now. */
    public Curve curve() {
        return curve;
    }

    /** Of the first held-out examples, at the curve's last point. */
    public List<Prediction> predictions() {
        return predictions;
    }

    /** As they were at the end; none before, and none if it diverged. For {@link RaceLane#trained}. */
    public Optional<Weights> weights() {
        return weights;
    }

    /**
     * Does the next piece of work: trains on one batch, or has one batch of held-out examples judged.
     *
     * @return whether there is more to do
     */
    public boolean step() {
        if (state == State.WAITING) {
            training = Optional.of(new Training());
            state = State.GOING;
        } else if (state == State.GOING) {
            training.orElseThrow().step();
        }
        return !isOver();
    }

    /** Frees what it holds. What is known of it stays. */
    @Override
    public void close() {
        end(State.STOPPED);
    }

    private void end(State how) {
        if (!isOver()) {
            training.filter(_ -> how == State.FINISHED)
                    .ifPresent(each -> weights = Optional.of(each.parameters.weights()));
            training.ifPresent(Training::close);
            training = Optional.empty();
            state = how;
        }
    }

    private void diverge(String what) {
        curve = new Curve(curve.variant(), seed, curve.points(),
                Optional.of(what + " was no finite number after " + stepsDone + " of " + settings.steps()
                        + " steps: training diverged. A lower learning rate may help."));
        end(State.DIVERGED);
    }

    /** What is held while a run goes on. */
    private final class Training implements AutoCloseable {
        private final Parameters parameters = lane.parameters(seed);
        private final Descent descent = settings.optimiser().of(parameters);
        private final RunningStatistics running = new RunningStatistics(parameters);
        private final Tape forTraining =
                tapes.of(lane.trained(), settings.batch(), Mode.TRAINING, parameters);
        private final Tape forJudging =
                tapes.of(lane.trained(), heldOut.batch(), Mode.INFERENCE, parameters);
        private Grading grading = new Grading(settings.task());
        private final List<Prediction> judged = new ArrayList<>();
        /** Of held-out examples, to be judged next; the first point comes before the first step. */
        private int nextBatch;
        private double losses;
        private int lossesCount;
        private long nanos;

        void step() {
            if (nextBatch < heldOut.batches()) {
                judge();
            } else {
                train();
            }
        }

        private void train() {
            long start = System.nanoTime();
            int first = stepsDone * settings.batch();
            Batch batch = Batch.of(IntStream.range(first, first + settings.batch())
                    .mapToObj(index -> settings.task().example(seed, Split.TRAINING, index, inputShape)).toList());
            forTraining.forward(Map.of(input, batch.pictures()), seed * 1_000_003 + stepsDone);
            Loss loss = Grading.loss(forTraining.values(lane.output()), outputShape, batch.target());
            if (!Double.isFinite(loss.value())) {
                diverge("The loss");
                return;
            }
            forTraining.backward(Map.of(lane.output(), loss.gradient()));
            running.add(forTraining.batchStatistics());
            descent.step(forTraining.slopes(), settings.rate(stepsDone));
            losses += loss.value();
            lossesCount++;
            nanos += System.nanoTime() - start;
            stepsDone++;
            if (stepsDone % settings.every() == 0 || stepsDone == settings.steps()) {
                nextBatch = 0;
            }
        }

        private void judge() {
            List<Example> examples = heldOut.in(nextBatch);
            forJudging.forward(Map.of(input, heldOut.batch(nextBatch).pictures()), 0);
            float[] outputs = forJudging.values(lane.output());
            for (int i = 0; i < examples.size(); i++) {
                Tensor output = new Tensor(outputShape, Arrays.copyOfRange(outputs, i * outputShape.elements(),
                        (i + 1) * outputShape.elements()));
                grading.add(output, examples.get(i).target());
                if (judged.size() < SHOWN) {
                    judged.add(new Prediction(examples.get(i), output));
                }
            }
            nextBatch++;
            if (nextBatch == heldOut.batches()) {
                point();
            }
        }

        private void point() {
            if (!Double.isFinite(grading.loss())) {
                diverge("The loss on held-out pictures");
                return;
            }
            List<Point> points = new ArrayList<>(curve.points());
            points.add(new Point(stepsDone, grading.loss(),
                    lossesCount == 0 ? OptionalDouble.empty() : OptionalDouble.of(losses / lossesCount),
                    grading.scores(), nanos / 1e9));
            predictions = List.copyOf(judged);
            curve = new Curve(lane.variant(), seed, points, Optional.empty());
            grading = new Grading(settings.task());
            judged.clear();
            losses = 0;
            lossesCount = 0;
            if (stepsDone == settings.steps()) {
                end(State.FINISHED);
            }
        }

        @Override
        public void close() {
            forTraining.close();
            forJudging.close();
        }
    }
}
