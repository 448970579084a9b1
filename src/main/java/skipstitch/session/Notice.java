package skipstitch.session;

import java.util.List;

/**
 * A sentence for the person in front of the window.
 *
 * @param choices what may be done about it, the first one by Enter; none where it only tells something
 */
public record Notice(Kind kind, String text, List<Choice> choices) {
    private static final int MOST_PROBLEMS = 3;
    /** Operators of one kind are one problem of a model, so that there are few. */
    private static final int MOST_OF_A_MODEL = 8;

    public Notice {
        choices = List.copyOf(choices);
    }

    public Notice(Kind kind, String text) {
        this(kind, text, List.of());
    }

    /** A question. */
    public static Notice asking(String text, Choice... choices) {
        return new Notice(Kind.WARNING, text, List.of(choices));
    }

    /**
     * Of a file that could not be read wholly.
     *
     * @param file     as a person knows it
     * @param problems with their places in the file; the first ones are said
     */
    public static Notice readPartly(String file, List<String> problems, Choice... choices) {
        return asking("Not all of “" + file + "” can be read.\n" + first(problems, MOST_PROBLEMS), choices);
    }

    /** Of a model that is a network only in part. */
    public static Notice drawnPartly(String file, List<String> problems, Choice... choices) {
        return asking("Not all of “" + file + "” can be drawn.\n" + first(problems, MOST_OF_A_MODEL), choices);
    }

    private static String first(List<String> problems, int most) {
        int more = problems.size() - most;
        return String.join("\n", problems.subList(0, Math.min(most, problems.size())))
                + (more > 0 ? "\nAnd " + more + " more." : "");
    }

    /** How much it matters. */
    public enum Kind { INFO, WARNING, ERROR }

    /**
     * A button beside the sentence; choosing it takes the sentence away.
     *
     * @param title what it says
     * @param act   what it does
     */
    public record Choice(String title, Runnable act) {}
}
