package skipstitch.training.scores;

/** What a person reads an output's quality by; more is better. */
public enum Measure {
    /** Of each class, the pixels that are it and are called it, by those that are one of both; their mean. */
    MEAN_IOU("mean_iou", "Mean IoU"),
    /** How well the borders of the classes lie, within {@link Borders#TOLERANCE} pixel. */
    BOUNDARY_F("boundary_f", "Boundary F"),
    /** The share of pixels, or of pictures, whose class is right. */
    ACCURACY("accuracy", "Accuracy"),
    /** Peak signal-to-noise ratio in decibels, of a peak of 1. */
    PSNR("psnr", "PSNR (dB)");

    private final String word;
    private final String title;

    Measure(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As tables head a column with it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }
}
