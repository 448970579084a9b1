package skipstitch.training.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import skipstitch.network.Network;
import skipstitch.network.Shape;
import skipstitch.tensor.Tensor;
import skipstitch.training.scores.Measure;

/**
 * What a network is trained for. Examples have the size of its input, and the same address always gives the same one.
 */
public enum Task {
    SEGMENTATION("segmentation", "Segmentation", Goal.PIXELS,
            "Each pixel gets a class: ground, disc, square or triangle. Figures are textured and overlap.",
            List.of("ground", "disc", "square", "triangle")),
    CELLS("cells", "Cells", Goal.PIXELS,
            "Each pixel gets a class: ground, cell, or the thin border where two cells touch.",
            List.of("ground", "cell", "border")),
    TEXTURES("textures", "Textures", Goal.WHOLE,
            "The whole picture gets a class: straight lines, rings, waves or a weave. Through a small window they"
                    + " look alike.",
            List.of("straight", "rings", "waves", "weave")),
    DENOISING("denoising", "Denoising", Goal.PICTURE,
            "Noise is to be taken off a picture of textured figures.", List.of());

    /** Smallest and largest height and width of a picture. */
    public static final int LEAST = 16;
    public static final int MOST = 128;

    private static final double GRAIN = 0.04;
    private static final double NOISE = 0.20;

    private final String word;
    private final String title;
    private final Goal goal;
    private final String words;
    private final List<String> classes;

    /** What comes out. */
    public enum Goal {
        /** A class for each pixel: {@code [K, H, W]} scores. */
        PIXELS,
        /** A class for the whole picture: {@code [K, 1, 1]} scores. */
        WHOLE,
        /** Another picture of the same shape. */
        PICTURE
    }

    Task(String word, String title, Goal goal, String words, List<String> classes) {
        this.word = word;
        this.title = title;
        this.goal = goal;
        this.words = words;
        this.classes = classes;
    }

    public static Optional<Task> named(String word) {
        return Arrays.stream(values()).filter(task -> task.word.equals(word)).findFirst();
    }

    /** As the command line and files write it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** What is to be done; whole sentences. */
    public String words() {
        return words;
    }

    public Goal goal() {
        return goal;
    }

    /** What the classes are called, in order; none where a picture comes out. */
    public List<String> classes() {
        return classes;
    }

    /** What is counted, the score first. */
    public List<Measure> measures() {
        return switch (goal) {
            case PIXELS -> List.of(Measure.MEAN_IOU, Measure.BOUNDARY_F, Measure.ACCURACY);
            case WHOLE -> List.of(Measure.ACCURACY);
            case PICTURE -> List.of(Measure.PSNR);
        };
    }

    /** By which a race is judged. */
    public Measure score() {
        return measures().getFirst();
    }

    /** The output's shape for an input's. */
    public Shape output(Shape input) {
        return switch (goal) {
            case PIXELS -> input.withChannels(classes.size());
            case WHOLE -> Shape.vector(classes.size());
            case PICTURE -> input;
        };
    }

    /** Whether a network can be trained for it, and what has to be put at its end. */
    public TaskFit fit(Network network) {
        return new Fitted(this, network).fit();
    }

    /**
     * One example.
     *
     * @param seed  of the stream
     * @param index in it, from 0
     * @param input 1 or 3 channels, {@link #LEAST} to {@link #MOST} high and wide
     */
    public Example example(long seed, Split split, int index, Shape input) {
        Dice dice = Dice.of(word, seed, split, index);
        return switch (this) {
            case SEGMENTATION -> labelled(Figures.drawn(input, dice), dice);
            case CELLS -> labelled(TouchingCells.drawn(input, dice), dice);
            case TEXTURES -> {
                int label = dice.below(Gratings.CLASSES);
                Tensor picture = Gratings.drawn(label, input, dice).noisy(GRAIN, dice);
                yield new Example(picture, new Target.Classes(new int[] {label}));
            }
            case DENOISING -> {
                Sheet sheet = Figures.drawn(input, dice);
                yield new Example(sheet.noisy(NOISE, dice), new Target.Values(sheet.clean().values()));
            }
        };
    }

    private static Example labelled(Sheet sheet, Dice dice) {
        return new Example(sheet.noisy(GRAIN, dice), sheet.classes());
    }
}
