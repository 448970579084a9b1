package skipstitch.files.onnx.reading;

/** Words of a file in sentences for a person. */
final class Sentences {
    private static final int LONGEST = 60;

    private Sentences() {}

    /** On one line, and not too long. */
    static String shortened(String text) {
        String start = text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text;
        String line = start.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", " ").strip();
        return text.length() > start.length() || line.length() > LONGEST
                ? line.substring(0, Math.min(line.length(), LONGEST - 1)) + "…" : line;
    }

    static String quoted(String text) {
        return "“" + shortened(text) + "”";
    }
}
