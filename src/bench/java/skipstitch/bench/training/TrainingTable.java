package skipstitch.bench.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import skipstitch.engine.SeededWeights;
import skipstitch.engine.Weights;
import skipstitch.engine.nd4j.tape.Nd4jTapes;
import skipstitch.engine.tape.Mode;
import skipstitch.engine.tape.Parameters;
import skipstitch.engine.tape.Tape;
import skipstitch.network.Initialisation;
import skipstitch.network.Lane;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Variant;
import skipstitch.network.presets.Presets;
import skipstitch.training.Race;
import skipstitch.training.RaceSettings;
import skipstitch.training.Run;
import skipstitch.training.tasks.Example;
import skipstitch.training.tasks.Split;
import skipstitch.training.tasks.Target;
import skipstitch.training.tasks.Task;

/** Prints what a training step, a way back, and 10,000 steps' memory take. */
final class TrainingTable {
    private static final int BATCH = 8;
    private static final int ROUNDS = 80;
    private static final int WARM = 20;
    private static final int MANY = 10_000;

    private TrainingTable() {}

    public static void main(String[] args) throws Exception {
        step();
        back("resnet-20", 1);
        back("resnet-20", BATCH);
        memory();
        System.exit(0);
    }

    private static void step() throws Exception {
        Network network = Presets.find("small-unet").orElseThrow().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        Weights weights = new SeededWeights(Initialisation.of(network, 1)).of(lane);
        RaceSettings settings = new RaceSettings(Task.SEGMENTATION, network, List.of(Variant.CONCAT), List.of(1L), MANY, BATCH,
                RaceSettings.RATE, RaceSettings.of(Task.SEGMENTATION, network).optimiser(), MANY, 1, false);
        var input = network.inputShape().orElseThrow();
        List<Example> examples = IntStream.range(0, BATCH)
                .mapToObj(i -> Task.SEGMENTATION.example(1, Split.TRAINING, i, input)).toList();
        float[] pictures = new float[BATCH * input.elements()];
        int area = input.area();
        int classes = lane.shapes().shape(network.outputs().getFirst().id()).channels();
        float[] wanted = new float[BATCH * classes * area];
        for (int n = 0; n < BATCH; n++) {
            System.arraycopy(examples.get(n).picture().values(), 0, pictures, n * input.elements(), input.elements());
            int[] of = ((Target.Classes) examples.get(n).target()).each();
            for (int at = 0; at < area; at++) {
                wanted[(n * classes + of[at]) * area + at] = 1;
            }
        }
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (Race race = Race.of(settings, new Nd4jTapes(2));
                PyTorchTraining other = new PyTorchTraining(lane, weights, BATCH, pictures, wanted, (float) RaceSettings.RATE)) {
            Run run = race.runs().getFirst();
            float loss = 0;
            for (int round = 0; round < ROUNDS + WARM; round++) {
                double mine = millis(run::step);
                long start = System.nanoTime();
                loss = other.step();
                double its = (System.nanoTime() - start) / 1e6;
                if (round >= WARM) {
                    ours.add(mine);
                    theirs.add(its);
                }
            }
            System.out.printf(Locale.ROOT, "PyTorch's loss on one batch after %d steps: %.4f%n", ROUNDS + WARM, loss);
        }
        System.out.printf(Locale.ROOT, "small-unet, batch %d, a training step with its pictures made: %s ms; PyTorch without: %s ms;"
                + " ratio %.2f (medians %.2f)%n", BATCH, words(ours), words(theirs),
                Collections.min(ours) / Collections.min(theirs), median(ours) / median(theirs));
    }

    private static void back(String name, int batch) {
        Network network = Presets.find(name).orElseThrow().network();
        Lane lane = Variant.AS_DRAWN.of(network);
        Parameters parameters = Parameters.of(lane.shapes(), new SeededWeights(Initialisation.of(network, 1)).of(lane));
        NodeId in = network.nodes().getFirst().id();
        NodeId out = network.outputs().getFirst().id();
        float[] picture = noise(batch * lane.shapes().shape(in).elements());
        float[] seed = new float[batch * lane.shapes().shape(out).elements()];
        Arrays.fill(seed, 1f / seed.length);
        List<Double> forward = new ArrayList<>();
        List<Double> back = new ArrayList<>();
        try (Tape tape = new Nd4jTapes(2).of(lane.shapes(), batch, Mode.TRAINING, parameters)) {
            for (int round = 0; round < ROUNDS + WARM; round++) {
                double there = millis(() -> tape.forward(Map.of(in, picture), 1));
                double again = millis(() -> tape.backward(Map.of(out, seed)));
                if (round >= WARM) {
                    forward.add(there);
                    back.add(again);
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s, batch %d: forward %s ms, back %s ms; ratio %.2f (medians %.2f)%n", name, batch,
                words(forward), words(back), Collections.min(back) / Collections.min(forward),
                median(back) / median(forward));
    }

    private static void memory() throws Exception {
        Network network = Presets.find("small-unet").orElseThrow().network();
        RaceSettings of = RaceSettings.of(Task.SEGMENTATION, network);
        RaceSettings settings = new RaceSettings(of.task(), network, List.of(Variant.CONCAT), List.of(1L), MANY, 2, of.rate(),
                of.optimiser(), 500, 2, false);
        try (Race race = Race.of(settings, new Nd4jTapes(2))) {
            Run run = race.runs().getFirst();
            int told = 0;
            while (run.step()) {
                if (run.stepsDone() % 1000 == 0 && run.stepsDone() > told) {
                    told = run.stepsDone();
                    System.out.printf(Locale.ROOT, "after %,d steps: %,d MB resident%n", told, residentMegabytes());
                }
            }
        }
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }

    private static float[] noise(int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static double millis(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static String words(List<Double> times) {
        return String.format(Locale.ROOT, "%.1f (%.1f)", Collections.min(times), median(times));
    }
}
